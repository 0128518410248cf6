import { readFileSync } from "node:fs";
import {
  advanceExperience,
  classifyExperience,
  defineExperienceModel,
  type ExperienceHistory,
  type ExperienceModel,
  type ExperienceModelDefinition,
  type ExperienceResult,
  type HandbookSignals,
} from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.v1.json`, import.meta.url), "utf8"));

/** What the fixtures were made from. */
const history = {
  client: "acme",
  productLine: "controllers",
  observations: [
    { at: "2026-01-13", levels: { decisionMakers: "senior-management", buyingManner: "whole-system" } },
    { at: "2026-05-20", levels: { newApplications: "falling" }, provenance: { source: "visit", ref: "v-17" } },
    { at: "2026-07-02T09:30:00Z", levels: { decisionMakers: "purchasing-experts" }, provenance: { source: "order" } },
    { at: "2026-02-30", levels: { risk: "takes" } },
  ],
} as const satisfies ExperienceHistory;

describe("B2 shapes that hosts have stored are read for good", () => {
  test("B2 a model of version 1 is as good as the one defined today", () => {
    const stored = read("experience-model") as ExperienceModelDefinition<HandbookSignals>;
    expect(defineExperienceModel(stored)).toEqual(experienceModel);
    const options = { asOf: "2026-07-31" };
    const model = stored as ExperienceModel<HandbookSignals>;
    expect(classifyExperience(history, { ...options, model })).toEqual(classifyExperience(history, options));
  });

  test("B2 a result of version 1 is what is computed today, key by key, and its state is gone on from", () => {
    const stored = read("experience-result") as ExperienceResult;
    expect(JSON.stringify(stored)).toBe(JSON.stringify(classifyExperience(history, { asOf: "2026-07-31" })));
    expect([stored.v, stored.state.v]).toEqual([1, 1]);
    const next = { at: "2026-08-03", levels: { priceSensitivity: "high" } } as const;
    const advanced = advanceExperience(stored, next, { asOf: "2026-07-31" });
    const whole = classifyExperience(
      { ...history, observations: [...history.observations, next] },
      { asOf: "2026-07-31" },
    );
    expect(advanced).toEqual({ ok: true, value: whole });
  });
});
