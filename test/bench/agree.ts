import { type Evaluation, evaluate } from "keyaccount";
import { byHand } from "./contenders/by-hand.js";
import { halfBand } from "./contenders/json-rules-bands.js";
import { type Answer, IDS, WEIGHTS } from "./contenders/rival.js";
import { type BenchFacts, card } from "./subject.js";
import type { Agreement } from "./suite.js";

/** What differs between two results that should have one shape. */
interface Differences {
  /** Paths whose keys, their order, or the type of the value differ. */
  readonly shape: string[];
  /** Paths of numbers, texts or truth values that differ. */
  readonly values: string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** Compares two values key by key; adds to `found`. */
function compare(one: unknown, other: unknown, path: string, found: Differences): void {
  if (typeOf(one) !== typeOf(other)) {
    found.shape.push(`${path}: ${typeOf(one)} and ${typeOf(other)}`);
  } else if (isObject(one) && isObject(other)) {
    const [keys, others] = [Object.keys(one).join(), Object.keys(other).join()];
    if (keys !== others) found.shape.push(`${path}: ${keys} and ${others}`);
    else for (const key of Object.keys(one)) compare(one[key], other[key], `${path}.${key}`, found);
  } else if (one !== other) {
    found.values.push(`${path}: ${String(one)} and ${String(other)}`);
  }
}

/** The noise of floats, scores having four decimals. */
const NOISE = 0.000_101;
const apart = (one: number | null | undefined, other: number | null | undefined): number =>
  Math.abs((one ?? NaN) - (other ?? NaN));

/** Says whether the function by hand has `evaluate`'s shape, key by key, and how many totals float64 gets wrong. */
export function shapesAgree(clients: readonly BenchFacts[]): Agreement {
  const found: Differences = { shape: [], values: [] };
  const withoutHash = (evaluation: Evaluation): object => ({
    ...evaluation,
    scorecard: { ...evaluation.scorecard, hash: "" },
  });
  const gaps = clients.map((facts) => {
    const [ours, theirs] = [evaluate(card, facts), byHand(facts)];
    compare(withoutHash(ours), withoutHash(theirs), "evaluation", found);
    return apart(ours.score, theirs.score);
  });
  const wrong = gaps.filter((gap) => gap > 0).length;
  const text = `by hand: ${String(found.shape.length)} differences of shape, ${String(wrong)} of ${String(clients.length)} totals wrong by rounding`;
  const examples = [...found.shape.slice(0, 5), ...found.values.slice(0, 2)].map((difference) => ` (${difference})`);
  return { text: text + examples.join(""), ok: found.shape.length === 0 && gaps.every((gap) => gap < NOISE) };
}

/** How an engine answers: as exactly as floats can, or by the middle of bands. */
export type Precision = "exact" | { readonly bands: number };

/** Points and score within what the precision allows; an explanation that names whoever lost points, and how many. */
function agrees(ours: Evaluation, { points, score, grade, reasons }: Answer, precision: Precision): boolean {
  const slack = IDS.map((id) => (precision === "exact" ? 0 : halfBand(id, precision.bands)));
  const lost = IDS.filter((id) => (points[id] ?? NaN) < WEIGHTS[id]);
  const lostOf = (indicator: string): number => reasons?.find((reason) => reason.indicator === indicator)?.lost ?? NaN;
  return (
    IDS.every((id, place) => apart(points[id], ours.indicators[id]?.points) < (slack[place] ?? 0) + NOISE) &&
    apart(score, ours.score) < slack.reduce((sum, one) => sum + one, 0) + NOISE &&
    (precision === "exact" ? grade === ours.grade : grade === gradeOf(score, ours)) &&
    (reasons === undefined ||
      (reasons.length === lost.length &&
        lost.every((id) => apart(lostOf(id), WEIGHTS[id] - (points[id] ?? NaN)) < NOISE)))
  );
}

/** The grade of a score by the card's own steps and limit. */
function gradeOf(score: number, { limits }: Evaluation): string | undefined {
  const best = limits[0]?.grade;
  const from = card.grades.findIndex(({ grade }) => best === undefined || grade === best);
  return card.grades.find((step, place) => place >= from && (step.from === null || score >= Number(step.from)))?.grade;
}

/** Compares an engine's answers with `evaluate`'s before it is timed, and says how far apart they are. */
export async function answersAgree(
  name: string,
  judge: (facts: BenchFacts) => Answer | Promise<Answer>,
  clients: readonly BenchFacts[],
  precision: Precision = "exact",
): Promise<Agreement> {
  let [differing, grades, widest] = [0, 0, 0];
  for (const facts of clients) {
    const [ours, theirs] = [evaluate(card, facts), await judge(facts)];
    if (!agrees(ours, theirs, precision)) differing += 1;
    if (ours.grade !== theirs.grade) grades += 1;
    widest = Math.max(widest, apart(ours.score, theirs.score));
  }
  const allowed = precision === "exact" ? "rounding" : "half a band";
  const text =
    `${name}: ${String(differing)} of ${String(clients.length)} answers differ by more than ${allowed}; ` +
    `scores at most ${widest.toFixed(2)} apart, ${String(grades)} other grades`;
  return { text, ok: differing === 0 };
}
