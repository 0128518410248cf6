import {
  ABC_REASONS,
  ASK_REASONS,
  CONTRADICTION_RULES,
  CREDIT_SELLING_REASONS,
  EFFORT_REASONS,
  ENTHUSIASM_REASONS,
  formatReason,
  GOAL_FINDINGS,
  LEFT_OUT_CAUSES,
  LEVEL_REASONS,
  PLAN_FINDINGS,
  PRUNING_RULES,
  QUADRANT_REASONS,
  RISK_REASONS,
  SELECTION_REASONS,
  SURVEY_ASK_REASONS,
  TARGET_REASONS,
  UNROUTED_REASONS,
  WORTH_REASONS,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { expect, test } from "vitest";

const PLAIN = [
  ASK_REASONS,
  CONTRADICTION_RULES,
  LEFT_OUT_CAUSES,
  SURVEY_ASK_REASONS,
  UNROUTED_REASONS,
  CREDIT_SELLING_REASONS,
  LEVEL_REASONS,
  PRUNING_RULES,
  QUADRANT_REASONS,
  RISK_REASONS,
  SELECTION_REASONS,
].flat();

test("no code is in two tables, so that a code alone says which words it has", () => {
  const codes = [
    ...PLAIN,
    ...ABC_REASONS,
    ...TARGET_REASONS,
    ...WORTH_REASONS,
    ...EFFORT_REASONS,
    ...ENTHUSIASM_REASONS,
    ...GOAL_FINDINGS,
    ...PLAN_FINDINGS,
  ];
  expect(new Set(codes).size).toBe(codes.length);
});

test.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("%s: a code and a code in a record read alike, in words without a parameter", (_, locale) => {
  for (const code of PLAIN) {
    const text = formatReason(code, locale);
    expect(text).not.toBe(code);
    expect(text).not.toMatch(/[{}[\]]/);
    expect(formatReason({ code }, locale)).toBe(text);
  }
});

test("E4.2 the share that decided a class stands in its reason", () => {
  expect(formatReason({ code: "within-b", cumulative: 0.84, cut: 0.95 }, en)).toMatch(
    /share of 0.84, class B ends at 0.95$/,
  );
  expect(formatReason({ code: "no-purchases" }, zhCN)).toBe(zhCN.abcReasons["no-purchases"]);
});

test("D1.8, D5.3, B1.2 parameters stand in the sentence; codes among them go by their names", () => {
  const spent = { code: "within-limits", amount: "300.5", expectedValue: "4000", limit: 0.2 } as const;
  expect(formatReason(spent, en)).toBe("300.5 spent, against an expected value of 4000; below the limit of 0.2 of it");
  expect(formatReason({ code: "unknown-matters", input: "marginRate" }, en)).toContain("Margin rate (fraction)");
  const stalled = { code: "stalled", stage: "approval", contacts: 9, most: 8 } as const;
  expect(formatReason(stalled, zhCN)).toContain("项目立项");
  expect(formatReason({ ...stalled, stage: "our own" }, en)).toContain("our own");
  expect(formatReason({ code: "answers-unknown", unknown: 2, needs: 5 }, en)).toBe(
    "For 2 of 5 needs nobody knows whether they were answered",
  );
});

test("a bound that is null is left out", () => {
  const above = { code: "above-minimum", minimum: "0", low: "5", high: null } as const;
  expect(formatReason(above, en)).toMatch(/5 at least$/);
  expect(formatReason({ ...above, high: "9" }, en)).toMatch(/5 at least.*9 at most$/);
});

test("a code without words prints as the code, and what can't be printed doesn't break the line", () => {
  expect(formatReason("__proto__" as never, en)).toBe("__proto__");
  expect(formatReason({ code: "stalled", stage: "a\nb", contacts: 1, most: 1 }, en)).not.toContain("\n");
});

test("E1.1, E1.2 findings of goals and plans name what they are about", () => {
  expect(formatReason({ code: "gap-uncovered", amount: "12.5" }, en)).toBe("The plan leaves 12.5 of the gap uncovered");
  expect(formatReason({ code: "parts-differ", ideal: "9", parts: "8" }, zhCN)).toBe("分解目标合计8，与目标9不符");
  expect(formatReason({ code: "item-late", item: "fair", due: "2026-05-31" }, en)).toContain(
    "fair: was due on 2026-05-31",
  );
  expect(formatReason({ code: "side-missing", side: "threat" }, zhCN)).toBe("未分析威胁");
  const late = { code: "stage-late", measure: "contract", goal: "draft", due: "2026-11-01" } as const;
  expect(formatReason(late, en)).toBe("contract, draft: was due on 2026-11-01 and isn't done");
  for (const locale of [en, zhCN]) {
    expect(Object.keys(locale.goalFindings)).toEqual([...GOAL_FINDINGS]);
    expect(Object.keys(locale.planFindings)).toEqual([...PLAN_FINDINGS]);
  }
});
