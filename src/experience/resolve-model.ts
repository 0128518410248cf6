import { throwIssues } from "../ground/error.js";
import { hashJson } from "../ground/hash.js";
import type { Json } from "../ground/json.js";
import { type DecimalString, exactly } from "../ground/numeral.js";
import { ceiling, roundHalfAway } from "../ground/rational.js";
import { CHANCE_UNIT, type Chances, readChances, TICKS, type Transitions, WEIGHT_UNIT } from "./chances.js";
import { checkExperienceModel, isSoundModel } from "./check-model.js";
import { HANDBOOK_MODEL } from "./default-model.js";
import { EXPERIENCE_STAGES, type ExperienceModel, type SignalOf } from "./model.js";
import type { Leaning } from "./result.js";

/** One level of a signal. */
export interface ResolvedLevel {
  readonly level: string;
  /** In parts of `WEIGHT_UNIT`. */
  readonly likelihoods: Chances;
  readonly ratio: number;
  readonly leaning: Leaning;
}

/** A signal, ready to be counted. */
export interface ResolvedSignal {
  readonly id: string;
  readonly handbook: string | null;
  readonly levels: readonly ResolvedLevel[];
  readonly places: ReadonlyMap<string, number>;
  readonly isSilent: boolean;
}

/** A sound model, ready to be filtered with. */
export interface ResolvedModel {
  readonly model: ExperienceModel;
  readonly hash: string;
  readonly signals: readonly ResolvedSignal[];
  readonly places: ReadonlyMap<string, number>;
  readonly prior: Chances;
  readonly transitions: Transitions;
  /** A threshold is reached from so many ticks on. */
  readonly enter: number;
  readonly leave: number;
}

const resolved = /* @__PURE__ */ new WeakMap<object, ResolvedModel>();

/** The model made ready, once for each; throws all its faults if it is none that this package made and is faulty. */
export function resolvedModel(model: unknown): ResolvedModel {
  const key = typeof model === "object" && model !== null ? model : {};
  const known = resolved.get(key);
  if (known !== undefined) return known;
  const fresh = resolve(isSoundModel(key) ? (model as ExperienceModel) : soundArgument(model));
  if (isSoundModel(key) || key === HANDBOOK_MODEL) resolved.set(key, fresh);
  return fresh;
}

function soundArgument(input: unknown): ExperienceModel {
  const { model, issues } = checkExperienceModel(input);
  throwIssues(issues.map((issue) => ({ ...issue, path: ["model", ...issue.path] })));
  return model as ExperienceModel;
}

function resolve(model: ExperienceModel): ResolvedModel {
  const signals = Object.entries(model.signals).map(([id, signal]) => resolveSignal(id, signal));
  return {
    model,
    hash: hashJson(model as unknown as Json),
    signals,
    places: new Map(signals.map(({ id }, place) => [id, place])),
    prior: readChances(model.prior, CHANCE_UNIT),
    transitions: EXPERIENCE_STAGES.map((stage) =>
      readChances(model.transitions[stage], WEIGHT_UNIT),
    ) as unknown as Transitions,
    enter: ticksFrom(model.thresholds.enter),
    leave: ticksFrom(model.thresholds.leave),
  };
}

/** The least whole number of ticks that isn't below a threshold. */
function ticksFrom(threshold: DecimalString): number {
  const { n, d } = exactly(threshold);
  return Number(ceiling(n * BigInt(TICKS), d));
}

function resolveSignal(
  id: string,
  { handbook, levels, likelihoods, silentWhenInterwoven }: SignalOf<string>,
): ResolvedSignal {
  const resolveLevel = (level: string): ResolvedLevel => {
    const [generalist, transition, specialist] = EXPERIENCE_STAGES.map((stage) => likelihoods[stage][level]);
    const chances = { generalist, "in-transition": transition, specialist } as Parameters<typeof readChances>[0];
    return judge(level, readChances(chances, WEIGHT_UNIT));
  };
  return {
    id,
    handbook: handbook ?? null,
    levels: levels.map(resolveLevel),
    places: new Map(levels.map((level, place) => [level, place])),
    isSilent: silentWhenInterwoven === true,
  };
}

function judge(level: string, likelihoods: Chances): ResolvedLevel {
  const [generalist, , specialist] = likelihoods;
  const ratio = Number(roundHalfAway(specialist * BigInt(TICKS), generalist)) / TICKS;
  const leaning = specialist > generalist ? "specialist" : specialist < generalist ? "generalist" : "neutral";
  return { level, likelihoods, ratio, leaning };
}
