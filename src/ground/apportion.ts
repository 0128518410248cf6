/**
 * Whole parts of a whole total in proportion to shares, by largest remainder (Hamilton's method): every part is its quota rounded down,
 * and what is left goes, one each, to the largest remainders, ties to the earlier share. The parts sum exactly to the
 * total. Shares and total are 0 or more, and the shares' sum is above 0.
 */
export function apportion(shares: readonly bigint[], total: bigint): bigint[] {
  const sum = shares.reduce((all, share) => all + share, 0n);
  const parts = shares.map((share) => (share * total) / sum);
  const remainders = shares.map((share) => (share * total) % sum);
  const left = total - parts.reduce((all, part) => all + part, 0n);
  const ranked = [...shares.keys()].sort((a, b) => order(remainders[b] as bigint, remainders[a] as bigint) || a - b);
  for (const place of ranked.slice(0, Number(left))) parts[place] = (parts[place] as bigint) + 1n;
  return parts;
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
