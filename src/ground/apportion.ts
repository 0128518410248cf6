/**
 * Divides a whole number in proportion to shares by the largest remainder (Hamilton): each gets the whole part of its quota, what is
 * left goes one by one to the largest remainders, ties in the order given. The parts sum to the total exactly. Shares are whole numbers
 * of any common unit, none below zero, not all zero; a share of zero gets nothing.
 */
export function apportion(shares: readonly bigint[], total: bigint): bigint[] {
  const sum = shares.reduce((added, share) => added + share, 0n);
  const parts = shares.map((share) => (share * total) / sum);
  const left = Number(parts.reduce((rest, part) => rest - part, total));
  const remainders = shares.map((share, index) => ({ index, rest: (share * total) % sum }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] as bigint) + 1n;
  return parts;
}
