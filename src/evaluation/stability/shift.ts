import { apportion } from "../../ground/apportion.js";

/** A move of one indicator's weight, all others rescaled. */
export interface Lever {
  readonly weights: readonly bigint[];
  readonly index: number;
  readonly total: bigint;
  readonly sign: -1 | 1;
}

/** How many ticks the weight can move, while every weight keeps one tick at least. */
export function reach({ weights, index, total, sign }: Lever): number {
  const own = weights[index] as bigint;
  const others = BigInt(weights.length - 1);
  return others === 0n ? 0 : Number(sign < 0 ? own - 1n : total - own - others);
}

/** All weights once one has moved by so many ticks; `null` where one of the others would vanish. */
export function weightsAt({ weights, index, total, sign }: Lever, steps: number): bigint[] | null {
  const moved = (weights[index] as bigint) + BigInt(sign * steps);
  const others = weights.filter((_, place) => place !== index);
  const rescaled = apportion(others, total - moved);
  if (rescaled.includes(0n)) return null;
  rescaled.splice(index, 0, moved);
  return rescaled;
}
