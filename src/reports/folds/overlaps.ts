import { dayNumber } from "../../ground/dates.js";
import type { FormIssue } from "../../ground/issue.js";
import { canonicalJson, type Json, type JsonObject } from "../../ground/json.js";
import { plainText } from "../plain-text.js";

/** Some salespeople's ids, `null` for visits that are nobody's; or everybody. */
export type People = ReadonlySet<Json> | null;
/** Whoever it may be. */
export const EVERYBODY = null;

/** The days that a sheet covers, and of whom. */
export interface Span {
  readonly index: number;
  readonly from: string;
  readonly to: string;
  readonly people: People;
  /** What it counts, for a total order. */
  readonly row: JsonObject;
}

/** Periods that were taken, none over another, the earliest first. */
type Taken = { readonly from: string; readonly to: string }[];

/** An issue for each sheet that would count days twice: the longer one counts, then that of more people, then the earlier. */
export function overlapIssues(spans: readonly Span[]): FormIssue[] {
  const [taken, byEverybody] = [new Map<Json, Taken>(), [] as Taken];
  return inOrder(spans).flatMap((span): FormIssue[] => {
    const { index, from, to, people, row } = span;
    const own = people === EVERYBODY ? [...taken.values()] : [...people].map((one) => takenBy(taken, one));
    if ([byEverybody, ...own].every((periods) => isFree(periods, span))) {
      for (const periods of people === EVERYBODY ? [byEverybody] : own)
        periods.splice(placeOf(periods, from), 0, { from, to });
      return [];
    }
    const id = [row["rowSalesperson"] ?? null, from, to]
      .flatMap((part) => (part === null ? [] : [plainText(part)]))
      .join(" ");
    return [{ code: "duplicate-id", path: [index, "fields"], details: { id } }];
  });
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans
    .map((span) => ({ span, days: daysOf(span), size: span.people?.size ?? Number.MAX_SAFE_INTEGER, key: keyOf(span) }))
    .sort((a, b) => b.days - a.days || b.size - a.size || (a.key < b.key ? -1 : 1))
    .map(({ span }) => span);
}

function daysOf({ from, to }: Span): number {
  return (dayNumber(to) as number) - (dayNumber(from) as number);
}

/** By the first day, then by what is counted; the place in the list decides between equals only. */
function keyOf({ from, row, index }: Span): string {
  return `${from} ${canonicalJson(row)} ${String(index).padStart(9, "0")}`;
}

function takenBy(taken: Map<Json, Taken>, who: Json): Taken {
  const periods = taken.get(who) ?? [];
  taken.set(who, periods);
  return periods;
}

/** Whether a period touches none of those that were taken. */
function isFree(periods: Taken, { from, to }: Span): boolean {
  const at = placeOf(periods, from);
  const [before, after] = [periods[at - 1], periods[at]];
  return (before === undefined || before.to < from) && (after === undefined || after.from > to);
}

/** How many of the periods begin before a day. */
function placeOf(periods: Taken, from: string): number {
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((periods[middle] as { readonly from: string }).from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
