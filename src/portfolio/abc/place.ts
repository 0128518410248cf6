import type { Rational } from "../../ground/rational.js";
import { addUnits, type Whole } from "../../ground/scaled.js";
import { shareOf } from "../share.js";
import type { InUnits, Ranked } from "../volumes.js";
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
export interface AbcAmount extends InUnits {
  readonly id: string;
}

/** A client with its class, its amount still in units. */
export type AbcPlaced = Omit<AbcPlace, "amount"> & AbcAmount & { readonly class: AbcClass };

/** Places clients that are sorted by amount. */
export function placeClients(
  sorted: readonly AbcAmount[],
  { total, zero }: Pick<Ranked<unknown>, "total" | "zero">,
  rule: AbcRule,
): AbcPlaced[] {
  const limits = { a: limitOf(rule.a, total, rule), b: limitOf(rule.b, total, rule) };
  let group = { start: 0, end: 0, before: zero, after: zero };
  let upTo = zero;
  return sorted.map(({ id, whole }, index) => {
    if (index === group.end) group = groupFrom(sorted, index, upTo, rule);
    if (whole > 0) upTo = addUnits(upTo, whole);
    const reason = reasonFor(whole, group.start === 0, rule.countsItself ? group.after : group.before, limits);
    return {
      id,
      class: CLASS_BY_REASON[reason],
      place: index + 1,
      whole,
      share: total > 0 ? shareOf(whole > 0 ? whole : zero, total) : null,
      cumulative: total > 0 ? shareOf(upTo, total) : null,
      reason,
    };
  });
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

/** Clients that are counted together: from which place to which, and what is bought before the first and with the last. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly before: Whole;
  readonly after: Whole;
}

function groupFrom(sorted: readonly AbcAmount[], start: number, before: Whole, { keepsTies }: AbcRule): Group {
  const { whole } = sorted[start] as AbcAmount;
  let end = start;
  let after = before;
  do {
    if (whole > 0) after = addUnits(after, whole);
    end += 1;
  } while (keepsTies && sorted[end]?.whole === whole);
  return { start, end, before, after };
}

/** The most units that are within a cut. */
function limitOf({ n, d }: Rational, total: Whole, { holdsAtCut }: AbcRule): Whole {
  const cut = n * BigInt(total);
  const limit = cut % d === 0n && !holdsAtCut ? cut / d - 1n : cut / d;
  return typeof total === "number" ? Number(limit) : limit;
}

function reasonFor(
  whole: Whole,
  isFirst: boolean,
  measure: Whole,
  { a, b }: { readonly a: Whole; readonly b: Whole },
): Reason {
  if (whole <= 0) return whole < 0 ? "net-returns" : "no-purchases";
  if (isFirst) return "largest";
  if (measure <= a) return "within-a";
  return measure <= b ? "within-b" : "beyond-b";
}
