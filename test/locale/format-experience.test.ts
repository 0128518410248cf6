import {
  classifyExperience,
  type ExperienceHistory,
  extendExperienceModel,
  extendLocale,
  formatExperience,
  isKeyAccountError,
  reviewExperience,
} from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { tendersDefinition, tendersModel } from "../experience/models.js";

const history = {
  client: "acme",
  productLine: "controllers",
  observations: [
    { at: "2026-01-13", levels: { decisionMakers: "senior-management", buyingManner: "whole-system" } },
    { at: "2026-05-20", levels: { newApplications: "falling" }, provenance: { source: "visit", ref: "v-17" } },
    { at: "2026-07-02T09:30:00Z", levels: { decisionMakers: "purchasing-experts" }, provenance: { source: "order" } },
    { at: "2026-09-15", levels: { decisionMakers: "purchasing-experts", priceSensitivity: "high" } },
    { at: "2026-02-30", levels: { risk: "takes" } },
  ],
} as const satisfies ExperienceHistory;
const asOf = "2026-10-31";
const result = classifyExperience(history, { asOf });
const lines = (text: string): string[] => text.split("\n");

describe("B2 formatExperience", () => {
  test("tells one client's story in at most ten lines, in English", () => {
    expect(lines(formatExperience(result, en))).toEqual([
      `acme × controllers: Customer experience (experience), version 1, ${result.model.hash.slice(0, 12)}, as of 2026-10-31`,
      "",
      "Stage        in transition, since 2026-07-01, confirmed 2026-09-01",
      "Probability  inexperienced generalist 0.36 %, in transition 15.8 %, experienced specialist 83.84 %",
      "Direction    towards the specialist: +87.51 % of the way in 8 months, of which +8.135 % without evidence",
      "Next         experienced specialist: past 70 % with 83.84 %, to be confirmed for another 1 month with evidence",
      "Evidence     Who decides: purchasing, product experts (2026-09-15), 14 × as likely for a specialist, moved +48.115 %",
      "             Interest in new applications: falling (2026-05-20, visit v-17), 14 × as likely for a specialist, moved +24.015 %",
      "Against it   How it buys: whole system, one supplier speaks against the direction",
      "Known        4 of 8 signals; not known: What counts, Decision time, Need of guidance, Attitude to risk",
      "Course       inexperienced generalist from 2026-01-01, in transition from 2026-09-01",
      'Left out     observations › #5 › at: "2026-02-30" isn\'t a day such as 2026-11-21 or a moment in UTC such as 2026-11-21T08:00:00Z.',
      "",
    ]);
  });

  test("and in Chinese", () => {
    expect(lines(formatExperience(result, zhCN))).toEqual([
      `acme × controllers：客户经验（experience），版本1，${result.model.hash.slice(0, 12)}，评价日期2026-10-31`,
      "",
      "阶段      转变中，始于2026-07-01，确认于2026-09-01",
      "概率      无经验的多面手 0.36%、转变中 15.8%、有经验的专家 83.84%",
      "方向      向专家转变：8个月内移动全程的+87.51%，其中+8.135%并无证据",
      "下一步    有经验的专家，门槛70%，已达83.84%：尚待1个月有证据的时期确认",
      "证据      决策者：采购、产品专家（2026-09-15），专家出现此情况的可能性为多面手的14倍，移动+48.115%",
      "          对新应用的兴趣：下降（2026-05-20，visit v-17），专家出现此情况的可能性为多面手的14倍，移动+24.015%",
      "相反迹象  购买方式：整套系统，一家供应商，与变化方向不符",
      "已知      8项信号中的4项；未知：看重什么、决策时间、对指导的需求、对风险的态度",
      "历程      2026-01-01起无经验的多面手、2026-09-01起转变中",
      "未计入    observations › #5 › at：“2026-02-30”不是日期（如2026-11-21）或UTC时间（如2026-11-21T08:00:00Z）。",
      "",
    ]);
  });

  test("leaves out what there is nothing to tell of", () => {
    const nothing = classifyExperience({ observations: [] }, { asOf });
    expect(lines(formatExperience(nothing, en)).slice(1, -2)).toEqual([
      "",
      "Stage        undetermined: nothing is known yet",
      "Probability  inexperienced generalist 50 %, in transition 30 %, experienced specialist 20 %",
    ]);
    expect(formatExperience(nothing, en)).toMatch(/^Customer experience \(experience\)/);
    const named = classifyExperience({ productLine: "robots", observations: [] }, { asOf });
    expect(formatExperience(named, en)).toMatch(/^robots: Customer/);
  });

  test("first evidence has moved nothing yet: what it did in the whole history is told, and what is silent", () => {
    const levels = { decisionMakers: "senior-management", guidance: "start-to-end", decisionTime: "long" } as const;
    const first = classifyExperience({ interwoven: true, observations: [{ at: "2026-10-02", levels }] }, { asOf });
    const text = formatExperience(first, en);
    expect(text).toContain("\nStage        inexperienced generalist, since 2026-10-01\n");
    expect(text).toContain(
      "\nEvidence     Who decides: senior management, committees, all-rounders (2026-10-02), 0.0667 × as likely",
    );
    expect(text).toContain("moved -23.42 %");
    expect(text).toContain("; says nothing: Decision time\n");
    expect(text).not.toContain("Direction");
  });

  test("the next stage, ahead, behind or out of reach", () => {
    const next = (
      speed: Partial<NonNullable<typeof result.speed>>,
      direction: typeof result.direction = "forward",
    ): string => {
      const known = result.speed as NonNullable<typeof result.speed>;
      const text = formatExperience({ ...result, direction, speed: { ...known, ...speed } }, en);
      return lines(text).find((line) => line.startsWith("Next")) ?? "";
    };
    expect(next({ probability: 0.6999, periods: 2 })).toContain("at 70 %, now 69.99 %: about 2 months at today's pace");
    expect(next({ probability: 0.7 })).toContain("past 70 % with 70 %");
    expect(next({ periods: null })).toContain("at 70 %, now 83.84 %: not reached at today's pace");
    expect(next({ threshold: 0.4, probability: 0.4 }, "back")).toContain("at 40 %, now 40 %");
    expect(next({ threshold: 0.4, probability: 0.3 }, "back")).toContain("past 40 % with 30 %");
  });

  test("a host's signals stand as they are unless the locale has words for them, and nothing acts on a terminal", () => {
    const { signals } = tendersDefinition;
    const model = extendExperienceModel(experienceModel, { id: "ours", signals, period: { unit: "day", every: 10 } });
    const at = (day: string, tenders: "none" | "some") => ({
      at: `2026-10-${day}`,
      levels: { tenders, risk: "shares" as const },
      provenance: { ref: "\u001b[2J" } as never,
    });
    const ours = classifyExperience(
      { client: "a\nb", observations: [at("01", "none"), at("30", "some")] },
      { asOf, model },
    );
    const text = formatExperience(ours, en);
    expect(text).toContain("tenders: some (2026-10-30 \\u{1b}[2J), 9 × as likely");
    expect(text).toMatch(/^a\\u\{a\}b: Customer experience \(ours\)/);
    expect(text).toContain(" in 30 days,");
    const words = extendLocale(en, {
      experienceSignals: { tenders: "Tenders" },
      experienceLevels: { tenders: { some: "now and then" } },
    });
    expect(formatExperience(ours, words)).toContain("Tenders: now and then (");
  });

  test("where every signal is known, none is called unknown", () => {
    const observations = [{ at: "2026-10-01", levels: { tenders: "some" } }] as const;
    const all = classifyExperience({ observations }, { asOf, model: tendersModel });
    expect(lines(formatExperience(all, en))).toContain("Known        1 of 1 signal");
  });

  test("of several faults the first is told, and how many more there are", () => {
    const faulty = classifyExperience({ observations: new Array(5) as never[] }, { asOf });
    expect(formatExperience(faulty, en)).toContain("#1");
    expect(formatExperience(faulty, en)).toMatch(/ \(and 4 more\)\n$/);
    expect(formatExperience(faulty, zhCN)).toMatch(/（另有4项）\n$/);
  });
});

describe("B2.9 formatExperience tells the warnings that stand", () => {
  const at = (day: string, levels: ExperienceHistory["observations"][number]["levels"]) => ({ at: day, levels });
  const { experience, warnings } = reviewExperience(
    {
      client: "acme",
      observations: [
        at("2025-11-03", {
          decisionMakers: "senior-management",
          newApplications: "high",
          buyingManner: "whole-system",
        }),
        at("2026-02-10", { buyingManner: "partly-split", guidance: "start-to-end", risk: "avoids" }),
        at("2026-03-10", { buyingManner: "unbundled", newApplications: "moderate" }),
        at("2026-07-06", { decisionMakers: "mixed", newApplications: "falling" }),
        at("2026-09-07", { decisionMakers: "purchasing-experts", priceSensitivity: "high" }),
        at("2026-10-05", { buyingManner: "whole-system" }),
        at("2026-10-12", { buyingManner: "whole-system" }),
        at("2026-02-30", {}),
      ],
    },
    { asOf },
  );

  test("B2.9 one that joins others stands for them, one that is over isn't told, and ten lines hold all", () => {
    expect(warnings.map(({ code, endedAt }) => [code, endedAt])).toEqual([
      ["orders-unbundled", "2026-10-12"],
      ["application-interest-drops", null],
      ["purchasing-takes-over", null],
      ["purchasing-up-interest-down", null],
    ]);
    const told = lines(formatExperience(experience, en, { warnings }));
    expect(told.slice(2, -1).map((line) => line.slice(0, 13).trim())).toEqual([
      "Stage",
      "Probability",
      "Direction",
      "Next",
      "Warnings",
      "Evidence",
      "Against it",
      "Known",
      "Course",
      "Left out",
    ]);
    expect(told[6]).toBe(
      "Warnings     purchasing decides ever more while interest in new applications drops (since 2026-03-10, known 2026-09-07)",
    );
    expect(formatExperience(experience, zhCN, { warnings })).toContain(
      "预警      采购越来越主导决策，同时对新应用的兴趣下降（始于2026-03-10，2026-09-07发出）",
    );
  });

  test("several stand in one line; a host's own code stands as it is; unknown warnings are no line", () => {
    const own = { code: "haggles", since: "2026-08-01", raisedAt: "2026-09-01T08:00:00Z", endedAt: null };
    const [, drops] = warnings;
    expect(formatExperience(experience, en, { warnings: [own, ...(drops === undefined ? [] : [drops])] })).toContain(
      "haggles (since 2026-08-01, known 2026-09-01); interest in new applications drops (since",
    );
    for (const none of [{}, { warnings: null }, { warnings: [] }])
      expect(formatExperience(experience, en, none)).not.toContain("Warnings");
  });
});

test("B2 what is no result, locale or options is an error of this package", () => {
  const result = classifyExperience({ observations: [] }, { asOf: "2026-09-30" });
  const codeOf = (...args: readonly unknown[]): unknown => {
    try {
      return (formatExperience as (...given: readonly unknown[]) => string)(...args);
    } catch (error) {
      return isKeyAccountError(error) ? error.code : error;
    }
  };
  expect(codeOf(undefined, en)).toBe("wrong-type");
  expect(codeOf(result, null)).toBe("wrong-type");
  expect(codeOf(result, en, null)).toBe("wrong-type");
  expect(codeOf({}, en)).toBe("unreadable");
  expect(codeOf(result, en, { warnings: [null] })).toBe("unreadable");
  expect(codeOf(result, en)).toContain("Customer experience");
});

test("B2 the argument at fault is named: a locale that is none, warnings that are none, else the result", () => {
  const result = classifyExperience(
    { observations: [{ at: "2026-09-03", levels: { risk: "avoids" } }] },
    { asOf: "2026-09-30" },
  );
  const pathOf = (shown: unknown, locale: unknown, options: unknown = {}): unknown => {
    try {
      return formatExperience(shown as typeof result, locale as typeof en, options as object);
    } catch (error) {
      return isKeyAccountError(error) ? `${error.code} ${error.path.join(".")}` : error;
    }
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const locale of [{}, { experience: {} }, { ...en, experience: {} }, { ...en, experience: null }, proxy])
    expect(pathOf(result, locale)).toBe("unreadable locale");
  const day = "2026-09-01";
  for (const warning of [
    null,
    {},
    { code: {}, since: day, raisedAt: day },
    { code: "x", since: 5, raisedAt: day },
    { since: day, raisedAt: day },
  ])
    expect(pathOf(result, en, { warnings: [warning] })).toBe("unreadable options");
  const [first] = result.ledger;
  const issue = { code: "required", path: [{}], details: {} };
  for (const broken of [{ client: {} }, { ledger: [{ ...first, signal: {} }] }, { issues: [issue] }, { stage: {} }])
    expect(pathOf({ ...result, ...broken }, en)).toBe("unreadable result");
});
