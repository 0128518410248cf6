import type { NumberCondition } from "../evaluation/definition/scorecard.js";
import type { ResolvedLimit } from "../evaluation/resolved/limit.js";
import { literal } from "./dialect.js";
import { type Column, type Item, isUnknown, type Program, ticksColumn, valueOf } from "./program.js";
import { isCompared } from "./ticks-stages.js";

/** How far the limits hold down the grade that is shown, and the best and the worst that unknown facts leave open: places in the list of grades. */
export function limitColumns(program: Program): Column[] {
  const limits = program.resolved.limits.map((limit) => conditionsOf(limit, program));
  return [
    { name: "limit_shown", sql: lowest(limits.map(({ place, shown }) => [shown, place])) },
    { name: "limit_best", sql: lowest(limits.map(({ place, best }) => [best, place])) },
    { name: "limit_worst", sql: lowest(limits.map(({ place, worst }) => [worst, place])) },
  ];
}

interface Conditions {
  readonly place: number;
  readonly shown: string;
  readonly best: string;
  readonly worst: string;
}

function conditionsOf(limit: ResolvedLimit, program: Program): Conditions {
  const { place } = limit;
  const item = program.items.find(({ indicator }) => indicator.id === limit.when.indicator) as Item;
  const unknown = isUnknown(item);
  if (limit.isForUnknown) return { place, shown: unknown, best: "FALSE", worst: "FALSE" };
  const bites = item.source === null ? "FALSE" : `${ticksColumn(item)} IS NOT NULL AND ${holds(limit, item, program)}`;
  return { place, shown: bites, best: bites, worst: `(${bites}) OR (${unknown})` };
}

function holds({ is, when }: ResolvedLimit, item: Item, program: Program): string {
  if (typeof is === "string") return `${program.dialect.bytes(valueOf(item))} = ${literal(is)}`;
  if (typeof is === "boolean") return is ? valueOf(item) : `NOT ${valueOf(item)}`;
  const { column } = { column: item.numeric };
  if (column === null) return "FALSE";
  const { above, atLeast, below, atMost } = when as NumberCondition<string>;
  const bounds = Object.entries({ above, atLeast, below, atMost }) as [keyof typeof COMPARED, string | undefined][];
  return bounds
    .flatMap(([how, bound]) => (bound === undefined ? [] : [isCompared(column, how, bound, program)]))
    .join(" AND ");
}

const COMPARED = { above: 0, atLeast: 0, below: 0, atMost: 0 } as const;

function lowest(places: readonly (readonly [string, number])[]): string {
  const biting = places.filter(([condition, place]) => condition !== "FALSE" && place > 0);
  if (biting.length === 0) return "0";
  const cases = biting.map(([condition, place]) => `CASE WHEN ${condition} THEN ${String(place)} ELSE 0 END`);
  return `greatest(${["0", ...cases].join(", ")})`;
}
