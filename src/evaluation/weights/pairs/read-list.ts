import type { ArgumentIssue } from "../../../ground/issue.js";
import type { Json } from "../../../ground/json.js";
import { id, record, type Shape } from "../../definition/shape.js";
import { readBy } from "../read-arguments.js";
import type { Compared, Comparisons } from "./judgement.js";
import { readRatio } from "./ratio.js";

const anything: Shape = (value) => value;

interface Named {
  readonly a?: string;
  readonly b?: string;
  readonly ratio?: Json;
}

/** Reads a list of judgements: every two of the ids once, in either direction. Without ids these are those compared, in the order they come. */
export function readList(
  list: readonly Json[],
  given: readonly string[] | null,
  most: number,
  issues: ArgumentIssue[],
): Comparisons {
  const shape = record({ a: id, b: id, ratio: anything });
  const named = list.map((one, index) => (readBy(shape, one, [index], issues) ?? {}) as Named);
  const ids = given ?? [...new Set(named.flatMap(({ a, b }) => [a, b]).filter((one) => one !== undefined))];
  const place = new Map(ids.map((one, index) => [one, index]));
  const seen = new Set<number>();
  const pairs = named.flatMap(({ a, b, ratio }, index): Compared[] => {
    const read = readRatio(ratio, [index, "ratio"], issues);
    if (a === undefined || b === undefined) return [];
    const [from, to] = [placeOf(place, a, [index, "a"], issues), placeOf(place, b, [index, "b"], issues)];
    if (from === undefined || to === undefined || isRefused({ from, to, ids, seen, index }, issues)) return [];
    return read === null ? [] : [{ a: from, b: to, ratio: read }];
  });
  if (ids.length <= most) findMissing(ids, seen, issues);
  return { ids, pairs };
}

function placeOf(
  place: ReadonlyMap<string, number>,
  one: string,
  path: readonly (string | number)[],
  issues: ArgumentIssue[],
): number | undefined {
  const found = place.get(one);
  if (found === undefined)
    issues.push({ code: "unknown-value", path, details: { received: one, allowed: [...place.keys()] } });
  return found;
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
  readonly seen: Set<number>;
  readonly index: number;
}

function isRefused({ from, to, ids, seen, index }: Pair, issues: ArgumentIssue[]): boolean {
  const [a, b] = [ids[from] as string, ids[to] as string];
  const key = keyOf(from, to, ids.length);
  if (from === to) issues.push({ code: "self-pair", path: [index], details: { id: a } });
  else if (seen.has(key)) issues.push({ code: "duplicate-pair", path: [index], details: { a, b } });
  else {
    seen.add(key);
    return false;
  }
  return true;
}

function keyOf(a: number, b: number, count: number): number {
  return Math.min(a, b) * count + Math.max(a, b);
}

function findMissing(ids: readonly string[], seen: ReadonlySet<number>, issues: ArgumentIssue[]): void {
  ids.forEach((a, from) => {
    ids.slice(from + 1).forEach((b, step) => {
      if (!seen.has(keyOf(from, from + 1 + step, ids.length)))
        issues.push({ code: "missing-pair", path: [], details: { a, b } });
    });
  });
}
