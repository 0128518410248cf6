import { defineScorecard, evaluate, isKeyAccountError, parseFacts } from "keyaccount";
import { dealerScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { parseClient } from "keyaccount/models";
import { expect, test } from "vitest";
import { extendLocale } from "../../src/locale/extend-locale.js";
import { type FormattableIssue, formatIssue } from "../../src/locale/format-issue.js";

const issue = (code: string, path: FormattableIssue["path"], details: object): FormattableIssue => ({
  code,
  path,
  details,
});
const both = (one: FormattableIssue): string[] => [formatIssue(one, en), formatIssue(one, zhCN)];

test("an issue names the indicator and says what is wrong", () => {
  const { issues } = evaluate(dealerScorecard, { salesTeam: "3,5", reputation: 7 });
  expect(issues.flatMap(both)).toEqual([
    "Reputation (1–5): 7 lies outside of 1 to 5.",
    "信誉（1～5）：7不在1到5之间。",
    'Sales team (1–5): "3,5" isn\'t a number such as 12.50.',
    "销售队伍（1～5）：“3,5”不是数字（如 12.50）。",
  ]);
});

test("lists, types and inner places are in words too", () => {
  const { issues } = evaluate(dealerScorecard, {
    creditRecord: "late" as "prompt",
    ownEngineers: { value: 3 as unknown as boolean, observedAt: "soon" },
  });
  expect(issues.flatMap(both)).toEqual([
    'Credit record: "late" isn\'t one of the options prompt, minor-delays, repeated-delays, defaulted.',
    "信用记录：“late”不是选项prompt、minor-delays、repeated-delays、defaulted之一。",
    "Own engineers › value: Expected true or false, found 3.",
    "自有技术人员 › value：应为是或否，实为3。",
    'Own engineers › observedAt: "soon" isn\'t a day such as 2026-11-21.',
    "自有技术人员 › observedAt：“soon”不是日期（如 2026-11-21）。",
  ]);
});

test("an issue of the whole has no place", () => {
  expect(both(issue("wrong-type", [], { expected: "object", received: "array" }))).toEqual([
    "Expected an object, found a list.",
    "应为对象，实为列表。",
  ]);
});

test("members of lists are counted from 1; names stand for indicators only where indicators stand", () => {
  expect(formatIssue(issue("required", ["contacts", 0, "reputation"], {}), en)).toBe(
    "contacts › #1 › reputation: This is missing.",
  );
  expect(formatIssue(issue("required", ["indicators", "reputation", "min"], {}), en)).toBe(
    "indicators › Reputation (1–5) › min: This is missing.",
  );
});

test("parts about details that an issue doesn't have are left out", () => {
  expect(both(issue("out-of-range", [], { received: "-1", least: "0", exclusive: true }))).toEqual([
    "-1 is out of range: 0 at least, the bound itself not allowed.",
    "-1超出范围，不小于0，不含界限本身。",
  ]);
  expect(formatIssue(issue("unsafe-id", [], { received: "a b" }), en)).toBe('"a b" can\'t be used as an id.');
  expect(formatIssue(issue("unsafe-id", [], { id: "$a" }), en)).toBe('"$a" can\'t be used as an id.');
});

test("a faulty definition reads well", () => {
  let sentences: string[] = [];
  try {
    defineScorecard({
      id: "x",
      version: "1",
      indicators: { reputation: { kind: "rating", weight: 90, min: 1, max: 5 } },
      grades: [{ grade: "A", from: 80 }],
    });
  } catch (error) {
    if (isKeyAccountError(error)) sentences = error.issues.map((one) => formatIssue(one, en));
  }
  expect(sentences).toEqual([
    "indicators: The weights sum to 90, not to the total of 100.",
    'grades › #1 › from: The last grade, "A", must be open below.',
  ]);
});

test("records and facts from outside", () => {
  const facts = parseFacts(dealerScorecard, { reputaton: 3 });
  expect(facts.ok ? [] : facts.issues.map((one) => formatIssue(one, en))).toEqual([
    'reputaton: There is no indicator "reputaton".',
  ]);
  const client = parseClient({});
  expect(client.ok ? [] : client.issues.map((one) => formatIssue(one, zhCN))).toContain("id：缺少此项。");
});

test("a host's own code prints as the code until it has words", () => {
  const own = issue("over-limit", ["order"], { amount: 5, allowed: false });
  expect(formatIssue(own, en)).toBe("order: over-limit");
  const ours = extendLocale(en, { issues: { "over-limit": "{amount} is too much (allowed: {allowed})." } });
  expect(formatIssue(own, ours)).toBe("order: 5 is too much (allowed: false).");
});

test("what a hostile client sent can't break the line", () => {
  expect(formatIssue(issue("not-a-decimal", ["a\nb"], { received: "\u001b[2J" }), en)).toBe(
    'a\\u{a}b: "\\u{1b}[2J" isn\'t a number such as 12.50.',
  );
});
