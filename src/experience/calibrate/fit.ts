import type { ExperienceModelIssue } from "../../ground/issue.js";
import { type DecimalString, printDecimal } from "../../ground/numeral.js";
import { plus, type Rational } from "../../ground/rational.js";
import { checkMonotone } from "../check-monotone.js";
import { type ByStage, EXPERIENCE_STAGES, type ExperienceModel, type SignalOf } from "../model.js";
import type { CalibratedSignal } from "./calibration.js";
import type { Table } from "./count.js";
import { smoothRow } from "./smooth.js";

/** Rows of probabilities by stage. */
export type Rows = ByStage<Readonly<Record<string, DecimalString>>>;

/** Rows that keep the order of levels or stages. */
export interface Fitted {
  readonly rows: Rows;
  /** The weight of the base's numbers; `null` where they were kept. */
  readonly smoothing: Rational | null;
  /** Where the counts broke the order when smoothed as asked. */
  readonly breaks: CalibratedSignal["breaks"];
}

const DOUBLINGS = 20;

/**
 * Smooths counts; where they then break the order that the model's check asks for, with twice the weight, and twice that, until they don't. What
 * twenty doublings (a millionfold weight) don't mend stays as it was in the base.
 */
export function fit(
  counts: Table,
  keys: readonly string[],
  base: Rows,
  strength: Rational,
  breaksOf: (rows: Rows) => CalibratedSignal["breaks"],
): Fitted {
  const rowsAt = (weight: Rational): Rows =>
    byStage((place) => {
      const row = base[EXPERIENCE_STAGES[place]];
      const before = keys.map((key) => row[key] as string);
      const smoothed = smoothRow(counts[place] as readonly number[], before, weight);
      return Object.fromEntries(keys.map((key, index) => [key, smoothed[index] as string]));
    });
  const breaks = breaksOf(rowsAt(strength));
  let weight = strength;
  for (let doubling = 0; doubling <= DOUBLINGS; doubling += 1) {
    const rows = rowsAt(weight);
    if (breaksOf(rows).length === 0) return { rows, smoothing: weight, breaks };
    weight = plus(weight, weight);
  }
  return { rows: base, smoothing: null, breaks };
}

/** Something for each stage, by its place. */
export function byStage<T>(of: (place: 0 | 1 | 2) => T): ByStage<T> {
  return { generalist: of(0), "in-transition": of(1), specialist: of(2) };
}

/** Where likelihoods break the order of a signal's levels. */
export function levelBreaks(
  model: ExperienceModel,
  id: string,
  signal: SignalOf<DecimalString>,
): (rows: Rows) => CalibratedSignal["breaks"] {
  return (likelihoods) => breaksIn({ ...model, signals: { [id]: { ...signal, likelihoods } } }, "levels-not-monotone");
}

/** Where transition weights break the order of the stages. */
export function stageBreaks(model: ExperienceModel): (rows: Rows) => CalibratedSignal["breaks"] {
  return (rows) =>
    breaksIn(
      { ...model, signals: {}, transitions: rows as ExperienceModel["transitions"] },
      "transitions-not-monotone",
    );
}

function breaksIn(
  model: ExperienceModel,
  code: "levels-not-monotone" | "transitions-not-monotone",
): CalibratedSignal["breaks"] {
  const issues: ExperienceModelIssue[] = [];
  checkMonotone(model, issues);
  return issues.filter((issue) => issue.code === code).map(({ details }) => details as never);
}

/** A weight as a decimal; `null` where the base was kept. */
export function printWeight(weight: Rational | null): DecimalString | null {
  return weight === null ? null : printDecimal(weight);
}
