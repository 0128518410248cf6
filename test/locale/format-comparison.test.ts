import {
  compareEvaluations,
  defineScorecard,
  type EvaluationComparison,
  evaluate,
  extendScorecard,
  formatComparison,
  reweigh,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";

const card = defineScorecard({
  id: "two",
  version: "1",
  scale: 1,
  indicators: { a: { kind: "share", weight: "60" }, b: { kind: "flag", weight: "40", maxAgeDays: 30 } },
  limits: [
    { when: { indicator: "b", known: false }, grade: "B" },
    { when: { indicator: "a", below: "0.6" }, grade: "B" },
  ],
  grades: [
    { grade: "A", from: "60" },
    { grade: "B", from: null },
  ],
});
const asOf = "2026-11-21";
const comparison = compareEvaluations(
  evaluate(card, { a: "0.75", b: { value: true, observedAt: "2026-01-01" } }, { asOf }),
  evaluate(card, { a: "0.5", b: true }),
  { scorecards: [card, card] },
);

describe("C3.2 a comparison in words", () => {
  test("C3.2 in English: titles, scores, grades, parts that add up, limits", () => {
    // v() = 75 (45 of 60), v(a) = 50, v(b) = 85, v(a, b) = 70: a −20, b +15.
    const text = formatComparison(comparison, en)
      .replaceAll(/[0-9a-f]{12}/g, "HASH")
      .replaceAll(/ {2,}/g, "  ");
    expect(text).toBe(`Before: two (two), version 1, HASH, as of 2026-11-21
After: two (two), version 1, HASH

Score  75.0 → 70.0 (-5.0)
Grade  B (by the score alone A) → B (by the score alone A)
Coverage  60 % → 100 %
Interval  45.0 … 85.0 → 70.0 … 70.0

Points  Cause  What happened  Before  After
 -20.0  a  changed  0.75  0.5
 +15.0  b  became known  yes (${en.statuses.stale})  yes
  -5.0  Change

Limits lifted  b unknown: B at best
New limits  a below 0.6: B at best
`);
    const columns = formatComparison(comparison, en).split("\n").slice(8, 11);
    expect(new Set(columns.map((line) => line.length)).size).toBe(1);
  });

  test("C3.2 in Chinese", () => {
    const text = formatComparison(comparison, zhCN);
    expect(text).toContain("总分    75.0 → 70.0（-5.0）\n");
    expect(text).toContain("由未知变为已知");
    expect(text.endsWith("\n")).toBe(true);
  });

  test("C3.2 parts of the scorecard spread over its indicators, in parentheses", () => {
    const other = extendScorecard(reweigh(card, { a: "50", b: "50" }), {
      id: "three",
      version: "2",
      indicators: { c: { kind: "flag" } },
      weights: { a: 50, b: 40, c: 10 },
    });
    const facts = { a: "0.75", b: true };
    const text = formatComparison(
      compareEvaluations(evaluate(card, facts), evaluate(other, { ...facts, c: false }), { scorecards: [card, other] }),
      en,
    );
    // v() = 85, weights alone 77.5 of 90 = 86.11, definition alone 85 of 110 = 77.27, both 77.5: 0.67 and −8.17.
    expect(text.split("\n\n")[2]?.trimEnd().split("\n").slice(1)).toEqual([
      " -8.1   The scorecard  other definition",
      "(-8.1)    of which c",
      " +0.6   The scorecard  other weights",
      "(+0.6)    of which a",
      " -7.5   Change",
    ]);
  });

  test("C3.2 nothing changed, no score, the closed form, a fact only one scorecard asks for", () => {
    const same = evaluate(card, { a: 1 });
    expect(formatComparison(compareEvaluations(same, same), en)).toContain("\nNothing changed.\n");
    const gained = formatComparison(compareEvaluations(evaluate(card, {}), same), en);
    expect(gained).toContain("Score     none → 100.0\n");
    expect(gained).toContain("Grade     none → B");
    expect(gained).not.toContain("Change\n");
    const turned = compareEvaluations(evaluate(card, { a: 1 }), evaluate(card, { b: true }));
    expect(formatComparison(turned, en)).toContain(
      `Note          ${en.methods.proportional}`.replace(/ +/, " ").trim().slice(5).trim(),
    );
    const absent = { ...turned, parts: turned.parts.map((part) => ({ ...part, before: null })) };
    expect(formatComparison(absent, en)).toContain("not in the scorecard");
  });

  test("C3.2 what belongs to no indicator is named by what it is: total, maxima of groups, rounding", () => {
    const grouped = (max: string) =>
      defineScorecard({
        id: "grouped",
        version: max,
        scale: 1,
        groups: { g: { max } },
        indicators: { a: { kind: "share", weight: "100", group: "g" } },
        grades: [{ grade: "A", from: null }],
      });
    // 80 held to 60, then to 70.
    const compared = compareEvaluations(evaluate(grouped("60"), { a: "0.8" }), evaluate(grouped("70"), { a: "0.8" }));
    expect(formatComparison(compared, en).split("\n\n")[2]?.trimEnd().split("\n").slice(1)).toEqual([
      " +10.0   The scorecard                                 other definition",
      "(+10.0)    of which total, maxima of groups, rounding",
      " +10.0   Change",
    ]);
  });

  test("C3.2 an open end of the interval is called open", () => {
    const open = defineScorecard({
      id: "open",
      version: "1",
      indicators: { r: { kind: "ratio", weight: "50", standard: "1" }, s: { kind: "share", weight: "50" } },
      grades: [{ grade: "A", from: null }],
    });
    const evaluation = evaluate(open, { s: 1 });
    expect(formatComparison(compareEvaluations(evaluation, evaluation), en)).toContain("open … open → open … open");
  });

  test("C3.2 ids and values that would break lines or command a terminal are written out", () => {
    const [part] = comparison.parts;
    const hostile = {
      ...comparison,
      before: { ...comparison.before, grade: "A\n\u001b[2J" },
      parts: [{ ...part, indicator: "x\u202e", before: { ...part?.before, actual: "a\u0007" } }],
    } as unknown as EvaluationComparison;
    const text = formatComparison(hostile, en);
    expect(text).toContain("\\u{1b}");
    expect(text).not.toMatch(/[\u0007\u001b\u202e]/);
    expect(text.split("\n")).toHaveLength(
      formatComparison({ ...comparison, parts: comparison.parts.slice(1) }, en).split("\n").length,
    );
  });
});
