import type { DecimalString } from "../../ground/numeral.js";
import type { Rational } from "../../ground/rational.js";
import { soundModel } from "../define-model.js";
import type { ExperienceIssue } from "../issue.js";
import { EXPERIENCE_STAGES, type ExperienceModel, type SignalOf } from "../model.js";
import { resolvedModel } from "../resolve-model.js";
import { hasOrderBroken, thinData } from "./beware.js";
import type { CalibratedSignal, Calibration, CalibrationOptions } from "./calibration.js";
import { type Counts, countAll, type Table } from "./count.js";
import { byStage, type Fitted, fit, levelBreaks, printWeight, type Rows, stageBreaks } from "./fit.js";
import type { LabelledHistory } from "./labelled.js";
import { readLabelled } from "./read-labelled.js";
import { readCalibration } from "./read-options.js";
import { separationOf } from "./separation.js";
import { smoothRow } from "./smooth.js";

/**
 * Makes a new experience model from an old one and from histories whose stages the host knows: likelihoods from counts of levels by stage,
 * transition weights from steps from period to period, the prior from first labels. Thresholds, dwell, evidence and pace stay.
 *
 * Counting is the filter's: a signal counts once in a period, with the median of its levels. Smoothing is explicit: every row is (count + weight × the base's
 * probability) ÷ (all counts + weight), to six decimals by largest remainder, so that it sums to exactly 1; a row without counts stays as it was.
 * Where counts break the order of levels or stages (a higher level must speak at least as much for the later stage), the base gets twice the
 * weight until they don't, or is kept; `breaks`, `smoothing` and a warning say so. So the result always passes `defineExperienceModel`.
 *
 * Labelled histories with a fault are left out, faulty observations alone, with issues. Faulty options or a faulty model throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { calibrateExperience } from "keyaccount";
 * import { experienceModel } from "keyaccount/handbook";
 *
 * const labelled = [{
 *   observations: [{ at: "2026-01-10", levels: { risk: "takes" as const } }, { at: "2026-02-10", levels: { risk: "takes" as const } }],
 *   labels: [{ from: "2026-01-01", stage: "specialist" as const }], until: "2026-03-31",
 * }];
 * const smoothing = { signals: "2", transitions: "100", prior: "10" };
 * const { model, signals } = calibrateExperience(experienceModel, labelled, { id: "ours", version: "1", smoothing });
 * signals[5]?.counts.specialist; // => { avoids: 0, shares: 0, takes: 2 }
 * model.signals.risk.likelihoods.specialist; // => { avoids: "0.075", shares: "0.15", takes: "0.775" }
 * ```
 */
export function calibrateExperience<S>(
  model: ExperienceModel<S>,
  labelled: readonly LabelledHistory<NoInfer<S>>[],
  options: CalibrationOptions,
): Calibration<S> {
  const resolved = resolvedModel(model);
  const { id, version, weights, least } = readCalibration(options);
  const issues: ExperienceIssue[] = [];
  const read = readLabelled(labelled, resolved, issues);
  const counts = countAll(read, resolved);
  const base = resolved.model;
  const fits = Object.entries(base.signals).map(([name, signal]) =>
    fitSignal(base, name, signal, counts, weights.signals),
  );
  const steps = fit(counts.transitions, EXPERIENCE_STAGES, base.transitions, weights.transitions, stageBreaks(base));
  return {
    v: 1,
    model: soundModel({
      ...base,
      id,
      version,
      signals: Object.fromEntries(
        fits.map(({ name, signal, fitted }) => [name, { ...signal, likelihoods: fitted.rows }]),
      ),
      prior: fitPrior(base, counts, weights.prior),
      transitions: steps.rows,
    }) as unknown as ExperienceModel<S>,
    histories: read.length,
    signals: fits.map(({ told }) => told),
    transitions: { counts: tableOf(counts.transitions, EXPERIENCE_STAGES), smoothing: printWeight(steps.smoothing) },
    prior: { counts: byStage((place) => counts.prior[place] as number) },
    warnings: [
      ...thinData(counts, read.length, least),
      ...fits.flatMap(({ name, fitted }) => hasOrderBroken(name, fitted)),
      ...hasOrderBroken(null, steps),
    ],
    issues,
  };
}

interface FittedSignal {
  readonly name: string;
  readonly signal: SignalOf<DecimalString>;
  readonly fitted: Fitted;
  readonly told: CalibratedSignal;
}

function fitSignal(
  model: ExperienceModel,
  name: string,
  signal: SignalOf<DecimalString>,
  { signals }: Counts,
  weight: Rational,
): FittedSignal {
  const { levels, likelihoods } = signal;
  const table = signals.get(name) as Table;
  const fitted = fit(table, levels, likelihoods, weight, levelBreaks(model, name, signal));
  const told: CalibratedSignal = {
    signal: name,
    counts: tableOf(table, levels),
    separation: separationOf(fitted.rows),
    baseSeparation: separationOf(likelihoods),
    smoothing: printWeight(fitted.smoothing),
    breaks: fitted.breaks,
  };
  return { name, signal, fitted, told };
}

function fitPrior({ prior }: ExperienceModel, counts: Counts, weight: Rational): Rows[keyof Rows] {
  const base = EXPERIENCE_STAGES.map((stage) => prior[stage]);
  const row = smoothRow(counts.prior, base, weight);
  return byStage((place) => row[place] as string);
}

function tableOf<const K extends string>(
  table: Table,
  keys: readonly K[],
): Record<"generalist" | "in-transition" | "specialist", Record<K, number>> {
  return byStage(
    (place) =>
      Object.fromEntries(keys.map((key, index) => [key, table[place]?.[index] as number])) as Record<K, number>,
  );
}
