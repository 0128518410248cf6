import fc from "fast-check";
import {
  type ByStage,
  defineExperienceModel,
  type ExperienceModel,
  type ExperienceModelDefinition,
  type ExperienceObservation,
} from "keyaccount";

/** One signal, month by month, no waiting: small enough to filter by hand. */
export const tendersDefinition = {
  id: "tenders",
  version: "1",
  signals: {
    tenders: {
      levels: ["none", "some"],
      likelihoods: {
        generalist: { none: "0.9", some: "0.1" },
        "in-transition": { none: "0.5", some: "0.5" },
        specialist: { none: "0.1", some: "0.9" },
      },
    },
  },
  prior: { generalist: "0.5", "in-transition": "0.3", specialist: "0.2" },
  transitions: {
    generalist: { generalist: "0.8", "in-transition": "0.18", specialist: "0.02" },
    "in-transition": { generalist: "0.1", "in-transition": "0.7", specialist: "0.2" },
    specialist: { generalist: "0.01", "in-transition": "0.09", specialist: "0.9" },
  },
  thresholds: { enter: "0.7", leave: "0.4" },
  evidence: { signals: 1, within: 12 },
} as const satisfies ExperienceModelDefinition<{ tenders: "none" | "some" }>;

export const tendersModel: ExperienceModel<{ readonly tenders: "none" | "some" }> =
  defineExperienceModel(tendersDefinition);

/** Signals of any model. */
export type AnySignals = Readonly<Record<string, string>>;
export type AnyObservation = ExperienceObservation<AnySignals>;

const UNITS = 1_000;

/** A share of 1 as a decimal of so many units. */
const decimal = (units: number, of = UNITS): string => (units / of).toFixed(9);

/** A row of likelihoods ∝ base × ratio^stage: with rising ratios every higher level speaks more for the later stage. */
function rowOf(base: readonly number[], ratios: readonly number[], stage: number): string[] {
  const weights = base.map((one, level) => one * (ratios[level] as number) ** stage);
  const total = weights.reduce((sum, one) => sum + one, 0);
  const units = weights.map((one) => Math.max(Math.round((one / total) * UNITS), 1));
  const rest = UNITS - units.reduce((sum, one) => sum + one, 0);
  const largest = units.indexOf(Math.max(...units));
  units[largest] = (units[largest] as number) + rest;
  return units.map((one) => decimal(one));
}

const signal = fc
  .integer({ min: 2, max: 4 })
  .chain((count) =>
    fc.record({
      base: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: count, maxLength: count }),
      steps: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }),
      silentWhenInterwoven: fc.boolean(),
    }),
  )
  .map(({ base, steps, silentWhenInterwoven }) => {
    const levels = base.map((_, level) => `l${String(level)}`);
    const ratios = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 1) + step], []).slice(0, base.length);
    const row = (stage: number): Record<string, string> =>
      Object.fromEntries(rowOf(base, ratios, stage).map((one, level) => [levels[level] as string, one]));
    const likelihoods = { generalist: row(0), "in-transition": row(1), specialist: row(2) };
    return { levels, likelihoods, silentWhenInterwoven };
  });

/** Steps between neighbours up to a fifth; leaps half as likely as two steps. */
const transitions = fc
  .tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 200 })))
  .map(([a = 1, b = 1, c = 1, d = 1]): ByStage<ByStage<string>> => {
    const leap = (one: number, other: number): number => (one * other) / 2;
    const row = (parts: readonly number[]): string[] => parts.map((one) => decimal(one, UNITS * UNITS));
    const rows = [
      row([UNITS * UNITS - a * UNITS - leap(a, c), a * UNITS, leap(a, c)]),
      row([b * UNITS, UNITS * UNITS - b * UNITS - c * UNITS, c * UNITS]),
      row([leap(b, d), d * UNITS, UNITS * UNITS - d * UNITS - leap(b, d)]),
    ];
    const byStage = ([generalist, transition, specialist]: readonly string[]): ByStage<string> => ({
      generalist: generalist as string,
      "in-transition": transition as string,
      specialist: specialist as string,
    });
    const [first, second, third] = rows.map(byStage) as [ByStage<string>, ByStage<string>, ByStage<string>];
    return { generalist: first, "in-transition": second, specialist: third };
  });

/** A model, or nothing where rounding to thousandths made it one that is refused. */
function tryModel(definition: ExperienceModelDefinition<AnySignals>): ExperienceModel<AnySignals> | undefined {
  try {
    return defineExperienceModel(definition);
  } catch {
    return undefined;
  }
}

/** Sound models of one to three signals. */
export const models: fc.Arbitrary<ExperienceModel<AnySignals>> = fc
  .record({
    signals: fc.dictionary(fc.constantFrom("a", "b", "c"), signal, { minKeys: 1, noNullPrototype: true }),
    prior: fc.tuple(fc.integer({ min: 1, max: 499 }), fc.integer({ min: 1, max: 499 })),
    transitions,
    thresholds: fc.tuple(fc.integer({ min: 500, max: 900 }), fc.integer({ min: 0, max: 400 })),
    dwell: fc.integer({ min: 1, max: 3 }),
    least: fc.integer({ min: 1, max: 3 }),
    within: fc.integer({ min: 1, max: 12 }),
    period: fc.constantFrom(
      { unit: "month" as const, every: 1 },
      { unit: "month" as const, every: 3 },
      { unit: "day" as const, every: 30 },
    ),
    paced: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ signals, prior: [g, t], thresholds: [enter, gap], least, within, paced, ...rest }) =>
    tryModel({
      id: "any",
      version: "1",
      signals,
      prior: { generalist: decimal(g), "in-transition": decimal(t), specialist: decimal(UNITS - g - t) },
      thresholds: { enter: decimal(enter), leave: decimal(enter - gap) },
      evidence: { signals: Math.min(least, Object.keys(signals).length), within },
      pace: { periods: paced, steadyBelow: "0.05" },
      ...rest,
    }),
  )
  .filter((model) => model !== undefined);

const DAY = 86_400_000;
const FIRST = Date.UTC(2020, 0, 1);

/** The day so many days after the first of 2020. */
export function dayAt(days: number): string {
  return new Date(FIRST + days * DAY).toISOString().slice(0, 10);
}

/** Observations of a model within some days from 2020 on. */
export function observationsOf(
  model: ExperienceModel<AnySignals>,
  days: number,
  most: number,
): fc.Arbitrary<AnyObservation[]> {
  const levels = fc.record(
    Object.fromEntries(Object.entries(model.signals).map(([id, one]) => [id, fc.constantFrom(...one.levels, null)])),
    { requiredKeys: [], noNullPrototype: true },
  );
  const observation = fc.record(
    {
      at: fc.integer({ min: 0, max: days }).map(dayAt),
      levels,
      provenance: fc.record({ source: fc.constantFrom("visit", "order"), ref: fc.constantFrom("r1", "r2", null) }),
      interwoven: fc.boolean(),
    },
    { requiredKeys: ["at", "levels"], noNullPrototype: true },
  );
  return fc.array(observation, { maxLength: most }) as fc.Arbitrary<AnyObservation[]>;
}

/** A model with observations of it. */
export function histories(
  days: number,
  most: number,
): fc.Arbitrary<{ readonly model: ExperienceModel<AnySignals>; readonly observations: AnyObservation[] }> {
  return models.chain((model) =>
    fc.record({ model: fc.constant(model), observations: observationsOf(model, days, most) }),
  );
}
