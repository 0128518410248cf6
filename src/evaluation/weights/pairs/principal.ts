/** A square matrix of positive numbers, by rows. Zeros are allowed off the diagonal. */
export type Matrix = readonly (readonly number[])[];

const MOST_SQUARINGS = 48;
/** Steps of the plain power iteration at the end: they undo what squaring lost in its last digits. */
const LAST_STEPS = 4;
const CLOSE = 1e-15;

/**
 * The principal right eigenvector, scaled to a sum of 1, by the power method: the matrix is squared until its rows point the same way (each
 * squaring doubles the number of steps, so even judgements that contradict each other wildly take few), then a few plain steps follow. Only
 * + − × ÷ on doubles in a fixed order: the same bits on every engine.
 */
export function principalVector(matrix: Matrix): number[] {
  let power = matrix;
  let vector = rowShares(power);
  for (let round = 0; round < MOST_SQUARINGS; round += 1) {
    power = squared(power);
    const next = rowShares(power);
    const isSettled = next.every((part, index) => Math.abs(part - (vector[index] as number)) <= CLOSE * part);
    vector = next;
    if (isSettled) break;
  }
  for (let step = 0; step < LAST_STEPS; step += 1) vector = scaled(applied(matrix, vector));
  return vector;
}

/** The principal eigenvalue, given its eigenvector with a sum of 1: what the matrix does to that sum. */
export function principalValue(matrix: Matrix, vector: readonly number[]): number {
  return sumOf(applied(matrix, vector));
}

function applied(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, cell, index) => sum + cell * (vector[index] as number), 0));
}

/** The square, divided by its largest cell so that nothing overflows. */
function squared(matrix: Matrix): Matrix {
  const columns = matrix.map((_, index) => matrix.map((row) => row[index] as number));
  const product = matrix.map((row) =>
    columns.map((column) => row.reduce((sum, cell, index) => sum + cell * (column[index] as number), 0)),
  );
  const largest = product.reduce((most, row) => row.reduce((one, cell) => Math.max(one, cell), most), 0);
  return product.map((row) => row.map((cell) => cell / largest));
}

function rowShares(matrix: Matrix): number[] {
  return scaled(matrix.map(sumOf));
}

function scaled(vector: readonly number[]): number[] {
  const sum = sumOf(vector);
  return vector.map((part) => part / sum);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
