import type { VisitManner } from "../../ground/vocabulary.js";
import type { Covered } from "./coverage.js";
import { decides } from "./paths.js";
import type { Person } from "./read-contacts.js";
import type { Colleague, MapSettings } from "./read-options.js";
import type { Sender, SenderReason } from "./see-next.js";

interface Team {
  readonly members: readonly Colleague[];
  readonly byId: ReadonlyMap<string, Colleague>;
  readonly leastPlace: number;
  /** How many of theirs each of ours looks after. */
  readonly loads: ReadonlyMap<string, number>;
}

interface Choice {
  readonly colleague: Colleague;
  readonly reasons: readonly SenderReason[];
}

/**
 * Who of ours should go to a person: somebody of the least rank at least (D4.1), best of all who looks after the person, else the superior of that one, else anybody; with the
 * superior from the second visit to somebody of weight on (A6.2).
 */
export function senders(covered: readonly Covered[], { team, leastPlace }: MapSettings): (person: Person) => Sender {
  const loads = new Map<string, number>();
  for (const { person } of covered) {
    for (const id of person.coveredBy ?? []) loads.set(id, (loads.get(id) ?? 0) + 1);
  }
  const ours: Team = { members: team, byId: new Map(team.map((one) => [one.id, one])), leastPlace, loads };
  return (person) => send(person, ours);
}

function send(person: Person, team: Team): Sender {
  if (team.members.length === 0) return nobody("team-unknown");
  const choice = chooseFor(person, team);
  if (choice === undefined) return nobody("no-fitting-rank");
  const { colleague, reasons } = choice;
  if (reasons.includes("superior-instead")) return sent(colleague, null, "multi-level-superior", reasons);
  if (!hasWeight(person)) return sent(colleague, null, "single-level", reasons);
  if (person.reached === null) return sent(colleague, null, null, [...reasons, "visits-unknown"]);
  if (person.reached === "none") return sent(colleague, null, "single-level", [...reasons, "first-visit"]);
  const superior = superiorOf(colleague, team);
  if (superior === undefined) return sent(colleague, null, "single-level", [...reasons, "superior-unknown"]);
  return sent(colleague, superior, "multi-level-joint", [...reasons, "superior-joins"]);
}

function nobody(reason: SenderReason): Sender {
  return { by: null, with: null, manner: null, reasons: [reason] };
}

function sent(
  by: Colleague,
  superior: Colleague | null,
  manner: VisitManner | null,
  reasons: readonly SenderReason[],
): Sender {
  return { by: by.id, with: superior?.id ?? null, manner, reasons };
}

/** Large and demanding clients are met on several levels: those who decide, and those of much influence. */
function hasWeight(person: Person): boolean {
  return decides(person) || person.influence === "high";
}

function chooseFor({ coveredBy }: Person, team: Team): Choice | undefined {
  const coverers = (coveredBy ?? []).map((id) => team.byId.get(id) as Colleague);
  const fits = (one: Colleague): boolean => one.place >= team.leastPlace;
  const [own] = coverers.filter(fits).sort(lighter(team));
  if (own !== undefined) return { colleague: own, reasons: ["looks-after", "fitting-rank"] };
  const superiors = coverers.flatMap((one) => superiorOf(one, team) ?? []);
  const [superior] = superiors.filter(fits).sort(lighter(team));
  if (superior !== undefined) return { colleague: superior, reasons: ["superior-instead", "fitting-rank"] };
  const [any] = team.members.filter(fits).sort(lighter(team));
  return any && { colleague: any, reasons: ["fitting-rank"] };
}

/** The superior that is told, if in the team; else one of the next higher rank. */
function superiorOf(colleague: Colleague, team: Team): Colleague | undefined {
  if (colleague.reportsTo !== null && colleague.reportsTo !== colleague.id) return team.byId.get(colleague.reportsTo);
  if (colleague.place < 0) return undefined;
  return team.members.filter(({ place }) => place > colleague.place).sort(lighter(team))[0];
}

/** The lowest rank first, then who looks after the fewest, then by id. */
function lighter({ loads }: Team): (a: Colleague, b: Colleague) => number {
  const load = ({ id }: Colleague): number => loads.get(id) ?? 0;
  return (a, b) => a.place - b.place || load(a) - load(b) || (a.id < b.id ? -1 : 1);
}
