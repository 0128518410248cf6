import { ceiling, plus, type Rational, ZERO } from "../../ground/rational.js";
import { type Ranked, summaryOf } from "../volumes.js";
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
  let [start, upTo] = [0, ZERO];
  return tiers.map((tier, index) => {
    upTo = plus(upTo, tier);
    const end = Number(ceiling(upTo.n * BigInt(known.length), upTo.d));
    const members = known.slice(start, end);
    const { amount, share } = summaryOf(wholes.slice(start, end), ranked);
    start = end;
    return {
      tier: index + 1,
      clients: members.map(({ id }) => id),
      value: amount,
      share,
      industries: countOf(members.map(({ industry }) => industry)),
      areas: countOf(members.map(({ area }) => area)),
    };
  });
}

/** In code-unit order of the names, so that the order of the rows doesn't show. */
function countOf(names: readonly (string | null)[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
