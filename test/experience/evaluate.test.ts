import { evaluateExperience, type LabelledHistory } from "keyaccount";
import { describe, expect, test } from "vitest";
import { tendersModel } from "./models.js";

type Tenders = { readonly tenders: "none" | "some" };

const history: LabelledHistory<Tenders> = {
  client: "acme",
  productLine: "drives",
  observations: [
    { at: "2024-02-10", levels: { tenders: "none" } },
    { at: "2025-01-10", levels: { tenders: "some" } },
  ],
  labels: [
    { from: "2024-01-01", stage: "generalist" },
    { from: "2025-07-01", stage: "in-transition" },
  ],
  until: "2026-01-01",
};

describe("B2.9 evaluateExperience", () => {
  test("B2 periods by label and by what the model said", () => {
    const { confusion, periods, right, wrong, undetermined } = evaluateExperience(tendersModel, [history]);
    // 18 months as generalist, of which January 2024 is without evidence; 7 in transition (January 2026 included).
    const sum = (row: Record<string, number>): number => Object.values(row).reduce((a, b) => a + b, 0);
    expect([sum(confusion.generalist), sum(confusion["in-transition"]), sum(confusion.specialist)]).toEqual([18, 7, 0]);
    expect(confusion.generalist.undetermined).toBeGreaterThan(0);
    expect(right + wrong + undetermined).toBe(periods);
  });

  test("B2.9 lead in days, false alarms per client-year, pending ones, and unknown warnings left out", () => {
    const labelled: LabelledHistory<Tenders>[] = [
      // 2025-07-01 − 2025-04-02 = 90 days; the later one belongs to the same shift; January 2024 is 547 days before: false.
      {
        ...history,
        warnings: [{ at: "2025-06-01" }, { at: "2025-04-02" }, { at: "2024-01-01" }, { at: "2025-12-01" }],
      },
      { ...history, warnings: [] },
      history,
    ];
    const { warnings } = evaluateExperience(tendersModel, labelled);
    expect(warnings.shifts.map(({ client, warnedAt, leadDays }) => [client, warnedAt, leadDays])).toEqual([
      ["acme", "2025-04-02", 90],
      ["acme", null, null],
    ]);
    // 2024-01-01 … 2025-01-01 = 366 days for each of the two; 732 × 4 ÷ 1461 = 2.00411 years.
    expect(warnings).toMatchObject({
      histories: 2,
      missed: 1,
      meanLeadDays: 90,
      warnings: 4,
      falseAlarms: 1,
      pending: 1,
      clientYears: 2.0041,
      falseAlarmsPerClientYear: 0.499,
    });
    expect(evaluateExperience(tendersModel, [history]).warnings).toMatchObject({
      histories: 0,
      meanLeadDays: null,
      clientYears: 0,
      falseAlarmsPerClientYear: null,
    });
  });

  test("B2.9 a warning before the last change of label belongs to no later shift; nothing at all has no accuracy", () => {
    const labels = [
      { from: "2025-06-01", stage: "specialist" as const },
      { from: "2025-06-20", stage: "generalist" as const },
      { from: "2025-07-01", stage: "in-transition" as const },
    ];
    const one = { ...history, labels, warnings: [{ at: "2025-06-10" }, { at: "2025-06-25" }] };
    const { warnings } = evaluateExperience(tendersModel, [one], { horizonDays: 30 });
    expect(warnings).toMatchObject({ falseAlarms: 1, meanLeadDays: 6 });
    expect(evaluateExperience(tendersModel, []).accuracy).toBeNull();
    expect(() => evaluateExperience(tendersModel, [], { horizonDays: 0 })).toThrow("out-of-range");
  });
});
