import type { PlainDate } from "../ground/dates.js";
import { type Chances, type Reach, reachOf, scale, weigh } from "./chances.js";
import type { ResolvedLevel, ResolvedModel, ResolvedSignal } from "./resolve-model.js";
import type { CountedObservation, SeenSignal } from "./state.js";

/** What a period's observations do to the probabilities. */
export interface WeighedPeriod {
  readonly chances: Chances;
  readonly reach: Reach;
  /** What each signal seen moved the sum of the two ticks by, in the model's order. */
  readonly shifts: ReadonlyMap<string, number>;
  readonly seen: ReadonlyMap<string, SeenSignal>;
}

/**
 * Bayes' rule over one period. A signal counts once, however often it was seen, with the median of its levels (of an even number the one
 * nearer to the generalist): three notes of one month are one proof, and their order doesn't matter.
 */
export function weighPeriod(
  predicted: Chances,
  observations: readonly CountedObservation[],
  period: PlainDate,
  { signals }: ResolvedModel,
): WeighedPeriod {
  const shifts = new Map<string, number>();
  const seen = new Map<string, SeenSignal>();
  let chances = predicted;
  let reach = reachOf(chances);
  for (const signal of signals) {
    const views = viewsOf(signal, observations);
    if (views.length === 0) continue;
    const { likelihoods, level } = medianOf(signal, views);
    const before = sumOf(reach);
    chances = weigh(chances, likelihoods);
    reach = reachOf(chances);
    shifts.set(signal.id, sumOf(reach) - before);
    seen.set(signal.id, seenSignal(signal, views, level, period));
  }
  return { chances: scale(chances), reach, shifts, seen };
}

/** The position in half ticks. */
export function sumOf({ transition, specialist }: Reach): number {
  return transition + specialist;
}

/** An observation with the place of its level among the signal's. */
interface View {
  readonly observation: CountedObservation;
  readonly place: number;
}

function viewsOf({ id, places }: ResolvedSignal, observations: readonly CountedObservation[]): View[] {
  return observations.flatMap((observation) => {
    const level = observation.levels[id as keyof typeof observation.levels];
    return level === undefined ? [] : [{ observation, place: places.get(level) as number }];
  });
}

function medianOf({ levels }: ResolvedSignal, views: readonly View[]): ResolvedLevel {
  const places = views.map(({ place }) => place).sort((a, b) => a - b);
  return levels[places[(places.length - 1) >> 1] as number] as ResolvedLevel;
}

/** The level that counted, with the latest observation that had it. */
function seenSignal({ levels }: ResolvedSignal, views: readonly View[], level: string, period: PlainDate): SeenSignal {
  const latest = views.findLast(({ place }) => levels[place]?.level === level) as View;
  const { at, source, ref, verified } = latest.observation;
  const times = levels.map((_, place) => views.filter((view) => view.place === place).length);
  const seen = levels.flatMap((one, place) =>
    times[place] === 0 ? [] : [{ level: one.level, times: times[place] as number }],
  );
  return { level, at, source, ref, verified, period, seen };
}
