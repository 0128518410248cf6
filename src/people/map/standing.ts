import type { Covered } from "./coverage.js";
import type { Opponent, ThreadRisk, Threads } from "./decision-map.js";
import type { Graph } from "./lines.js";
import { DEPTH_RANK, POWER_PARTS } from "./parts.js";
import { decides, distancesTo, sideOf, weightOf } from "./paths.js";
import type { Person } from "./read-contacts.js";

/** Whether a relation is regular or deep; `null`: unknown. */
export function isThread({ reached }: Person): boolean | null {
  return reached === null ? null : DEPTH_RANK[reached] >= DEPTH_RANK.regular;
}

/** On how few our relation hangs. */
export function threadsOf(covered: readonly Covered[]): Threads {
  const people = covered.map(({ person }) => person);
  const threads = people.filter(isThread);
  const colleagues = new Set(threads.flatMap(({ coveredBy }) => coveredBy ?? []));
  const risks: ThreadRisk[] = [];
  if (threads.length === 0) risks.push("no-thread");
  if (threads.length === 1) risks.push("single-contact");
  if (colleagues.size === 1) risks.push("single-colleague");
  return {
    contacts: threads.map(({ id }) => id),
    colleagues: [...colleagues].sort(),
    risks,
    certain: areThreadsCertain(people, threads.length, colleagues.size),
  };
}

/** Another thread can only take risks away where there are two; another colleague as well. */
function areThreadsCertain(people: readonly Person[], threads: number, colleagues: number): boolean {
  if (threads > 1 && colleagues > 1) return true;
  const isOpen = (person: Person): boolean =>
    isThread(person) === null || (isThread(person) === true && person.coveredBy === null);
  return people.length > 0 && !people.some(isOpen);
}

/** Who is for us, by id. */
export function supportersOf(people: readonly Person[]): string[] {
  return people.filter((person) => sideOf(person) === "for").map(({ id }) => id);
}

/** Whether a person's word counts; `null`: unknown. */
export function isInfluential(person: Person): boolean | null {
  if (weightOf(person) > 1 || person.parts?.some((part) => POWER_PARTS.includes(part)) === true) return true;
  return person.influence === null || person.parts === null ? null : false;
}

const INFLUENTIAL_ORDER = [true, null, false];

/** Who is against us: the influential first, then by influence, by closeness to a decider, by id. */
export function opponentsOf(graph: Graph): Opponent[] {
  const deciders = [...graph.people.keys()].filter((at) => decides(graph.people[at] as Person));
  const distance = distancesTo(
    graph,
    deciders,
    graph.people.map(() => true),
  );
  const against = [...graph.people.entries()].filter(([, person]) => sideOf(person) === "against");
  const stepsOf = (at: number): number => (distance[at] === -1 ? Infinity : (distance[at] as number));
  const rank = (person: Person): number => INFLUENTIAL_ORDER.indexOf(isInfluential(person));
  return against
    .sort(
      ([at, a], [other, b]) =>
        rank(a) - rank(b) || weightOf(b) - weightOf(a) || compareSteps(stepsOf(at), stepsOf(other)) || at - other,
    )
    .map(([at, person]) => ({
      id: person.id,
      support: person.support as Opponent["support"],
      influence: person.influence,
      influential: isInfluential(person),
      steps: distance[at] === -1 ? null : (distance[at] as number),
    }));
}

/** −1, 0 or 1; two that lead nowhere are alike. */
function compareSteps(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
