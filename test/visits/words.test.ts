import {
  ANSWER_STATES,
  CONTRADICTION_RULES,
  defineSurvey,
  extendLocale,
  extendSurvey,
  formatQuestion,
  JUDGEMENT_STEPS,
  LEFT_OUT_CAUSES,
  PREPARATION_STATES,
  QUESTION_KINDS,
  SURVEY_ASK_REASONS,
  SURVEY_FACETS,
  SURVEY_UNITS,
  SWEEP_BOUNDS,
  SWEEP_PREPARATIONS,
  TARGET_FACTS,
  TARGET_REASONS,
  TARGET_STATUSES,
  TARGET_VERDICTS,
  UNROUTED_REASONS,
} from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import type { WordTable } from "../../src/ground/words.js";
import { paramsOf } from "../../src/locale/fill.js";

const questions = Object.entries(clientSurvey.questions);
const lists = {
  surveys: [clientSurvey.id],
  surveyFacets: SURVEY_FACETS,
  questionKinds: QUESTION_KINDS,
  surveyUnits: SURVEY_UNITS,
  surveyQuestions: questions.map(([id]) => id),
  answerStates: ANSWER_STATES,
  contradictionRules: CONTRADICTION_RULES,
  surveyAskReasons: SURVEY_ASK_REASONS,
  unroutedReasons: UNROUTED_REASONS,
  sweepBounds: SWEEP_BOUNDS,
  leftOutCauses: LEFT_OUT_CAUSES,
  sweepPreparations: SWEEP_PREPARATIONS,
  preparationStates: PREPARATION_STATES,
  targetFacts: TARGET_FACTS,
  targetVerdicts: TARGET_VERDICTS,
  targetStatuses: TARGET_STATUSES,
  targetReasons: TARGET_REASONS,
  judgementSteps: JUDGEMENT_STEPS,
};

describe.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("%s", (tag, locale) => {
  test.each(Object.entries(lists))(
    "A4.2, A5.1, A3.1 %s: every code has its word, and no other; codes can be told apart",
    (table, codes) => {
      const words = (locale as unknown as Record<string, WordTable>)[table] ?? {};
      expect(Object.keys(words)).toEqual([...codes]);
      expect(new Set(Object.values(words)).size).toBe(codes.length);
      if (tag === "zh-CN") for (const word of Object.values(words)) expect(word).toMatch(/[\u4e00-\u9fff]/);
      for (const [code, word] of Object.entries(words)) {
        const params = table === "targetReasons" && code !== "volume-outranked" ? ["value", "mark"] : [];
        expect(paramsOf(word)).toEqual(params);
      }
    },
  );

  test("A4.2 every question is one, and every option of it has its word, and no other", () => {
    for (const question of Object.values(locale.surveyQuestions)) expect(question).toMatch(/[?？]$|（[^）]+）？$/);
    const choices = questions.flatMap(([id, question]) =>
      "options" in question ? [[id, [...question.options]] as const] : [],
    );
    expect(
      Object.fromEntries(
        Object.entries<WordTable>(locale.surveyOptions).map(([id, words]) => [id, Object.keys(words)]),
      ),
    ).toEqual(Object.fromEntries(choices));
  });

  test("A4.2 every question of the form reads without a code or a parameter left over", () => {
    for (const [id, question] of questions) {
      const text = formatQuestion(clientSurvey, id as keyof typeof clientSurvey.questions, { locale });
      expect(text).not.toMatch(/[{}]/);
      expect(text).toContain(locale.surveyQuestions[id as keyof typeof clientSurvey.questions]);
      if ("unit" in question && question.unit !== undefined)
        expect(text).toContain((locale.surveyUnits as WordTable)[question.unit]);
      expect(text.length > locale.surveyQuestions[id as keyof typeof clientSurvey.questions].length).toBe(
        question.kind !== "text",
      );
    }
  });

  test("the fixed words name their parameters", () => {
    const params = Object.fromEntries(
      Object.entries(locale.survey).map(([code, word]) => [code, paramsOf(word).join(" ")]),
    );
    expect(params).toEqual({
      hint: "question hint",
      range: "min max",
      atLeast: "min",
      atMost: "max",
      ranking: "options",
      or: "",
      and: "",
      amounts: "",
      list: "",
    });
  });
});

describe("formatQuestion", () => {
  test("A4.2 says what may answer: unit, range, options, order", () => {
    const say = (id: keyof typeof clientSurvey.questions, locale = en): string =>
      formatQuestion(clientSurvey, id, { locale });
    expect(say("reputation")).toBe("What reputation does it have? (1–5)");
    expect(say("ownEngineers")).toBe("Does it employ engineers of its own? (yes / no)");
    expect(say("brandStrength")).toBe("What share of its sales comes from leading brands? (share, 0–1)");
    expect(say("brands")).toBe(
      "Which are its main brands, and how much does each sell? (each with its amount; in its currency, a year)",
    );
    expect(say("rivals", zhCN)).toBe("当地有哪些竞争品牌（由强到弱）？（可多项）");
    expect(say("buyingCriteria", zhCN)).toBe(
      "消费者购买时看重什么（按重要程度排列）？（按顺序：价格 / 质量 / 品牌 / 功能 / 外观 / 服务 / 送货 / 他人推荐）",
    );
    expect(say("ownerIdeas")).toBe("What are the owner's ideas for the business?");
  });

  test("a host's questions read by the host's words, else by their codes", () => {
    const ours = extendSurvey(clientSurvey, {
      id: "ours",
      questions: {
        region: { facet: "environment", kind: "choice", options: ["north", "south"] },
        litres: { facet: "environment", kind: "number", unit: "x-litres", max: 9 },
        free: { facet: "environment", kind: "number" },
        span: { facet: "environment", kind: "number", min: 1, max: "9.50" },
      },
    });
    const locale = extendLocale(en, {
      surveyQuestions: { region: "Which region?" },
      surveyOptions: { region: { north: "the north" } },
      surveyUnits: { "x-litres": "litres" },
    });
    expect(formatQuestion(ours, "region", { locale })).toBe("Which region? (the north / south)");
    expect(formatQuestion(ours, "litres", { locale })).toBe("litres (litres; 9 or less)");
    expect(formatQuestion(ours, "litres", { locale: en })).toBe("litres (x-litres; 9 or less)");
    expect(formatQuestion(ours, "region", { locale: en })).toBe("region (north / south)");
    expect(formatQuestion(ours, "free", { locale })).toBe("free");
    expect(formatQuestion(ours, "span", { locale })).toBe("span (1–9.5)");
  });

  test("an id that the form doesn't have prints as it is, and nothing that a client typed breaks out", () => {
    const form = defineSurvey({ id: "f", version: "1", questions: { a: { facet: "rivals", kind: "flag" } } });
    expect(formatQuestion(form, "toString" as never, { locale: en })).toBe("toString");
    expect(formatQuestion(form, "\u001b[2J" as never, { locale: en })).toBe("\\u{1b}[2J");
  });
});
