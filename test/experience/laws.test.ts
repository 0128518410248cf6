import fc from "fast-check";
import {
  advanceExperience,
  classifyExperience,
  EXPERIENCE_STAGES,
  type ExperienceModel,
  type ExperienceResult,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { type AnyObservation, type AnySignals, dayAt, histories } from "./models.js";
import { pathsTicks } from "./oracle.js";

const DAYS = 500;
const asOf = dayAt(DAYS + 60);
const ticks = (share: number): number => Math.round(share * 10_000);
const halves = (position: number): number => Math.round(position * 20_000);
const classify = (model: ExperienceModel<AnySignals>, observations: readonly AnyObservation[]) =>
  classifyExperience({ observations }, { asOf, model });
/** All of a result but how many observations were read. */
const bytes = ({ state, ...rest }: ExperienceResult<AnySignals>): string =>
  JSON.stringify({ ...rest, state: { ...state, read: 0 } });

describe("laws of the filter", () => {
  test("B2 the filter equals the sum over all hidden paths", () => {
    fc.assert(
      fc.property(histories(150, 6), ({ model, observations }) => {
        const { history } = classifyExperience({ observations }, { asOf: dayAt(150), model });
        fc.pre(history.length > 0 && history.length <= 7);
        for (const [index, { probabilities }] of history.entries()) {
          const expected = pathsTicks(model, observations, history.slice(0, index + 1));
          expect(EXPERIENCE_STAGES.map((stage) => ticks(probabilities[stage]))).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("B2 probabilities sum to exactly one and none is negative", () => {
    fc.assert(
      fc.property(histories(DAYS, 12), ({ model, observations }) => {
        const result = classify(model, observations);
        for (const { probabilities } of [result, ...result.history]) {
          const parts = EXPERIENCE_STAGES.map((stage) => ticks(probabilities[stage]));
          expect(parts.reduce((sum, one) => sum + one, 0)).toBe(10_000);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("B2.9 each period's position is the one before plus drift and shifts, and the ledger adds up to the movement", () => {
    fc.assert(
      fc.property(histories(DAYS, 12), ({ model, observations }) => {
        const { history, movement, ledger } = classify(model, observations);
        history.forEach((one, index) => {
          const before = history[index - 1]?.position;
          const moved = Object.values(one.shifts).reduce<number>((sum, shift) => sum + halves(shift as number), 0);
          if (before !== undefined) expect(halves(before) + halves(one.drift) + moved).toBe(halves(one.position));
          expect(halves(one.position)).toBe(
            ticks(one.probabilities["in-transition"]) + 2 * ticks(one.probabilities.specialist),
          );
        });
        const shifts = ledger.reduce((sum, { shift }) => sum + halves(shift), 0);
        expect(shifts + halves(movement.drift)).toBe(halves(movement.change));
        const [from, to] = [movement.from, movement.to].map((day) => history.findIndex(({ period }) => period === day));
        expect((to ?? 0) - (from ?? 0)).toBe(movement.periods);
        const [base, end] = [history[from ?? 0]?.position ?? 0, history[to ?? 0]?.position ?? 0];
        expect(halves(base) + halves(movement.change)).toBe(halves(end));
        const shares = ledger.flatMap(({ share }) => (share === null ? [] : [ticks(share)]));
        if (shares.length > 0) expect(shares.reduce((sum, one) => sum + one, 0)).toBe(10_000);
      }),
    );
  });

  test("missing signals change nothing", () => {
    fc.assert(
      fc.property(histories(DAYS, 8), fc.integer({ min: 0, max: DAYS }), ({ model, observations }, day) => {
        const nothing = Object.fromEntries(Object.keys(model.signals).map((id) => [id, null]));
        const more = [{ at: dayAt(day), levels: nothing }, ...observations, { at: dayAt(day), levels: {} }];
        expect(bytes(classify(model, more))).toBe(bytes(classify(model, observations)));
      }),
    );
  });

  test("a stronger signal never moves the client back, in its period or later", () => {
    fc.assert(
      fc.property(histories(DAYS, 8), fc.nat(), fc.nat(), ({ model, observations }, which, signalAt) => {
        fc.pre(observations.length > 0);
        const index = which % observations.length;
        const chosen = observations[index] as AnyObservation;
        const known = Object.entries(chosen.levels).filter(([, level]) => typeof level === "string");
        fc.pre(known.length > 0);
        const [id, level] = known[signalAt % known.length] as [string, string];
        const { levels } = model.signals[id] as { readonly levels: readonly string[] };
        const higher = levels[levels.indexOf(level) + 1];
        fc.pre(higher !== undefined);
        const stronger = observations.with(index, { ...chosen, levels: { ...chosen.levels, [id]: higher } });
        const [before, after] = [classify(model, observations), classify(model, stronger)];
        expect(after.history.length).toBe(before.history.length);
        after.history.forEach((one, place) => {
          const other = before.history[place] as typeof one;
          expect(ticks(one.probabilities.generalist)).toBeLessThanOrEqual(ticks(other.probabilities.generalist));
          expect(ticks(one.probabilities.specialist)).toBeGreaterThanOrEqual(ticks(other.probabilities.specialist));
          if (one.stage === "undetermined" || other.stage === "undetermined") return;
          expect(EXPERIENCE_STAGES.indexOf(one.stage)).toBeGreaterThanOrEqual(EXPERIENCE_STAGES.indexOf(other.stage));
        });
      }),
      { numRuns: 400 },
    );
  });

  test("the order of observations doesn't matter", () => {
    const shuffled = histories(DAYS, 10).chain(({ model, observations }) =>
      fc.record({
        model: fc.constant(model),
        observations: fc.constant(observations),
        others: fc.shuffledSubarray(observations, { minLength: observations.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ model, observations, others }) => {
        expect(bytes(classify(model, others))).toBe(bytes(classify(model, observations)));
      }),
    );
  });

  test("B2 the same observation three times is one proof", () => {
    fc.assert(
      fc.property(histories(DAYS, 6), ({ model, observations }) => {
        const once = classify(model, observations);
        const thrice = classify(model, [...observations, ...observations, ...observations]);
        expect(thrice.history).toEqual(once.history);
      }),
    );
  });

  test("going on observation by observation gives the bytes of classifying the whole", () => {
    fc.assert(
      fc.property(histories(DAYS, 8), ({ model, observations }) => {
        const inTime = observations.toSorted((a, b) => (a.at < b.at ? -1 : 1));
        let result = classify(model, []);
        inTime.forEach((observation, index) => {
          const stored = JSON.parse(JSON.stringify(result)) as typeof result;
          const next = advanceExperience(deepFreeze(stored), deepFreeze(observation), { asOf, model });
          if (!next.ok) throw new Error(next.issues[0].code);
          result = next.value;
          expect(JSON.stringify(result)).toBe(JSON.stringify(classify(model, inTime.slice(0, index + 1))));
        });
      }),
    );
  });

  test("a silent period changes no stage, and the result is plain JSON", () => {
    fc.assert(
      fc.property(histories(DAYS, 8), ({ model, observations }) => {
        const result = classify(deepFreeze(model), deepFreeze(observations));
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
        result.history.forEach(({ shifts, stage }, index) => {
          if (Object.keys(shifts).length > 0) return;
          expect(["undetermined", result.history[index - 1]?.stage]).toContain(stage);
        });
      }),
    );
  });

  test("noise around a threshold changes no stage: it takes `dwell` periods in a row", () => {
    fc.assert(
      fc.property(histories(DAYS, 12), ({ model, observations }) => {
        const { history } = classifyExperience(
          { observations },
          { asOf, model: { ...model, dwell: 2, evidence: { signals: 1, within: 1200 } } },
        );
        const seen = history.filter(({ shifts }) => Object.keys(shifts).length > 0);
        const reach = seen.map(({ probabilities }) => 10_000 - ticks(probabilities.generalist));
        const enter = Math.ceil(Number(model.thresholds.enter) * 10_000 - 1e-6);
        seen.forEach(({ stage }, index) => {
          if (seen[index - 1]?.stage !== "generalist" || stage === "generalist") return;
          expect(Math.min(reach[index] as number, reach[index - 1] as number)).toBeGreaterThanOrEqual(enter);
        });
      }),
    );
  });
});
