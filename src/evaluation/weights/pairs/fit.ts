import { exactQuantity } from "../../../ground/numeral.js";
import { consistencyOf, matrixOf, type Solved, solve, toSix, withoutPair } from "./consistency.js";
import type { Compared, Comparisons } from "./judgement.js";
import { principalVector } from "./principal.js";
import type { RandomIndex } from "./random-index.js";
import { printRatio, toDouble } from "./ratio.js";

/** How one judgement fits the weights. */
export interface PairFit<K extends string = string> {
  readonly a: K;
  readonly b: K;
  /** The judgement: a decimal or a fraction such as `"1/3"`. */
  readonly ratio: string;
  /** What the weights say instead: share of a ÷ share of b. */
  readonly implied: number;
  /** Saaty's ε = ratio × share of b ÷ share of a: 1 where the judgement fits, above 1 where it favours `a` too much, below 1 where `b`. */
  readonly error: number;
}

/** The judgement that fits the weights least. */
export interface WorstPair<K extends string = string> extends PairFit<K> {
  /** The ratio that the other judgements by themselves ask for (Harker 1987). */
  readonly fit: number;
  /** The consistency ratio with `fit` in place of this judgement; `null` beyond the table. */
  readonly consistencyThen: number | null;
}

/** How every judgement fits. */
export function fitsOf({ ids, pairs }: Comparisons, { vector }: Solved): PairFit[] {
  return pairs.map(({ a, b, ratio }) => {
    const implied = (vector[a] as number) / (vector[b] as number);
    return {
      a: ids[a] as string,
      b: ids[b] as string,
      ratio: printRatio(ratio),
      implied: toSix(implied),
      error: toSix(toDouble(ratio) / implied),
    };
  });
}

/** The worst judgement, ties in the order given; `null` where all agree. */
export function worstOf(
  comparisons: Comparisons,
  solved: Solved,
  fits: readonly PairFit[],
  table: RandomIndex,
): WorstPair | null {
  if (solved.exact !== null) return null;
  const { vector } = solved;
  const sizes = comparisons.pairs.map(({ a, b, ratio }) => {
    const error = (toDouble(ratio) * (vector[b] as number)) / (vector[a] as number);
    return Math.round(Math.max(error, 1 / error) * 1e9);
  });
  const place = sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0));
  return { ...(fits[place] as PairFit), ...mended(comparisons, place, table) };
}

/** What becomes of the comparisons if one of them is replaced by what all the others say of it. */
function mended(
  { ids, pairs }: Comparisons,
  place: number,
  table: RandomIndex,
): Pick<WorstPair, "fit" | "consistencyThen"> {
  const pair = pairs[place] as Compared;
  const others = principalVector(withoutPair(matrixOf(ids.length, pairs), pair));
  const fit = toSix(Math.min(Math.max((others[pair.a] as number) / (others[pair.b] as number), 1e-6), 1e6));
  const then = solve({ ids, pairs: pairs.with(place, { ...pair, ratio: exactQuantity(fit) }) });
  return { fit, consistencyThen: consistencyOf(ids.length, then.lambdaMax, table).ratio };
}
