import { defineScorecard, evaluate, extendScorecard, type FactsOf } from "keyaccount";
import { dealerScorecard, distributorScorecard, keyAccountScorecard, opportunityScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { extendLocale } from "../../src/locale/extend-locale.js";
import { formatEvaluation } from "../../src/locale/format-evaluation.js";
import { displayWidth } from "../../src/locale/width.js";
import { deepFreeze } from "../support/deep-freeze.js";

const distributor = deepFreeze(
  evaluate(
    distributorScorecard,
    {
      salesReps: 9,
      salesManagement: "4",
      salesNetwork: { value: "0.75", observedAt: "2026-10-01" },
      promotionAbility: { value: 3, observedAt: "2025-01-31" },
      afterSalesService: "very good",
      relationship: "outsider",
    },
    { asOf: "2026-11-21" },
  ),
);
const short = distributor.scorecard.hash.slice(0, 12);

const mixed = defineScorecard({
  id: "mixed",
  version: "2",
  total: "50",
  scale: 1,
  groups: { money: { max: 22 }, people: {} },
  indicators: {
    margin: { kind: "ratio", group: "money", weight: 10, standard: "0.1" },
    turnover: { kind: "ratio", group: "money", weight: 10, standard: 6, cap: 2, floor: 0 },
    team: { kind: "rating", group: "people", weight: 10, min: 1, max: 5, missing: "neutral" },
    honest: { kind: "flag", weight: "14.3", missing: "worst" },
    visits: { kind: "share", weight: "5.7", missing: "refuse" },
  },
  limits: [
    { when: { indicator: "turnover", atLeast: 12, below: 20 }, grade: "B" },
    { when: { indicator: "honest", is: false }, grade: "C" },
  ],
  grades: [
    { grade: "A", from: 40 },
    { grade: "B", from: 20 },
    { grade: "C", from: null },
  ],
});
const judgeMixed = (facts: FactsOf<typeof mixed>): string =>
  formatEvaluation(evaluate(mixed, facts), en).split("\n").slice(2).join("\n");

/** The text without the margin of the source; the first and the last line end are the source's. */
const unindented = (text: string): string => text.replaceAll(/^ {6}/gm, "").slice(1).trimEnd().concat("\n");

describe("formatEvaluation", () => {
  test("C3.1 writes the table that a manager reads, in English", () => {
    expect(formatEvaluation(distributor, en)).toBe(
      unindented(`
      Distributor scorecard (distributor), version 1, ${short}
      As of 2026-11-21

      Indicator                                         Actual  Standard  Weight   Points   Lost  Note
      Salespeople (number)                                   9             20.00    16.00   4.00
      Sales management (1–5)                                 4             15.00    11.25   3.75
      Sales network (share of outlets supplied, 0–1)      0.75       0.6   20.00    25.00  -5.00
      Promotion ability (1–5)                                3            (15.00)                 out of date, left out
      After-sales service (1–5)                         faulty            (10.00)                 faulty, left out
      Relationship with us                            outsider             20.00     0.00  20.00
      Total                                                                75.00    52.25  22.75

      Score         69.67 of 100
                    69.67 ≈ 52.25 ÷ 75.00 × 100
      Interval      52.25 … 77.25
      Coverage      75 % of the weight is known
      Grade         C, certain
      Limits        Relationship with us = outsider: C at best
      Main reasons  Relationship with us: 20.00 of 20.00 points lost; actual outsider
                    Salespeople (number): 4.00 of 20.00 points lost; actual 9
                    Sales management (1–5): 3.75 of 15.00 points lost; actual 4
      Strengths     Sales network (share of outlets supplied, 0–1): 25.00 points for a weight of 20.00; 0.75 against a standard of 0.6
      Not known     Promotion ability (1–5), After-sales service (1–5)
      Issues        After-sales service (1–5): "very good" isn't a number such as 12.50.
      `),
    );
  });

  test("C3.1 writes the same table in Chinese", () => {
    expect(formatEvaluation(distributor, zhCN)).toBe(
      unindented(`
      分销商评价表（distributor），版本1，${short}
      评价日期2026-11-21

      指标                          实际值  标准值    权重    得分   失分  说明
      销售人员（人数）                   9           20.00   16.00   4.00
      销售管理（1～5）                   4           15.00   11.25   3.75
      销售网络（网点覆盖率，0～1）    0.75     0.6   20.00   25.00  -5.00
      促销能力（1～5）                   3          (15.00)                过期，不计入
      售后服务（1～5）                有误          (10.00)                有误，不计入
      与我方的关系                  局外人           20.00    0.00  20.00
      合计                                           75.00   52.25  22.75

      总分      69.67（满分100）
                69.67 ≈ 52.25 ÷ 75.00 × 100
      区间      52.25 … 77.25
      覆盖率    已知权重占75%
      等级      C，确定
      限制      与我方的关系 = 局外人：最高为C
      主要原因  与我方的关系：20.00分中失20.00分，实际值：局外人
                销售人员（人数）：20.00分中失4.00分，实际值：9
                销售管理（1～5）：15.00分中失3.75分，实际值：4
      优势      销售网络（网点覆盖率，0～1）：权重20.00，得25.00分，实际值0.75，标准值0.6
      未知      促销能力（1～5）、售后服务（1～5）
      问题      售后服务（1～5）：“very good”不是数字（如12.50）。
      `),
    );
  });

  test.each([
    ["en", en, "16.00", "25.00"],
    ["zh-CN", zhCN, "16.00", "25.00"],
  ])("columns end in the same place on the screen: %s", (_, locale, ...points) => {
    const lines = formatEvaluation(distributor, locale).split("\n");
    const ends = [locale.table.points, ...points].map((word) => {
      const line = lines.slice(3).find((one) => one.includes(word)) ?? "";
      return displayWidth(line.slice(0, line.indexOf(word) + word.length));
    });
    expect(new Set(ends).size).toBe(1);
  });

  test("A7.6 groups with subtotals, a group held to its maximum, limits, policies", () => {
    expect(judgeMixed({ margin: "0.15", turnover: 12, honest: false, visits: 1 })).toBe(
      unindented(`
      Indicator    Actual  Standard  Weight  Points   Lost  Note
      money                            20.0    22.0   -2.0  35.0 earned, held to 22.0
        margin       0.15       0.1    10.0    15.0   -5.0
        turnover       12         6    10.0    20.0  -10.0
      people                           10.0     5.0    5.0
        team      unknown              10.0     5.0    5.0  unknown, counted as middling
      Other                            20.0     5.7   14.3
        honest         no              14.3     0.0   14.3
        visits          1               5.7     5.7    0.0
      Total                            50.0    32.7   17.3

      Score         32.7 of 50
      Interval      27.7 … 37.7
      Coverage      80 % of the weight is known
      Grade         C, certain
      Limits        turnover at least 12 and turnover below 20: B at best
                    honest = no: C at best
      Main reasons  honest: 14.3 points lost; the answer is no
                    money: 13.0 points lost; 35.0 earned, 22.0 at most
                    team: 5.0 of 10.0 points lost; unknown, counted as middling
      Strengths     turnover: 20.0 points for a weight of 10.0; 12 against a standard of 6
                    margin: 15.0 points for a weight of 10.0; 0.15 against a standard of 0.1
                    visits: 5.7 points for a weight of 5.7; actual 1
      Not known     team
      `),
    );
  });

  test("A7.6 no score where a fact is missing that may not be; what isn't applicable doesn't count", () => {
    expect(judgeMixed({ margin: "0.1", turnover: 6, team: { notApplicable: true }, honest: true })).toBe(
      unindented(`
      Indicator           Actual  Standard  Weight   Points  Lost  Note
      money                                   20.0     20.0   0.0
        margin               0.1       0.1    10.0     10.0   0.0
        turnover               6         6    10.0     10.0   0.0
      people                                   0.0      0.0   0.0
        team      not applicable             (10.0)
      Other                                   14.3     14.3   0.0
        honest               yes              14.3     14.3   0.0
        visits           unknown              (5.7)                unknown, no score without it
      Total                                   34.3     34.3   0.0

      Score      none
      Interval   42.9 … 50.0
      Coverage   85.75 % of the weight is known
      Grade      none; once all is known: A
      Strengths  honest: 14.3 points; the answer is yes
                 margin: 10.0 points; 0.1 meets the standard of 0.1
                 turnover: 10.0 points; 6 meets the standard of 6
      Not known  visits
      `),
    );
  });

  test("unknown is called unknown, an open interval open", () => {
    const text = judgeMixed({});
    expect(text).toContain("  margin    unknown       0.1   (10.0)                unknown, left out\n");
    expect(text).toContain("Score         none\nInterval      open … 52.0\nCoverage      0 % of the weight is known\n");
    expect(text).toContain("honest: 14.3 of 14.3 points lost; unknown, counted at its worst\n");
    expect(text).not.toContain("Issues");
  });

  test("D1.2 a score above what the unknown can still make of it says that it will fall", () => {
    const evaluation = evaluate(keyAccountScorecard, { collectionDays: 30 });
    expect(formatEvaluation(evaluation, en)).toContain(`
Interval   9.00 … 119.00
           The score goes by what is known; once all is known, it will be lower.
Coverage`);
    expect(formatEvaluation(evaluation, zhCN)).toContain(`
区间    9.00 … 119.00
        总分只按已知部分折算；全部查明后会更低。
覆盖率`);
  });

  test("a score below what the unknown can still make of it says that it will rise, one within says nothing", () => {
    const card = defineScorecard({
      id: "loss",
      version: "1",
      scale: 0,
      indicators: {
        margin: { kind: "ratio", weight: 50, standard: "0.1" },
        team: { kind: "rating", weight: 50, min: 1, max: 5 },
      },
      grades: [{ grade: "A", from: null }],
    });
    const text = (facts: FactsOf<typeof card>, locale: typeof en): string =>
      formatEvaluation(evaluate(card, facts), locale);
    expect(text({ margin: "-0.1" }, en)).toContain(`
Score         -100 of 100
              -100 = -50 ÷ 50 × 100
Interval      -50 … 0
              The score goes by what is known; once all is known, it will be higher.
Coverage`);
    expect(text({ margin: "-0.1" }, zhCN)).toContain("\n          总分只按已知部分折算；全部查明后会更高。\n覆盖率");
    expect(text({ margin: "0.1" }, en)).toContain("\nInterval   50 … 100\nCoverage");
    expect(text({ team: 5 }, en)).toContain("\nInterval   open … open\nCoverage");
  });

  test("an exact rescaling says so", () => {
    const text = formatEvaluation(evaluate(distributorScorecard, { salesReps: 15, relationship: "friend" }), en);
    expect(text).toContain("Score         70.00 of 100\n              70.00 = 28.00 ÷ 40.00 × 100\n");
    expect(text).toContain("Grade         B; once all is known: D … A\n");
  });

  test("E7.2 limits on what isn't known stand together, by grade, after those on what is", () => {
    const facts = {
      clientProject: "partly",
      compellingEvent: { value: "yes", observedAt: "2026-01-31" },
      solutionFit: "perhaps" as "yes",
      businessProfile: "yes",
      financialCondition: "yes",
      decisionCriteria: "yes",
      resourceRequirements: "yes",
      currentRelationship: "yes",
      uniqueValue: "yes",
    } as const;
    const evaluation = evaluate(opportunityScorecard, facts, { asOf: "2026-11-21" });
    const text = (locale: typeof en): string => formatEvaluation(evaluation, locale);
    expect(text(en)).toContain("\nGrade         find out first; once all is known: no-go … find out first\n");
    expect(text(en)).toContain(
      `
Limits        Clear project and requirements = partly: find out first at best
              Money for the project, Compelling event with a date,
              Fit of our solution unknown: find out first at best
`,
    );
    expect(text(zhCN)).toContain("\n等级      先了解清楚；全部查明后：放弃 … 先了解清楚\n");
    expect(text(zhCN)).toContain(`
限制      项目与需求是否明确 = 部分：最高为先了解清楚
          项目资金是否落实、是否有紧迫事件和时限、方案是否适合未知：最高为先了解清楚
`);
  });

  test("limits on what isn't known that leave different grades stand in lines of their own", () => {
    const card = extendScorecard(distributorScorecard, {
      id: "strict",
      limits: [
        { when: { indicator: "salesReps", known: false }, grade: "B" },
        { when: { indicator: "salesNetwork", known: false }, grade: "D" },
        { when: { indicator: "relationship", known: false }, grade: "B" },
      ],
      weights: {
        salesReps: 20,
        salesManagement: 15,
        salesNetwork: 20,
        promotionAbility: 15,
        afterSalesService: 10,
        relationship: 20,
      },
    });
    expect(formatEvaluation(evaluate(card, { promotionAbility: 5 }), en)).toContain(`
Limits     Salespeople (number), Relationship with us unknown: B at best
           Sales network (share of outlets supplied, 0–1) unknown: D at best
`);
  });

  test("where nothing is open there is no interval; a grade that every open answer leaves stands once", () => {
    const facts = {
      salesReps: 15,
      salesManagement: 5,
      salesNetwork: "0.6",
      promotionAbility: 5,
      afterSalesService: 5,
      relationship: "partner",
    } as const;
    const text = formatEvaluation(evaluate(distributorScorecard, facts), en);
    expect(text).toContain(
      "Score      100.00 of 100\nCoverage   100 % of the weight is known\nGrade      A, certain\n",
    );
    const yes = Object.keys(opportunityScorecard.indicators).map((id) => [id, "yes"]);
    const open = { ...Object.fromEntries(yes), resourceRequirements: null } as FactsOf<typeof opportunityScorecard>;
    expect(formatEvaluation(evaluate(opportunityScorecard, open), en)).toContain(
      "Interval      94.00 … 100.00\nCoverage      94 % of the weight is known\nGrade         find out first; once all is known: go\n",
    );
  });

  test("long lists of names go on in the next line, also in one sentence", () => {
    const text = (locale: typeof en): string => formatEvaluation(evaluate(opportunityScorecard, {}), locale);
    expect(text(en)).toContain(`
Limits        Clear project and requirements, Understanding of the client's business,
              Sound finances of the client, Money for the project, Compelling event with a date,
              Clear decision criteria, Fit of our solution, Reasonable need of resources, Relation to build on,
              Unique value that we can show unknown: find out first at best
`);
    expect(text(zhCN)).toContain(`
未知      项目资金是否落实、方案是否适合、是否有紧迫事件和时限、能否体现独特价值、项目与需求是否明确、
          现有关系能否利用、客户财务状况是否良好、决策标准是否明确、是否了解客户业务、所需资源是否合理
`);
    for (const line of text(en).split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(114);
  });

  test("the three main reasons and three strengths, no more", () => {
    const all = Object.fromEntries(Object.keys(dealerScorecard.indicators).map((id) => [id, 2]));
    const text = formatEvaluation(evaluate(dealerScorecard, all as FactsOf<typeof dealerScorecard>), en);
    const told = text.slice(text.indexOf("Main reasons"), text.indexOf("Strengths"));
    expect(told.trimEnd().split("\n")).toHaveLength(3);
  });

  test("a host's words come from its locale, its ids stand in for those it has none for", () => {
    const card = defineScorecard({
      id: "ours",
      version: "1",
      indicators: {
        region: { kind: "choice", weight: 60, options: { north: 1, south: "0.5" } },
        lateness: { kind: "share", weight: 40 },
      },
      grades: [{ grade: "gold", from: null }],
    });
    const evaluation = evaluate(card, { region: "north", lateness: "0.25" });
    const locale = extendLocale(en, {
      scorecards: { ours: "Our scorecard" },
      indicators: { region: "Region" },
      options: { region: { north: "the North" } },
      grades: { gold: "Gold" },
    });
    const text = formatEvaluation(evaluation, locale);
    expect(text).toContain("Our scorecard (ours), version 1");
    expect(text).toMatch(/^Region {5}the North/m);
    expect(text).toMatch(/^lateness {8}0.25/m);
    expect(text).toContain("Grade         Gold, certain");
    expect(formatEvaluation(evaluation, en)).toMatch(/^region {6}north/m);
  });

  test("ids and values that a host passes on can't break lines or command a terminal", () => {
    const card = defineScorecard({
      id: "hostile",
      version: "1\n\u001b[2J",
      indicators: { a: { kind: "rating", weight: 100, min: 0, max: 1 } },
      grades: [{ grade: "A", from: null }],
    });
    const text = formatEvaluation(evaluate(card, { a: "\u202e9\r\nTotal 100" }), en);
    expect(text).not.toMatch(/[\u001b\u202e\r]/);
    expect(text).toContain("version 1\\u{a}\\u{1b}[2J");
    expect(text).toContain('"\\u{202e}9\\u{d}\\u{a}Total 100" isn\'t a number');
  });

  test("a stored evaluation that has lost some of its rows still prints", () => {
    const stored = structuredClone(evaluate(mixed, { margin: "0.15", turnover: 12, honest: false, visits: 1 }));
    const { margin: _, honest: __, ...indicators } = stored.indicators;
    const groups = { people: { ...stored.groups.people, max: null } };
    const reasons = [...stored.reasons, { code: "group-capped", group: "people", lost: 1 } as const].filter(
      ({ lost }) => lost !== 5,
    );
    const text = formatEvaluation({ ...stored, indicators, groups, reasons } as unknown as typeof stored, en);
    expect(text).toContain("honest: 14.3 points lost; the answer is {actual}\n");
    expect(text).toContain("money: 13.0 points lost; {earned} earned, {max} at most\n");
    expect(text).toContain("people: 1.0 points lost; 5.0 earned,  at most\n");
  });

  test("the same evaluation gives the same text, and the text ends with one line end", () => {
    const [first, second] = [formatEvaluation(distributor, en), formatEvaluation(structuredClone(distributor), en)];
    expect(second).toBe(first);
    expect(first).toMatch(/[^\n]\n$/);
    expect(first).not.toMatch(/ \n/);
  });
});
