import type { Influence } from "../../ground/vocabulary.js";
import { type DeciderPaths, type InfluencePath, LINE_KINDS } from "./decision-map.js";
import type { Arc, Graph } from "./lines.js";
import { DECIDING_PARTS, INFLUENCE_RANK, SIDE_BY_SUPPORT } from "./parts.js";
import type { Person } from "./read-contacts.js";

/** Deciders and approvers whose paths are looked for. */
const MOST_DECIDERS = 20;
const LEVELS = [3, 2, 1, 0];

/** Influence as a number; 0 where it is unknown. */
export function weightOf({ influence }: Person): number {
  return influence === null ? 0 : INFLUENCE_RANK[influence];
}

/** Whether a person is for us, against us or neither; `null`: unknown. */
export function sideOf({ support }: Person): "for" | "neither" | "against" | null {
  return support === null ? null : SIDE_BY_SUPPORT[support];
}

/** Whether a person decides. */
export function decides({ parts }: Person): boolean {
  return parts?.some((part) => DECIDING_PARTS.includes(part)) === true;
}

/** The ways to each decider and approver, the weightiest first. */
export function findPaths(graph: Graph): { readonly paths: DeciderPaths[]; readonly leftOut: number } {
  const deciders = [...graph.people.entries()]
    .filter(([, person]) => decides(person))
    .sort(([at, a], [other, b]) => weightOf(b) - weightOf(a) || at - other);
  const passers = LEVELS.map((level) => graph.people.map((one) => sideOf(one) !== "against" && weightOf(one) >= level));
  const paths = deciders.slice(0, MOST_DECIDERS).map(([at, person]) => pathsTo(graph, at, person, passers));
  return { paths, leftOut: Math.max(0, deciders.length - MOST_DECIDERS) };
}

/** Whether each person passes words on, by the level of influence that is asked for. */
type Passers = readonly (readonly boolean[])[];

function pathsTo(graph: Graph, aim: number, person: Person, passers: Passers): DeciderPaths {
  const decider = person.id;
  if (sideOf(person) === "for") return { decider, reach: "supports-us", shortest: null, strongest: null };
  const found = passers.flatMap((passesOn) => bestPath(graph, aim, passesOn) ?? []);
  const shortest = found.reduce<InfluencePath | null>(shorter, null);
  return { decider, reach: shortest === null ? "no-path" : "by-path", shortest, strongest: found[0] ?? null };
}

/** The shorter; of equals the one found at the higher level of influence, which comes first. */
function shorter(best: InfluencePath | null, path: InfluencePath): InfluencePath {
  return best === null || path.lines.length < best.lines.length ? path : best;
}

/**
 * The shortest path from anybody who is for us, over people who aren't against us and whose influence is at least so much. Ties go to the smallest
 * id of the first person, then at each step to the smallest id of the next, then to the first kind of line.
 */
function bestPath(graph: Graph, aim: number, passesOn: readonly boolean[]): InfluencePath | null {
  const distance = distancesTo(graph, [aim], passesOn);
  let start = -1;
  for (const [at, person] of graph.people.entries()) {
    const steps = distance[at] as number;
    if (sideOf(person) !== "for" || steps < 0) continue;
    if (start < 0 || steps < (distance[start] as number)) start = at;
  }
  return start < 0 ? null : walk(graph, start, distance);
}

/** The fewest lines from each person to one of the aims, over people who pass words on; −1 where there are none. */
export function distancesTo(
  { people, here }: Graph,
  aims: readonly number[],
  passesOn: readonly boolean[],
): readonly number[] {
  const distance = people.map(() => -1);
  for (const aim of aims) distance[aim] = 0;
  const queue = [...aims];
  for (const at of queue) {
    for (const { other } of here[at] as readonly Arc[]) {
      if (distance[other] !== -1 || passesOn[other] !== true) continue;
      distance[other] = (distance[at] as number) + 1;
      queue.push(other);
    }
  }
  return distance;
}

function walk({ people, away }: Graph, start: number, distance: readonly number[]): InfluencePath {
  const lines: InfluencePath["lines"][number][] = [];
  const passers: Person[] = [];
  for (let at = start; distance[at] !== 0; ) {
    const from = people[at] as Person;
    const ahead = (away[at] as readonly Arc[]).filter(({ other }) => distance[other] === (distance[at] as number) - 1);
    const { other, kind } = ahead.reduce(first);
    passers.push(from);
    lines.push({ from: from.id, to: (people[other] as Person).id, kind });
    at = other;
  }
  return {
    from: (people[start] as Person).id,
    lines,
    strength: weakest(passers),
    certain: passers.every((person) => sideOf(person) !== null),
  };
}

function first(best: Arc, arc: Arc): Arc {
  const order = arc.other - best.other || LINE_KINDS.indexOf(arc.kind) - LINE_KINDS.indexOf(best.kind);
  return order < 0 ? arc : best;
}

function weakest(passers: readonly Person[]): Influence | null {
  return passers.reduce((least, person) => (weightOf(person) < weightOf(least) ? person : least)).influence;
}
