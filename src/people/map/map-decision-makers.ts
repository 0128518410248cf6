import { printDecimal } from "../../ground/numeral.js";
import { rational, roundTo } from "../../ground/rational.js";
import { type Reader, refuse } from "../../ground/reader.js";
import { coverParts, coverPerson, showPerson } from "./coverage.js";
import type { DecisionMap, PartCoverage } from "./decision-map.js";
import { factsOf } from "./facts.js";
import { graphOf, readLines } from "./lines.js";
import type { DecisionMapOptions, MapContact, TeamRank } from "./map-options.js";
import { seeNext } from "./next.js";
import { findPaths } from "./paths.js";
import { type Person, readContacts } from "./read-contacts.js";
import { type MapSettings, readMapOptions } from "./read-options.js";
import { opponentsOf, supportersOf, threadsOf } from "./standing.js";

/**
 * Who decides at a client, and how we stand with them (E5, E4.5): which parts are covered, whom our relation hangs on, who of weight is against us, how a word of
 * ours reaches those who decide, and whom to see next, why, and by whom (D4.1, A6.2).
 *
 * A person is `covered` where the relation is as deep as wanted and one of ours looks after it. A part has the coverage of its best covered holder, so that one more
 * contact never lowers it; `uncovered` names the others. Paths begin at somebody who is for us, go along lines of influence and reporting lines (up and down), and over nobody who is
 * known to be against us. `shortest` has the fewest lines, `strongest` the most influence at its weakest point; ties go by id. At most 20 deciders get paths.
 *
 * `facts` answer what a gate of a process can ask. `holds` is `true` or `false` only where nothing unknown could make it otherwise; with `null` the gate stays shut.
 * Without contacts all is unknown.
 *
 * Faulty data are in `issues`: a contact without an id, or with one that stands earlier, is left out; so are lines to oneself or to nobody; people who report in a circle are named; another
 * faulty field counts as unknown. At most 10,000 contacts and 100,000 lines are read. Faulty options throw a `KeyAccountError` with all issues.
 *
 * @example
 * ```ts
 * import { mapDecisionMakers } from "keyaccount";
 *
 * const map = mapDecisionMakers(
 *   [
 *     { id: "chen", roles: ["decider"], influence: { value: "high" }, support: { value: "neutral" }, relationDepth: { value: "none" }, coveredBy: [] },
 *     { id: "li", roles: ["user"], influence: { value: "medium" }, support: { value: "champion" }, relationDepth: { value: "deep" }, coveredBy: ["wang"], reportsTo: "chen" },
 *   ],
 *   { team: [{ id: "wang", rank: "salesperson", reportsTo: "zhao" }, { id: "zhao", rank: "manager" }] },
 * );
 * map.parts.map(({ part, coverage }) => `${part} ${coverage}`).slice(1, 5); // => ["decider open", "evaluator unknown", "buyer unknown", "user covered"]
 * map.paths[0]?.shortest?.lines; // => [{ from: "li", to: "chen", kind: "reports-to" }]
 * map.threads.risks; // => ["single-contact", "single-colleague"]
 * map.next[0]?.id; // => "chen"
 * map.next[0]?.visit; // => { by: "zhao", with: null, manner: "single-level", reasons: ["fitting-rank", "first-visit"] }
 * map.facts.find(({ fact }) => fact === "decider-covered"); // => { fact: "decider-covered", holds: false, contacts: ["chen"] }
 * ```
 */
export function mapDecisionMakers<const R extends string = TeamRank>(
  contacts: readonly MapContact[],
  options: DecisionMapOptions<R> = {},
): DecisionMap {
  const settings = readMapOptions(options);
  const { people, reader } = readContacts(contacts, settings.wanted);
  const lines = readLines(people, reader);
  const graph = graphOf(people, lines);
  const covered = withoutStrangers(people, settings, reader).map(coverPerson);
  const parts = coverParts(covered, settings.parts);
  const threads = threadsOf(covered);
  const opponents = opponentsOf(graph);
  const { paths, leftOut: pathsLeftOut } = findPaths(graph);
  const { next, leftOut: nextLeftOut } = seeNext({ covered, parts, paths, threads }, settings);
  const team = new Map(settings.team.map((one) => [one.id, one]));
  return {
    v: 1,
    people: covered.map((one) => showPerson(one, team)),
    lines,
    parts,
    find: parts.filter(({ needed, holders }) => needed && holders.length === 0).map(({ part }) => part),
    coverage: shareCovered(parts),
    threads,
    supporters: supportersOf(people),
    opponents,
    paths,
    pathsLeftOut,
    next,
    nextLeftOut,
    facts: factsOf(covered, parts, opponents, threads, settings),
    issues: reader.issues,
  };
}

/** Whom a given team doesn't have, looks after nobody: an issue, and left out. */
function withoutStrangers(people: readonly Person[], { team }: MapSettings, reader: Reader): readonly Person[] {
  const ours = new Set(team.map(({ id }) => id));
  if (ours.size === 0) return people;
  return people.map((person) => {
    const coveredBy = person.coveredBy?.filter((id) => {
      if (ours.has(id)) return true;
      refuse(reader, { code: "unknown-reference", path: ["contacts", person.index, "coveredBy"], details: { id } });
      return false;
    });
    if (coveredBy === undefined || coveredBy.length === person.coveredBy?.length) return person;
    return { ...person, coveredBy: coveredBy.length === 0 ? null : coveredBy };
  });
}

function shareCovered(parts: readonly PartCoverage[]): number {
  const needed = parts.filter((one) => one.needed);
  if (needed.length === 0) return 1;
  const done = needed.filter(({ coverage }) => coverage === "covered");
  return Number(printDecimal(roundTo(rational(BigInt(done.length), BigInt(needed.length)), 4)));
}
