import { apportion } from "../../ground/apportion.js";
import { throwIssues } from "../../ground/error.js";
import { printDecimal } from "../../ground/numeral.js";
import { type Rational, rational, tenTo } from "../../ground/rational.js";
import { quotientIn } from "../../ground/root.js";
import type { Budget } from "./budget.js";
import type { Weighting, WeightingMethod, WeightingNote } from "./weighting.js";

const SIX_DECIMALS = 1_000_000n;

/** The weights of ids by their shares, whole numbers of any common unit; throws if all shares are zero. */
export function weigh<K extends string>(
  method: WeightingMethod,
  ids: readonly K[],
  shares: readonly bigint[],
  budget: Budget,
  notes: readonly WeightingNote<K>[],
): Weighting<K> {
  const sum = shares.reduce((added, share) => added + share, 0n);
  if (sum === 0n) throwIssues([{ code: "nothing-to-share", path: [], details: {} }]);
  const fair = apportion(shares, budget.units);
  const weights = atLeastOne(shares, budget.units).map((units) => printDecimal(rational(units, tenTo(budget.scale))));
  const parts = shares.map((share) => sixDecimals(quotientIn(share, sum, SIX_DECIMALS)));
  const raised = ids.flatMap((id, index): WeightingNote<K>[] =>
    fair[index] === 0n
      ? [{ code: "raised-to-least", id, share: parts[index] as number, weight: weights[index] as string }]
      : [],
  );
  return {
    method,
    total: budget.total,
    scale: budget.scale,
    weights: tableOf(ids, weights),
    shares: tableOf(ids, parts),
    notes: [...notes, ...raised],
  };
}

/** One value for each id. */
export function tableOf<K extends string, V>(ids: readonly K[], values: readonly V[]): { readonly [P in K]: V } {
  return Object.fromEntries(ids.map((id, index) => [id, values[index]])) as { readonly [P in K]: V };
}

/** A fraction of at most six decimals as the number that prints it. */
export function sixDecimals(value: Rational): number {
  return Number(printDecimal(value));
}

/** Apportions so that nobody gets nothing: who would, gets one unit, and the rest is divided among the others. */
function atLeastOne(shares: readonly bigint[], units: bigint): bigint[] {
  const raised = new Set<number>();
  for (;;) {
    const free = shares.map((share, index) => (raised.has(index) ? 0n : share));
    const parts = apportion(free, units - BigInt(raised.size)).map((part, index) => (raised.has(index) ? 1n : part));
    if (!parts.includes(0n)) return parts;
    parts.forEach((part, index) => {
      if (part === 0n) raised.add(index);
    });
  }
}

/** Shares of which each is an exact fraction, as whole numbers of a common unit. */
export function wholeShares(values: readonly Rational[]): bigint[] {
  const unit = values.reduce((common, { d }) => common * rational(common, d).d, 1n);
  return values.map(({ n, d }) => (n * unit) / d);
}
