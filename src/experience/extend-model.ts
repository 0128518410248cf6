import { throwIssues } from "../ground/error.js";
import type { ExperienceModelIssue } from "../ground/issue.js";
import { exactly, exactQuantity, isNumeral, middle, printDecimal, type Quantity } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import { minus, plus, type Rational, times } from "../ground/rational.js";
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
export interface ExperienceModelExtension<S, N, O extends string>
  extends Partial<Omit<ExperienceModelDefinition<S>, "v" | "id" | "signals">> {
  readonly id: string;
  /** Added after the base's signals, or in the place of one. */
  readonly signals?: { readonly [K in keyof N]: SignalOf<Quantity, N[K] & string> } | undefined;
  /** Signals of the base to leave out. */
  readonly omit?: readonly O[] | undefined;
  /**
   * How much of its strength a signal keeps: its likelihoods' distance from the mean of the generalist's and the specialist's, times this
   * factor. 1 leaves it as it is, 0.5 makes it speak half as clearly, 1.2 more clearly.
   */
  readonly reweigh?: { readonly [K in Exclude<keyof S, O> | keyof NoInfer<N>]?: Quantity } | undefined;
}

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
  const { signals: added, omit, reweigh, ...rest } = extension as LooseExtension;
  const known = base as unknown as ExperienceModel;
  const signals: Record<string, SignalOf<Quantity>> = { ...known.signals, ...added };
  const issues: ExperienceModelIssue[] = [];
  for (const [index, id] of (omit ?? []).entries()) {
    if (!Object.hasOwn(known.signals, id)) issues.push(unknownSignal(id, ["omit", index]));
    else if (!Object.hasOwn(added ?? {}, id)) delete signals[id];
  }
  const factors = Object.entries(reweigh ?? {}).filter((entry): entry is [string, Quantity] => entry[1] !== undefined);
  for (const [id, factor] of factors) checkFactor(id, factor, signals, issues);
  throwIssues(issues);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const plain = soundModel({ ...known, ...given, signals });
  return sharpened(plain, factors) as unknown as ExperienceModel<ExtendedSignals<S, N, O>>;
}

interface LooseExtension {
  readonly signals?: Readonly<Record<string, SignalOf<Quantity>>> | undefined;
  readonly omit?: readonly string[] | undefined;
  readonly reweigh?: Readonly<Record<string, Quantity | undefined>> | undefined;
}

function unknownSignal(signal: string, path: readonly (string | number)[]): ExperienceModelIssue {
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
