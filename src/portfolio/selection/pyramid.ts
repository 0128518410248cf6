import { ceiling, plus, type Rational, ZERO } from "../../ground/rational.js";
import { type AmountSummary, amountsBy } from "../summary.js";
import type { Ranked } from "../volumes.js";
import type { PyramidTier } from "./selection.js";

/** A client of known value. */
export interface Valued {
  readonly id: string;
  readonly industry: string | null;
  readonly area: string | null;
}

/** Cuts the ranked clients into tiers by their number: a tier ends at the client with which its share of the number is reached. */
export function pyramidOf(ranked: Ranked<Valued>, tiers: readonly Rational[]): PyramidTier[] {
  const { known, wholes } = ranked;
  const tierOf = tierNumbers(known.length, tiers);
  const numbers = tiers.map((_, index) => String(index + 1));
  const sums = amountsBy(numbers, tierOf, wholes, ranked);
  return numbers.map((tier) => {
    const members = known.filter((_, index) => tierOf[index] === tier);
    return {
      tier: Number(tier),
      ...(sums[tier] as AmountSummary),
      ids: members.map(({ id }) => id),
      industries: countOf(members.map(({ industry }) => industry)),
      areas: countOf(members.map(({ area }) => area)),
    };
  });
}

/** The tier of each of so many clients. */
function tierNumbers(clients: number, tiers: readonly Rational[]): string[] {
  let [start, upTo] = [0, ZERO];
  return tiers.flatMap((tier, index) => {
    upTo = plus(upTo, tier);
    const [from, end] = [start, Number(ceiling(upTo.n * BigInt(clients), upTo.d))];
    start = end;
    return new Array<string>(end - from).fill(String(index + 1));
  });
}

/** In code-unit order of the names, so that the order of the rows doesn't show. */
function countOf(names: readonly (string | null)[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
