import type { Coverage, CoverageReason, CoveringMember, DecisionPerson, PartCoverage } from "./decision-map.js";
import { BUYING_PARTS, type BuyingPart, DEPTH_RANK } from "./parts.js";
import type { Person } from "./read-contacts.js";
import type { Colleague } from "./read-options.js";

/** A person with how far we have come. */
export interface Covered {
  readonly person: Person;
  readonly coverage: Coverage;
  /** Whether what is unknown could still show the person to be covered; true of the covered. */
  readonly mayBeCovered: boolean;
  readonly reasons: readonly CoverageReason[];
}

const COVERAGE_RANK: { readonly [C in Coverage]: number } = { covered: 3, partly: 2, unknown: 1, open: 0 };

/** How far we have come with each person (E5.4, E5.5). */
export function coverPerson(person: Person): Covered {
  const { reached, wanted, coveredBy } = person;
  const assigned = assignment(coveredBy);
  if (wanted === "none") return unwanted(person, assigned);
  if (reached === null)
    return {
      person,
      coverage: "unknown",
      mayBeCovered: coveredBy?.length !== 0,
      reasons: ["relation-unknown", ...assigned],
    };
  if (reached === "none")
    return { person, coverage: "open", mayBeCovered: false, reasons: ["no-relation", ...assigned] };
  const isDeep = DEPTH_RANK[reached] >= DEPTH_RANK[wanted];
  const reasons: CoverageReason[] = [isDeep ? "relation-as-wanted" : "relation-short", ...assigned];
  const coverage = isDeep && assigned.length === 0 ? "covered" : "partly";
  return { person, coverage, mayBeCovered: isDeep && coveredBy?.length !== 0, reasons };
}

/** Where no relation is wanted, somebody of ours must look after the person all the same (D4, E5.5): nobody who is left alone is covered. */
function unwanted(person: Person, assigned: readonly CoverageReason[]): Covered {
  const reasons: CoverageReason[] = ["none-wanted", ...assigned];
  if (assigned.length === 0) return { person, coverage: "covered", mayBeCovered: true, reasons };
  const isOpen = person.coveredBy !== null;
  return { person, coverage: isOpen ? "open" : "unknown", mayBeCovered: !isOpen, reasons };
}

function assignment(coveredBy: readonly string[] | null): CoverageReason[] {
  if (coveredBy === null) return ["assignment-unknown"];
  return coveredBy.length === 0 ? ["nobody-assigned"] : [];
}

/** Who plays a part, by id. */
export function holdersOf(covered: readonly Covered[], part: BuyingPart): Covered[] {
  return covered.filter(({ person }) => person.parts?.includes(part) === true);
}

/** Each part with the best that we have reached among its holders: one more holder never lowers it. */
export function coverParts(covered: readonly Covered[], needed: readonly BuyingPart[]): PartCoverage[] {
  return BUYING_PARTS.map((part) => {
    const holders = holdersOf(covered, part);
    return {
      part,
      needed: needed.includes(part),
      coverage: holders.reduce<Coverage>(better, holders.length === 0 ? "unknown" : "open"),
      holders: holders.map(({ person }) => person.id),
      uncovered: holders.filter(({ coverage }) => coverage !== "covered").map(({ person }) => person.id),
    };
  });
}

function better(best: Coverage, { coverage }: Covered): Coverage {
  return COVERAGE_RANK[coverage] > COVERAGE_RANK[best] ? coverage : best;
}

/** A person as the result shows it. */
export function showPerson(
  { person, coverage, reasons }: Covered,
  team: ReadonlyMap<string, Colleague>,
): DecisionPerson {
  const { id, name, parts, influence, innovation, support, reached, wanted, coveredBy } = person;
  const member = (one: string): CoveringMember => ({ id: one, rank: team.get(one)?.rank ?? null });
  return {
    id,
    name,
    parts: parts && [...parts],
    influence,
    innovation,
    support,
    relation: { reached, wanted },
    coverage,
    reasons,
    coveredBy: coveredBy && coveredBy.map(member),
  };
}
