/** The code for no grade. */
export const NO_GRADE = 255;

/**
 * The grade of `count` rows from `at` as a place in the list of grades, not better than the row's limits allow; 255 where there is no
 * score. `steps` come in fours.
 */
export function gradeRows(
  steps: Float64Array,
  ticks: Float64Array,
  grades: Uint8Array,
  at: number,
  count: number,
  held: Uint8Array,
): void {
  for (let from = 0; from < steps.length; from += 4) passFour(steps, from, ticks, grades, at, count);
  for (let index = 0; index < count; index += 1) {
    const score = ticks[at + index] as number;
    grades[at + index] = score === score ? Math.max(grades[at + index] as number, held[index] as number) : NO_GRADE;
  }
}

/** Adds how many of four steps each row misses. */
function passFour(
  steps: Float64Array,
  from: number,
  ticks: Float64Array,
  grades: Uint8Array,
  at: number,
  count: number,
): void {
  const one = Number(steps[from]);
  const two = Number(steps[from + 1]);
  const three = Number(steps[from + 2]);
  const four = Number(steps[from + 3]);
  for (let index = 0; index < count; index += 1) {
    const score = ticks[at + index] as number;
    const missed = Number(score < one) + Number(score < two) + Number(score < three) + Number(score < four);
    grades[at + index] = missed + (grades[at + index] as number);
  }
}
