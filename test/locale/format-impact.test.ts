import { defineScorecard, formatImpact, type Impact, previewImpact, reweigh } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const card = defineScorecard({
  id: "pair",
  version: "1",
  scale: 1,
  indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: "50" },
    { grade: "C", from: null },
  ],
});
const other = reweigh(card, { a: "40", b: "60" }, { version: "2" });
// 60/40 → 40/60. up: 40 C → 60 B; down: 80 A → 70 B; far: 68 B → 52 B; same: 60 B; none: nothing known.
const portfolio = [
  { id: "up", facts: { a: 0, b: 1 } },
  { id: "down", facts: { a: 1, b: "0.5" } },
  { id: "far", facts: { a: 1, b: "0.2" } },
  { id: "same", facts: { a: "0.6", b: "0.6" } },
  { id: "none", facts: {} },
] as const;
const impact = deepFreeze(previewImpact(card, other, portfolio, { asOf: "2026-11-21" }));
const hashless = (text: string): string => text.replaceAll(/[0-9a-f]{12}/g, "HASH");

describe("C3 what another scorecard does, in words", () => {
  test("C3 in English: titles, counts, matrix with the distributions as margins, movers with their reasons", () => {
    // The weights do it all. up: a, which earns 0 of a mean of 50, loses 20 points of weight: +10; b, which earns all of it, gains 20: +10.
    // down: a earns all where the mean is 75: −20 × 25 % = −5; b half of it: 20 × −25 % = −5. Changes 20, −10, −16, 0: −6 ÷ 4 in the mean.
    expect(hashless(formatImpact(impact, en))).toBe(`Before: pair (pair), version 1, HASH, as of 2026-11-21
After: pair (pair), version 2, HASH, as of 2026-11-21

Clients  5: 2 with another grade, 1 with another score only, 2 as before
Moves    up: 1, down: 1
Change   -1.5 on average, from -16.0 to +20.0 (4 with both scores)

Before ↓ after →  A  B  C  none  Total
A                 0  1  0     0      1
B                 0  2  0     0      2
C                 0  1  0     0      1
none              0  0  0     1      1
Total             0  4  0     1      5

Client  Move  Grade        Score  Change  Main reasons
up      up    C → B  40.0 → 60.0   +20.0  other weights +20.0 (a +10.0, b +10.0)
down    down  A → B  80.0 → 70.0   -10.0  other weights -10.0 (a -5.0, b -5.0)
`);
  });

  test("C3 in Chinese", () => {
    const text = formatImpact(impact, zhCN);
    expect(text).toContain("客户数    5：2家等级变动，1家仅分数变动，2家不变\n");
    expect(text).toContain("等级变动  升级：1、降级：1\n");
    expect(text).toContain("分数变化  平均-1.5，从-16.0到+20.0（前后都有总分的客户4家）\n");
    expect(text).toContain("权重调整 +20.0（a +10.0、b +10.0）\n");
  });

  test("C3 an empty portfolio: zeros, no change of score, and nobody moves", () => {
    const text = formatImpact(previewImpact(card, other, []), en);
    expect(hashless(text)).toBe(`Before: pair (pair), version 1, HASH
After: pair (pair), version 2, HASH

Clients  0: 0 with another grade, 0 with another score only, 0 as before

Before ↓ after →  A  B  C  none  Total
A                 0  0  0     0      0
B                 0  0  0     0      0
C                 0  0  0     0      0
none              0  0  0     0      0
Total             0  0  0     0      0

Nobody gets another grade.
`);
  });

  test("C3 what was left out, faulty or stood twice is counted", () => {
    const rows = [null, 7, { id: "x", facts: { a: "0,5", b: 1 } }, { id: "x", facts: { a: 0, b: 0 } }];
    const summary = formatImpact(previewImpact(card, other, rows as never), en).split("\n\n")[1];
    expect(summary?.split("\n").slice(2)).toEqual([
      "Rows left out (not clients)  2",
      "Clients with faulty facts    1",
      "Ids more than once           1",
    ]);
  });

  test("C3 ten movers are listed, and how many more there are; of none listed all are more", () => {
    const rows = Array.from({ length: 12 }, (_, place) => ({ id: `c${String(place + 10)}`, facts: { a: 0, b: 1 } }));
    const moversOf = (each: Impact): string[] => formatImpact(each, en).split("\n\n")[3]?.trimEnd().split("\n") ?? [];
    const all = moversOf(previewImpact(card, other, rows));
    expect(all.map((line) => line.slice(0, 5).trim())).toEqual([
      "Clien",
      ...rows.slice(0, 10).map(({ id }) => id),
      "and 2",
    ]);
    expect(all.at(-1)).toBe("and 2 more with another grade");
    expect(moversOf(previewImpact(card, other, rows, { top: 0 }))).toEqual(["and 12 more with another grade"]);
  });

  test("C3 limits and grade bounds as reasons, a grade lost without a score, what belongs to no indicator", () => {
    const limited = defineScorecard({
      ...card,
      version: "3",
      limits: [
        { when: { indicator: "b", below: "0.6" }, grade: "C" },
        { when: { indicator: "b", known: false }, grade: "C" },
      ],
    });
    const lineOf = (one: typeof card, two: typeof card, facts: object): string | undefined =>
      formatImpact(previewImpact(one, two, [{ id: "x", facts }]), en)
        .trimEnd()
        .split("\n")
        .at(-1)
        ?.replaceAll(/ {2,}/g, "  ");
    expect(lineOf(card, limited as never, { a: 1, b: "0.5" })).toBe(
      "x  down  A → C  80.0 → 80.0  0.0  other limits (the grade only); new limit: b below 0.6: C at best",
    );
    expect(lineOf(limited as never, card, { a: 1 })).toBe(
      "x  up  C → A  100.0 → 100.0  0.0  other limits (the grade only); limit lifted: b unknown: C at best",
    );
    const refusing = defineScorecard({ ...card, version: "4", missing: "refuse" });
    expect(lineOf(card, refusing as never, { a: 1 })).toBe(
      "x  lost its grade  A → none  100.0 → none  unknown facts treated otherwise",
    );
    const grouped = (max: string) =>
      defineScorecard({
        ...card,
        version: max,
        groups: { g: { max } },
        indicators: { a: { kind: "share", weight: "60", group: "g" }, b: card.indicators.b },
      }) as unknown as typeof card;
    // a 60 held to 40 or not, b 20: 60 or 80.
    expect(lineOf(grouped("40"), grouped("60"), { a: 1, b: "0.5" })).toBe(
      "x  up  B → A  60.0 → 80.0  +20.0  other definition +20.0 (total, maxima of groups, rounding +20.0)",
    );
  });

  test("C3 ids and grades that would break lines or command a terminal are written out", () => {
    const [mover] = impact.movers;
    const hostile = { ...impact, movers: [{ ...mover, id: "x\n\u001b[2J\u202e" }] } as unknown as Impact;
    const text = formatImpact(hostile, en);
    expect(text).toContain("\\u{1b}");
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});
