import { list, optional, record, type Shape, table } from "../evaluation/definition/shape.js";
import { throwIssues } from "../ground/error.js";
import type { ExperienceModelIssue, ScorecardIssue } from "../ground/issue.js";
import { readJson } from "../ground/json.js";
import { exactly, exactQuantity, isNumeral, middle, printDecimal, type Quantity } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import { minus, plus, type Rational, times } from "../ground/rational.js";
import { isSoundModel } from "./check-model.js";
import { soundModel } from "./define-model.js";
import {
  type ByStage,
  EXPERIENCE_STAGES,
  type ExperienceModel,
  type ExperienceModelDefinition,
  type ExperienceStage,
  type SignalLevels,
  type SignalOf,
} from "./model.js";

/** What {@link extendExperienceModel} changes; `S` are the base's signals, `N` the added ones, `O` those left out. */
export type ExperienceModelExtension<S, N, O extends string> = {
  readonly [P in Exclude<keyof ExperienceModelDefinition<S>, "v" | "id" | "signals">]?:
    | ExperienceModelDefinition<S>[P]
    | undefined;
} & {
  readonly id: string;
  /** Added after the base's signals, or in the place of one. */
  readonly signals?: { readonly [K in keyof N]: SignalOf<Quantity, N[K] & string> } | undefined;
  /** Signals of the base to leave out. */
  readonly omit?: readonly O[] | undefined;
  /**
   * How much of its strength a signal keeps: its likelihoods' distance from the mean of the generalist's and the specialist's, times this
   * factor. 1 leaves it as it is, 0.5 makes it speak half as clearly, 1.2 more clearly.
   */
  readonly reweigh?: { readonly [K in Exclude<keyof S, O> | keyof NoInfer<N>]?: Quantity | undefined } | undefined;
};

/** The signals of an extended model. */
export type ExtendedSignals<S, N, O> = {
  readonly [K in Exclude<keyof S, O> | keyof N]: K extends keyof N ? N[K] : K extends keyof S ? S[K] : never;
};

/**
 * An experience model on the base of another one: with signals of the host's own, without some of the base's, with others made weaker or
 * stronger, with other priors, transitions, thresholds … What is left out stays as it is; the base isn't changed.
 *
 * Throws a `KeyAccountError` with all faults: an unknown signal to omit or reweigh, a factor that isn't above 0, and all that
 * `defineExperienceModel` refuses, such as a factor so great that a likelihood falls to 0, or fewer signals than `evidence` asks for.
 *
 * @example
 * ```ts
 * import { extendExperienceModel } from "keyaccount";
 * import { experienceModel } from "keyaccount/handbook";
 *
 * const ours = extendExperienceModel(experienceModel, { id: "ours", omit: ["risk"], reweigh: { guidance: "0.5" } });
 * Object.keys(ours.signals).length; // => 7
 * ours.signals.guidance.likelihoods.generalist; // => { "start-to-end": "0.5125", "at-times": "0.25", little: "0.2375" }
 * ```
 */
export function extendExperienceModel<
  S,
  const N extends SignalLevels = Record<never, never>,
  const O extends keyof S & string = never,
>(base: ExperienceModel<S>, extension: ExperienceModelExtension<S, N, O>): ExperienceModel<ExtendedSignals<S, N, O>> {
  const known = isSoundModel(base) ? (base as unknown as ExperienceModel) : soundModel(base);
  const { signals: added, omit = [], reweigh = {}, ...rest } = readExtension(extension);
  const signals: Record<string, SignalOf<Quantity>> = { ...known.signals, ...added };
  const issues: ExperienceModelIssue[] = [];
  omit.forEach((id, index) => {
    if (!Object.hasOwn(known.signals, id as string)) issues.push(unknownSignal(id, ["omit", index]));
    else if (!Object.hasOwn(added ?? {}, id as string)) delete signals[id as string];
  });
  for (const [id, factor] of Object.entries(reweigh)) checkFactor(id, factor, signals, issues);
  throwIssues(issues);
  const plain = soundModel({ ...known, ...rest, signals });
  return sharpened(plain, Object.entries(reweigh)) as unknown as ExperienceModel<ExtendedSignals<S, N, O>>;
}

interface LooseExtension {
  readonly signals?: Readonly<Record<string, SignalOf<Quantity>>>;
  readonly omit?: readonly unknown[];
  readonly reweigh?: Readonly<Record<string, Quantity>>;
}

/** Whatever stands there: the check of the whole model looks at it. */
const any: Shape = (value) => value;

/** A plain copy of the extension, its own parts of the right type. */
function readExtension(input: unknown): LooseExtension {
  const { json, issues } = readJson(input, { values: 10_000 });
  throwIssues(issues);
  const faults: ScorecardIssue[] = [];
  const own = { signals: optional(table(any, 0)), omit: optional(list(any, 0)), reweigh: optional(table(any, 0)) };
  const kept = "id version period prior transitions thresholds dwell evidence pace".split(" ");
  const extension = record({ ...Object.fromEntries(kept.map((key) => [key, any])), ...own })(json, [], faults);
  if (faults.length === 0 && !Object.hasOwn(json as object, "id"))
    faults.push({ code: "required", path: ["id"], details: {} });
  throwIssues(faults);
  return extension as LooseExtension;
}

function unknownSignal(signal: unknown, path: readonly (string | number)[]): ExperienceModelIssue {
  return { code: "unknown-signal", path, details: { signal: print(signal) } };
}

function checkFactor(id: string, factor: unknown, signals: object, issues: ExperienceModelIssue[]): void {
  const path = ["reweigh", id];
  const received = print(factor);
  if (!Object.hasOwn(signals, id)) issues.push(unknownSignal(id, path));
  else if ((typeof factor !== "string" && typeof factor !== "number") || !isNumeral(String(factor))) {
    issues.push({ code: "not-a-decimal", path, details: { received } });
  } else if (exactQuantity(factor).n <= 0n) issues.push({ code: "not-positive", path, details: { received } });
}

/** The model with some signals' likelihoods so many times as far from the mean of the two ends. */
function sharpened(model: ExperienceModel, factors: readonly (readonly [string, Quantity])[]): ExperienceModel {
  if (factors.length === 0) return model;
  const entries = factors.map(([id, factor]) => {
    const signal = model.signals[id] as SignalOf<string>;
    return [id, { ...signal, likelihoods: rowsMoved(signal, exactQuantity(factor)) }] as const;
  });
  return soundModel({ ...model, signals: { ...model.signals, ...Object.fromEntries(entries) } });
}

function rowsMoved({ levels, likelihoods }: SignalOf<string>, factor: Rational): object {
  const rowOf = (stage: ExperienceStage): Record<string, string> =>
    Object.fromEntries(levels.map((level) => [level, printDecimal(moved(level, likelihoods, stage, factor))]));
  return Object.fromEntries(EXPERIENCE_STAGES.map((stage) => [stage, rowOf(stage)]));
}

function moved(
  level: string,
  likelihoods: ByStage<Readonly<Record<string, string>>>,
  stage: ExperienceStage,
  factor: Rational,
): Rational {
  const at = (one: ExperienceStage): Rational => exactly(likelihoods[one][level] as string);
  const mean = middle(at("generalist"), at("specialist"));
  return plus(mean, times(minus(at(stage), mean), factor));
}
