import fc from "fast-check";
import { factsFromSurvey, type SurveyRecord, surveyProgress } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { thrownBy } from "../faults.js";
import { HOSTILE } from "../hostile.js";
import { FORM } from "./form.js";

const AS_OF = { asOf: "2026-11-21" };
const known = (value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.record(
    {
      value: fc.option(value, { freq: 5 }),
      verified: fc.boolean(),
      observedAt: fc.constantFrom("2025-01-01", "2026-11-02", "2026-11-02T08:00:00Z", "2026-11-20"),
    },
    { requiredKeys: ["value"] },
  );
const learnt = fc.record(
  {
    salesReps: known(fc.integer({ min: 0, max: 3 })),
    standing: known(fc.constantFrom(1, 2, "2.0")),
    creditRecord: known(fc.constantFrom("prompt", "defaulted")),
    ownEngineers: known(fc.boolean()),
    criteria: known(fc.constantFrom(["price"], ["quality", "price"])),
  },
  { requiredKeys: [] },
);
const records = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    startedAt: fc.constantFrom("2025-11-01", "2026-11-03", "2026-11-19"),
    learnt,
  }),
  { selector: ({ id }) => id, maxLength: 5 },
) as unknown as fc.Arbitrary<SurveyRecord[]>;

describe("laws of surveys", () => {
  test("A4.4 the order of the records changes nothing", () => {
    fc.assert(
      fc.property(records, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (all, keys) => {
        const shuffled = all.map((one, index) => [keys[index] ?? 0, one] as const).sort(([a], [b]) => a - b);
        expect(
          surveyProgress(
            FORM,
            shuffled.map(([, one]) => one),
            AS_OF,
          ),
        ).toEqual(surveyProgress(FORM, deepFreeze(all), AS_OF));
      }),
    );
  });

  test("A4.4 the answer that holds is the best of all, by an oracle that compares every pair", () => {
    const rank = (answer: {
      readonly verified: boolean;
      readonly observedAt: string;
    }): readonly [number, number, string] => {
      const day = answer.observedAt.slice(0, 10);
      const isFresh = (Date.parse("2026-11-21") - Date.parse(day)) / 86_400_000 <= 365;
      return [isFresh ? 1 : 0, answer.verified ? 1 : 0, answer.observedAt.replace("Z", "")];
    };
    const isBetter = (a: readonly [number, number, string], b: readonly [number, number, string]): boolean =>
      a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] > b[1] : a[2] > b[2];
    fc.assert(
      fc.property(records, (all) => {
        const given = all.flatMap((one) => {
          const { startedAt, learnt: facts = {} } = one as {
            startedAt: string;
            learnt?: Record<string, { value: unknown; verified?: boolean; observedAt?: string }>;
          };
          const fact = facts["salesReps"];
          return fact === undefined || fact.value === null
            ? []
            : [{ id: one.id, verified: fact.verified === true, observedAt: fact.observedAt ?? startedAt }];
        });
        const { answers } = surveyProgress(FORM, all, AS_OF);
        const { answer } = answers.salesReps;
        expect(answer === null).toBe(given.length === 0);
        for (const other of given) {
          if (answer === null) continue;
          expect(isBetter(rank(other), rank(answer))).toBe(false);
          if (!isBetter(rank(answer), rank(other))) expect(answer.recordId <= other.id).toBe(true);
        }
      }),
    );
  });

  test("A4.4 every question is answered, not applicable, or asked for; counts add up; contradictions that aren't settled come first", () => {
    fc.assert(
      fc.property(records, (all) => {
        const { answers, next, whole, facets, contradictions } = surveyProgress(FORM, all, AS_OF);
        const asked = new Set<string>(next.map(({ question }) => question));
        const open: readonly string[] = contradictions
          .filter(({ settled }) => !settled)
          .map(({ question }) => question);
        for (const [id, { state }] of Object.entries(answers)) {
          expect(asked.has(id)).toBe(state === "open" || state === "stale" || open.includes(id));
        }
        expect(next.slice(0, open.length).map(({ question }) => question)).toEqual(open);
        expect(new Set(next.map(({ question }) => question)).size).toBe(next.length);
        const sums = Object.values(facets).reduce(
          (sum, { answered, stale, required }) => [sum[0] + answered, sum[1] + stale, sum[2] + required] as const,
          [0, 0, 0] as readonly [number, number, number],
        );
        expect(sums).toEqual([whole.answered, whole.stale, whole.required]);
      }),
    );
  });

  test("A4.4 results are plain JSON and share nothing with each other or the input", () => {
    fc.assert(
      fc.property(records, (all) => {
        const progress = surveyProgress(FORM, all, AS_OF);
        const facts = factsFromSurvey(FORM, all, AS_OF);
        expect(JSON.parse(JSON.stringify([progress, facts]))).toEqual([progress, facts]);
        const before = JSON.stringify(all);
        (progress.contradictions[0]?.answers as unknown[] | undefined)?.pop();
        expect(JSON.stringify(all)).toBe(before);
      }),
    );
  });

  test("A4.4 another record adds answers and never takes one away", () => {
    fc.assert(
      fc.property(records, (all) => {
        const fewer = surveyProgress(FORM, all.slice(1), AS_OF).answers;
        const more = surveyProgress(FORM, all, AS_OF).answers;
        for (const id of Object.keys(fewer) as (keyof typeof fewer)[]) {
          if (fewer[id].state === "answered") expect(more[id].state).toBe("answered");
        }
      }),
    );
  });
});

test.each(HOSTILE)(
  "hostile: %s as a record, as answers, as an answer, as options ends in issues or our error",
  (_, make) => {
    const one = { id: "v", startedAt: "2026-11-02" };
    const progress = surveyProgress(FORM, [make() as SurveyRecord], AS_OF);
    expect(progress.issues.length).toBeGreaterThan(0);
    for (const learnt of [make(), { ownEngineers: make() }, { ownEngineers: { value: make() } }]) {
      expect(surveyProgress(FORM, [{ ...one, learnt } as never], AS_OF).answers.ownEngineers.answer).toBeNull();
    }
    expect(thrownBy(() => surveyProgress(FORM, [], make() as never))).not.toEqual([]);
    expect(thrownBy(() => factsFromSurvey(make() as never, [], AS_OF))).not.toEqual([]);
  },
);

test("records that break off are a programming error", () => {
  function* broken(): Generator<never> {
    yield* [];
    throw new RangeError("no");
  }
  expect(thrownBy(() => surveyProgress(FORM, broken(), AS_OF))).toEqual(["unreadable at records.0"]);
});
