import { classifyExperience, EXPERIENCE_STAGES } from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { describe, expect, test } from "vitest";
import { HANDBOOK_MODEL } from "../../src/experience/default-model.js";

const signals = Object.entries(experienceModel.signals);
/** Billionths, so that sums are exact. */
const parts = (row: Readonly<Record<string, string>>): number[] =>
  Object.values(row).map((one) => Math.round(Number(one) * 1e9));

describe("the handbook's experience model", () => {
  test("B2.1–B2.8 has each signal of the table once, in its order", () => {
    expect(signals.map(([, { handbook }]) => handbook)).toEqual(
      Array.from({ length: 8 }, (_, index) => `B2.${String(index + 1)}`),
    );
    expect(signals.map(([id]) => id)).toEqual(Object.keys(en.experienceSignals));
    for (const [id, { levels }] of signals) expect(Object.keys(en.experienceLevels[id as "risk"])).toEqual(levels);
  });

  test("B2 its data is canonical already: defining it changes nothing, and it is what counts unless told", () => {
    expect(experienceModel).toEqual(HANDBOOK_MODEL);
    const history = { observations: [{ at: "2026-11-01", levels: { risk: "takes", guidance: "little" } }] } as const;
    const options = { asOf: "2026-11-21" };
    expect(classifyExperience(history, { ...options, model: experienceModel })).toEqual(
      classifyExperience(history, options),
    );
  });

  test.each([
    ["B2.1", "B2.3", "B2.8", 14],
    ["B2.2", "B2.5", "B2.7", 6.5],
    ["B2.4", "B2.6", "B2.6", 3.6667],
  ])("%s, %s, %s: the specialist's end speaks %d to 1", (a, b, c, ratio) => {
    for (const [, { handbook, levels, likelihoods }] of signals) {
      if (![a, b, c].includes(handbook ?? "")) continue;
      const last = levels.at(-1) as never;
      const [specialist, generalist] = [likelihoods.specialist[last], likelihoods.generalist[last]].map(Number) as [
        number,
        number,
      ];
      expect(Math.round((specialist / generalist) * 1e4) / 1e4).toBe(ratio);
    }
  });

  test("B2.4 decision time alone is silent where parts are interwoven", () => {
    expect(signals.flatMap(([id, { silentWhenInterwoven }]) => (silentWhenInterwoven === true ? [id] : []))).toEqual([
      "decisionTime",
    ]);
  });

  test("B2 everything sums to exactly one", () => {
    const rows = [
      experienceModel.prior,
      ...EXPERIENCE_STAGES.map((stage) => experienceModel.transitions[stage]),
      ...signals.flatMap(([, { likelihoods }]) => EXPERIENCE_STAGES.map((stage) => likelihoods[stage])),
    ];
    expect(rows.length).toBe(1 + 3 + 24);
    for (const row of rows) expect(parts(row).reduce((sum, one) => sum + one, 0)).toBe(1e9);
  });

  test("B2 clients stay for years and move forward more often than back", () => {
    const { generalist, "in-transition": between, specialist } = experienceModel.transitions;
    const months = [generalist.generalist, between["in-transition"], specialist.specialist].map((stay) =>
      Math.round(1 / (1 - Number(stay))),
    );
    expect(months).toEqual([33, 29, 100]);
    expect(Number(between.specialist) / Number(between.generalist)).toBe(2.5);
  });
});

test("a host can't change the handbook's model behind the library's back", () => {
  expect(Object.isFrozen(experienceModel.transitions.generalist)).toBe(true);
});
