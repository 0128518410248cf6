import { calibrateExperience, evaluateExperience, type LabelledHistory } from "keyaccount";
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
        warnings: [
          { raisedAt: "2025-06-01" },
          { raisedAt: "2025-04-02" },
          { raisedAt: "2024-01-01" },
          { raisedAt: "2025-12-01" },
        ],
      },
      { ...history, client: "bolt", warnings: [] },
      { ...history, client: "core" },
    ];
    const { warnings } = evaluateExperience(tendersModel, labelled);
    expect(warnings.shifts.map(({ client, warnedAt, leadDays }) => [client, warnedAt, leadDays])).toEqual([
      ["acme", "2025-04-02", 90],
      ["bolt", null, null],
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

  test("B2 a history that stands twice counts once, and is told; those of nobody in particular may be of several", () => {
    const { histories, issues } = evaluateExperience(tendersModel, [history, { ...history, warnings: [] }]);
    expect([histories, issues]).toEqual([1, [{ code: "duplicate-id", path: [1], details: { id: "acme/drives" } }]]);
    const { productLine: _line, ...whole } = history;
    expect(evaluateExperience(tendersModel, [whole, history, whole]).issues).toEqual([
      { code: "duplicate-id", path: [2], details: { id: "acme" } },
    ]);
    const { client: _client, ...nobody } = history;
    expect(evaluateExperience(tendersModel, [nobody, nobody]).histories).toBe(2);
  });

  test("B2 what is no list of histories ends in a typed error: a revoked proxy, and more than can be read, too", () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const endless = new Array<never>(1_000_001);
    for (const [labelled, code] of [
      [proxy, "unreadable"],
      [endless, "too-many"],
      [5, "wrong-type"],
    ] as const) {
      const error = expect.objectContaining({ name: "KeyAccountError", code }) as Error;
      const options = { id: "o", version: "1", smoothing: { signals: 1, transitions: 1, prior: 1 } };
      expect(() => evaluateExperience(tendersModel, labelled as never)).toThrow(error);
      expect(() => calibrateExperience(tendersModel, labelled as never, options)).toThrow(error);
    }
  });

  test("B2 holes, endless labels and endless warnings are told in bounded time; of many issues a thousand, and how many", () => {
    const { issues } = evaluateExperience(tendersModel, new Array<never>(5_000));
    expect(issues.length).toBe(1_001);
    expect(issues.at(-1)).toEqual({ code: "too-many", path: ["issues"], details: { most: 1_000, received: 5_000 } });
    const endless = new Array<never>(1_000_000_000);
    const codes = (more: object): string[] =>
      evaluateExperience(tendersModel, [{ ...history, ...more }]).issues.map(
        ({ code, path }) => `${code} ${path.join(".")}`,
      );
    expect(codes({ labels: endless })).toEqual(["too-many 0.labels"]);
    expect(codes({ warnings: endless })).toEqual(["too-many 0.warnings"]);
  });

  test("B2.9 a warning before the last change of label belongs to no later shift; nothing at all has no accuracy", () => {
    const labels = [
      { from: "2025-06-01", stage: "specialist" as const },
      { from: "2025-06-20", stage: "generalist" as const },
      { from: "2025-07-01", stage: "in-transition" as const },
    ];
    const one = { ...history, labels, warnings: [{ raisedAt: "2025-06-10" }, { raisedAt: "2025-06-25" }] };
    const { warnings } = evaluateExperience(tendersModel, [one], { horizonDays: 30 });
    expect(warnings).toMatchObject({ falseAlarms: 1, meanLeadDays: 6 });
    expect(evaluateExperience(tendersModel, []).accuracy).toBeNull();
    expect(() => evaluateExperience(tendersModel, [], { horizonDays: 0 })).toThrow("out-of-range");
  });
});
