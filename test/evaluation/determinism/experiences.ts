import {
  advanceExperience,
  calibrateExperience,
  EXPERIENCE_STAGES,
  type ExperienceHistory,
  evaluateExperience,
  formatExperience,
  type LabelledHistory,
  observeExperience,
  portfolioExperience,
  recommendSelling,
  reviewExperience,
} from "keyaccount";
import { toExperienceChart } from "keyaccount/charts";
import { experienceModel } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import type { Random } from "../../support/random.js";

const CLIENTS = 8;
const OBSERVATIONS = 30;
const AS_OF = "2026-11-21";
const SIGNALS = Object.entries(experienceModel.signals).map(
  ([id, { levels }]) => [id, levels as readonly string[]] as const,
);

/** A client that goes from the generalist's levels over the middle on to the specialist's: warnings that are joined, and advice and a stage that go on from them. */
const SHIFT: ExperienceHistory = {
  client: "shift",
  observations: [
    { at: "2024-01-10", levels: { decisionMakers: "senior-management", newApplications: "high" } },
    { at: "2024-03-10", levels: { decisionMakers: "mixed", newApplications: "high" } },
    { at: "2024-05-10T08:00:00Z", levels: { decisionMakers: "mixed", buyingManner: "whole-system" } },
    { at: "2026-07-10", levels: { decisionMakers: "purchasing-experts", newApplications: "moderate" } },
    { at: "2026-09-10", levels: { decisionMakers: "purchasing-experts", newApplications: "falling" } },
  ],
};

/** Seeded histories of experience and what follows from them, a line of JSON each: stages, warnings, advice, words, a chart, a calibrated model. */
export function experiences(random: Random): string[] {
  const histories = [...Array.from({ length: CLIENTS }, (_, index) => historyOf(random, index)), SHIFT];
  const reviews = histories.map((history) => reviewExperience(history, { asOf: AS_OF }));
  const labelled = histories.map(
    (history, index): LabelledHistory => ({
      ...history,
      labels: [{ from: "2024-01-01", stage: EXPERIENCE_STAGES[index % EXPERIENCE_STAGES.length] ?? "generalist" }],
      until: AS_OF,
      warnings: reviews[index]?.warnings,
    }),
  );
  const options = { id: "ours", version: "1", smoothing: { signals: "5.5", transitions: "100", prior: "3" } };
  const results: unknown[] = [
    ...reviews,
    ...reviews.map((review) => recommendSelling({ ...review, coreCopyable: random.chance(), lateEntrants: true })),
    ...reviews.map(({ experience }) =>
      advanceExperience(experience, { at: AS_OF, levels: { risk: "takes" } }, { asOf: AS_OF }),
    ),
    ...[en, zhCN].flatMap((locale) =>
      reviews.map(({ experience, warnings }) => formatExperience(experience, locale, { warnings })),
    ),
    ...reviews.slice(0, 1).map(({ experience, warnings }) => toExperienceChart(experience, en, { warnings })),
    portfolioExperience(
      reviews.map((review, index) => ({
        ...review,
        client: `c${String(index)}`,
        productLine: "x",
        revenue: random.int(0, 9_999) / 100,
      })),
    ),
    calibrateExperience(experienceModel, labelled, options),
    evaluateExperience(experienceModel, labelled),
    observeExperience({
      orders: Array.from({ length: OBSERVATIONS }, (_, index) => ({
        id: String(index),
        client: random.pick(["a", "b"]),
        at: dayOf(random),
        partsOrdered: random.int(1, 7),
        partsNeeded: 7,
      })),
    }),
  ];
  return results.map((result) => JSON.stringify(result));
}

function dayOf(random: Random): string {
  const two = (least: number, most: number): string => String(random.int(least, most)).padStart(2, "0");
  return `202${String(random.int(4, 5))}-${two(1, 12)}-${two(1, 28)}`;
}

function historyOf(random: Random, index: number): ExperienceHistory {
  const observations = Array.from({ length: OBSERVATIONS }, () => {
    const [id, levels] = random.pick(SIGNALS as unknown as [(typeof SIGNALS)[number], ...(typeof SIGNALS)[number][]]);
    return {
      at: dayOf(random),
      levels: { [id]: random.pick(levels as [string, ...string[]]) },
      contacts: random.chance() ? [random.pick(["li", "wu"])] : null,
      provenance: { source: "seed", ref: String(random.int(1, 99)) },
    };
  });
  return { client: `c${String(index)}`, interwoven: random.chance(0.2), observations };
}
