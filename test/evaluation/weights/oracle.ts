import { Decimal } from "decimal.js";

export const Wide = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** Principal vector and value of a reciprocal matrix to some 25 digits: plain power iteration on decimals. */
export function principal(matrix: readonly (readonly Decimal[])[]): { vector: Decimal[]; value: Decimal } {
  let vector = matrix.map(() => new Wide(1).div(matrix.length));
  let value = new Wide(0);
  for (let step = 0; step < 400; step += 1) {
    const applied = matrix.map((row) =>
      row.reduce((sum, cell, index) => sum.plus(cell.times(vector[index] ?? NaN)), new Wide(0)),
    );
    const next = applied.reduce((sum, part) => sum.plus(part), new Wide(0));
    vector = applied.map((part) => part.div(next));
    if (next.minus(value).abs().lt("1e-28")) break;
    value = next;
  }
  return { vector, value };
}

/** Weights by the largest remainder, on decimals. */
export function largestRemainder(shares: readonly Decimal[], units: number): number[] {
  const sum = shares.reduce((added, share) => added.plus(share), new Wide(0));
  // Thirty decimals: equal remainders stay equal.
  const quotas = shares.map((share) => share.times(units).div(sum).toDecimalPlaces(30));
  const parts = quotas.map((quota) => quota.floor().toNumber());
  const rest = (index: number): Decimal => (quotas[index] as Decimal).minus(parts[index] as number);
  const order = shares.map((_, index) => index).sort((a, b) => rest(b).cmp(rest(a)) || a - b);
  const left = units - parts.reduce((added, part) => added + part, 0);
  for (const index of order.slice(0, left)) parts[index] = (parts[index] as number) + 1;
  return parts;
}
