import type { Rational } from "../../ground/rational.js";
import { shareOf } from "../share.js";
import type { AbcClass, AbcPlace, AbcReason } from "./abc.js";

/** The cuts and the conventions, as {@link placeClients} asks for them. */
export interface AbcRule {
  readonly a: Rational;
  readonly b: Rational;
  readonly countsItself: boolean;
  readonly holdsAtCut: boolean;
  readonly keepsTies: boolean;
}

/** A client whose amount is known, in whole units. */
export interface AbcAmount {
  readonly id: string;
  readonly whole: bigint;
}

/** A client with its class, its amount still in units. */
export type AbcPlaced = Omit<AbcPlace, "amount"> & AbcAmount & { readonly class: AbcClass };

/** Places clients that are sorted by amount. `total` is the sum of the amounts above zero. */
export function placeClients(sorted: readonly AbcAmount[], total: bigint, rule: AbcRule): AbcPlaced[] {
  const placed: AbcPlaced[] = [];
  let before = 0n;
  let [start, end] = [0, 0];
  for (const [index, { id, whole }] of sorted.entries()) {
    if (index === end) {
      start = index;
      end = rule.keepsTies ? endOfTies(sorted, index) : index + 1;
    }
    const upTo = whole > 0n ? before + whole : before;
    const first = before - whole * BigInt(index - start);
    const measure = rule.countsItself ? first + whole * BigInt(end - start) : first;
    const reason = reasonFor(whole, start === 0, measure, total, rule);
    placed.push({
      id,
      class: CLASS_BY_REASON[reason],
      place: index + 1,
      whole,
      share: total > 0n ? shareOf(whole > 0n ? whole : 0n, total) : null,
      cumulative: total > 0n ? shareOf(upTo, total) : null,
      reason,
    });
    before = upTo;
  }
  return placed;
}

/** A client of unknown amount. */
export function placeUnknown({ id }: { readonly id: string }): AbcPlace {
  return { id, class: null, place: null, amount: null, share: null, cumulative: null, reason: "amount-unknown" };
}

type Reason = Exclude<AbcReason, "amount-unknown">;

const CLASS_BY_REASON: { readonly [K in Reason]: AbcClass } = {
  largest: "A",
  "within-a": "A",
  "within-b": "B",
  "beyond-b": "C",
  "no-purchases": "C",
  "net-returns": "C",
};

function endOfTies(sorted: readonly AbcAmount[], start: number): number {
  let end = start + 1;
  while (sorted[end]?.whole === sorted[start]?.whole) end += 1;
  return end;
}

function reasonFor(whole: bigint, isFirst: boolean, measure: bigint, total: bigint, rule: AbcRule): Reason {
  if (whole <= 0n) return whole === 0n ? "no-purchases" : "net-returns";
  if (isFirst) return "largest";
  if (isWithin(measure, total, rule.a, rule)) return "within-a";
  return isWithin(measure, total, rule.b, rule) ? "within-b" : "beyond-b";
}

function isWithin(measure: bigint, total: bigint, { n, d }: Rational, { holdsAtCut }: AbcRule): boolean {
  const [left, right] = [measure * d, n * total];
  return left < right || (holdsAtCut && left === right);
}
