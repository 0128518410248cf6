import { evaluate } from "keyaccount";
import { type DealerFacts, dealerScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { DEALERS } from "../../examples/sweep-week/dealers.js";
import { formsOf } from "../../examples/sweep-week/forms.js";
import type { Judged } from "../../examples/sweep-week/judge.js";
import { nextWeek } from "../../examples/sweep-week/plan.js";
import { isSettled, sharpeningLines } from "../../examples/sweep-week/text.js";
import { answerOf, willingnessOf } from "../../examples/sweep-week/town.js";
import { sweepTheTown } from "../../examples/sweep-week/week.js";
import { inChinese, inEnglish } from "../../examples/sweep-week/words.js";
import { sweepReport } from "../../examples/sweep-week.js";

const sweep = sweepTheTown();
const { evenings, visits, coverage } = sweep;
const plan = nextWeek(sweep);
const forms = formsOf(sweep, plan);
const friday = evenings[4]?.dealers ?? [];

/** Dealer by dealer, what every evening says of it. */
const courses = DEALERS.map(({ id }) => ({
  id,
  course: evenings.flatMap(({ dealers }) => dealers.filter((one) => one.id === id)),
}));
const ownersSpokeTooWell = ["d-06", "d-27"];

const truth = (id: string): DealerFacts =>
  Object.fromEntries(Object.keys(dealerScorecard.indicators).map((fact) => [fact, answerOf(id, fact)])) as DealerFacts;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe("A4.1 the route and who was left out", () => {
  test("A4.1 each of the forty is visited by Chen once, but for the two that the sweep names with the cause", () => {
    const firsts = visits.filter(({ ours, way }) => ours?.[0]?.id === "chen" && way === "visit");
    expect(firsts.map(({ clientId }) => clientId).sort()).toEqual(
      DEALERS.map(({ id }) => id).filter((id) => id !== "d-17" && id !== "d-40"),
    );
    expect(coverage.ok ? [] : coverage.coverage.leftOut).toEqual([
      { id: "d-17", cause: "not-visited" },
      { id: "d-40", cause: "no-contact" },
    ]);
  });
});

describe("A4.4 two or three visits fill the form", () => {
  test("A4.4 Ruida by hand: 44.83 to 82.83 after what is seen and told first, 65.18 when all is known", () => {
    // 7 × 0.5 + 5 × 0.6 + 6 × 0.5 + 8 × 5.5 ÷ 6 + 6 × 10 ÷ 12 + 12 + 8 × 0.5 + 4 + 6 × 0.5; unknown are 4 + 4 + 6 + 6 + 6 + 7 + 5 points.
    // Of them, 6 × 0.75 + 6 × 0.25 + 6 × 0.75 + 7 × 0.644 come next, then 4 × 0.25 + 4 × 0.46 + 5 × 0.5.
    const course = courses.find(({ id }) => id === "d-09")?.course ?? [];
    expect(course.map(({ evaluation: { low, high } }) => [low, high])).toEqual([
      [44.83, 82.83],
      [59.84, 72.84],
      [65.18, 65.18],
      [65.18, 65.18],
      [65.18, 65.18],
    ]);
    expect(course.map(({ progress }) => progress.whole.completeness)).toEqual([0.65, 0.85, 1, 1, 1]);
  });

  test("A4.4 every evening's interval lies within that of the evening before, unless an owner spoke too well of itself", () => {
    const within = ([before, after]: readonly (Judged | undefined)[]): boolean =>
      Number(after?.evaluation.low) >= Number(before?.evaluation.low) &&
      Number(after?.evaluation.high) <= Number(before?.evaluation.high);
    const wider = courses.filter(({ course }) => !course.slice(1).every((one, index) => within([course[index], one])));
    expect(wider.map(({ id }) => id).filter((id) => !ownersSpokeTooWell.includes(id))).toEqual([]);
  });

  test("A7.6 the town as it is lies within every interval; a grade that is settled is the town's, and stays", () => {
    for (const { id, course } of courses.filter((one) => !ownersSpokeTooWell.includes(one.id))) {
      const { low, high, grade } = evaluate(dealerScorecard, truth(id));
      for (const { evaluation } of course) {
        expect(Number(evaluation.low)).toBeLessThanOrEqual(Number(low));
        expect(Number(evaluation.high)).toBeGreaterThanOrEqual(Number(high));
        if (evaluation.gradeCertain) expect([id, evaluation.grade]).toEqual([id, grade]);
      }
      const settled = course.map(isSettled).map(Number);
      expect(settled).toEqual(settled.toSorted((a, b) => a - b));
    }
  });

  test("A4.4 the count of settled grades never falls, and who keeps its figures to itself isn't settled", () => {
    const settled = evenings.map(({ dealers }) => dealers.filter(isSettled).map(({ id }) => id));
    expect(settled.map(({ length }) => length)).toEqual([0, 2, 6, 10, 13]);
    expect(settled[4]?.filter((id) => willingnessOf(id) <= 2)).toEqual([]);
  });

  test("A4.4 what a dealer wouldn't say isn't asked twice", () => {
    const asked = visits
      .filter(({ clientId }) => clientId === "d-23")
      .flatMap(({ learnt = {} }) => Object.keys(learnt).filter((fact) => learnt[fact]?.value === null));
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
    const ask = friday.find(({ id }) => id === "d-23")?.ask ?? [];
    expect(ask.length).toBeGreaterThan(0);
    expect(ask.filter((fact) => asked.includes(fact))).toEqual([]);
  });
});

describe("A3.4 the day's and the week's forms", () => {
  test("A4.3 the week's totals are those of the visits, counted anew", () => {
    const chen = forms.weeks.find(({ fields }) => fields.salesperson === "chen");
    const visited = DEALERS.filter(({ id }) => id !== "d-17" && id !== "d-40");
    const willing = visited.map(({ id }) => willingnessOf(id));
    expect(chen?.fields).toMatchObject({
      from: "2026-11-23",
      visits: 38,
      clients: 38,
      totalMinutes: sum(willing.map((one) => 15 + 4 * one)),
      warm: willing.filter((one) => one >= 4).length,
      neutral: willing.filter((one) => one === 3).length,
      cold: willing.filter((one) => one <= 2).length,
      unknownAttitudes: 0,
    });
    expect(chen?.rows.map(({ rowVisits }) => rowVisits)).toEqual([8, 8, 8, 8, 6]);
    const wu = forms.weeks.find(({ fields }) => fields.salesperson === "wu");
    expect(wu?.rows.map(({ rowVisits }) => rowVisits)).toEqual([8, 8, 8, 8]);
    expect(wu?.fields.plan).toBe("Liming, Lihua, Jinqiao, Ruida, Qihang");
  });

  test("A4.4 the daily report says how full the form was in that evening, and A5.2 the first judgement", () => {
    const first = forms.days.find(({ fields }) => fields.date === "2026-11-23" && fields.salesperson === "chen");
    expect(
      first?.rows.map(({ time, client, surveyShare, targetClass }) => [time, client, surveyShare, targetClass]),
    ).toEqual([
      ["09:00", "Yongfeng", "0.5", "ordinary-dealer"],
      ["09:45", "Jiahe", "0.5", null],
      ["10:30", "Pengcheng", "0.65", null],
      ["11:15", "Changan", "0.65", null],
      ["13:30", "Weiye", "0.65", "ordinary-dealer"],
      ["14:15", "Jinqiao", "0.5", "ordinary-dealer"],
      ["15:00", "Ruida", "0.65", "ordinary-dealer"],
      ["15:45", "Lihua", "0.5", "ordinary-dealer"],
    ]);
  });
});

describe("A6.6 what is written up in the evening", () => {
  const of = (clientId: string) => visits.filter((visit) => visit.clientId === clientId);

  test("A6.6 every visit has main points, a next step and a result; where there is none, a cause (A6.7)", () => {
    const made = visits.filter(({ way }) => way === "visit");
    expect(made.filter(({ mainPoints = "", nextStep }) => mainPoints === "" || nextStep === undefined)).toEqual([]);
    expect(made.filter(({ outcome }) => outcome !== "good" && outcome !== "no-result")).toEqual([]);
    expect(made.filter(({ outcome, failureCauses }) => (outcome === "good") !== (failureCauses === undefined))).toEqual(
      [],
    );
    expect(of("d-17")).toMatchObject([{ mainPoints: "the door was shut", nextStep: { dueOn: "2026-11-30" } }]);
  });

  test("A6.7 Wanli by hand: philosophy 2 doesn't fit; Dexin fits with 4, 4 and 3, but willingness 2 is below 3", () => {
    expect(of("d-11")).toMatchObject([{ outcome: "no-result", failureCauses: [{ cause: "mismatch" }] }]);
    expect(of("d-16")).toMatchObject([
      {
        mainPoints: "philosophy 4, growth 4, strength 3, willingness 2",
        outcome: "no-result",
        failureCauses: [{ cause: "client-obstacles" }],
        nextStep: { what: "keep in touch by phone" },
      },
    ]);
  });

  test("A4.4 whoever Wu is to go back to is visited on that day", () => {
    const due = visits.flatMap(({ clientId, nextStep }) =>
      nextStep?.owner === "wu" ? [`${clientId} ${String(nextStep.dueOn)}`] : [],
    );
    const seen = visits.flatMap(({ clientId, ours, startedAt }) =>
      ours?.[0]?.id === "wu" ? [`${clientId} ${startedAt.slice(0, 10)}`] : [],
    );
    expect(due.filter((one) => !seen.includes(one))).toEqual([]);
    expect(due.length).toBeGreaterThan(0);
  });

  test("A4.5 the day's findings name the target clients, and the causes of the others", () => {
    expect(forms.days[0]?.fields).toMatchObject({
      good: 5,
      noResult: 3,
      findings:
        "target clients: Yongfeng, Weiye, Jinqiao, Ruida, Lihua; mismatch in size or philosophy: Jiahe, Pengcheng, Changan",
    });
    expect(forms.days.filter(({ fields }) => !String(fields.findings).includes(": "))).toEqual([]);
  });
});

describe("E4.7 the week after", () => {
  test("E4.7 everybody is visited or named with a reason, once", () => {
    const all = [...plan.visits, ...plan.leftOut].map(({ clientId }) => clientId);
    expect(all.sort()).toEqual(DEALERS.map(({ id }) => id));
    expect(plan.issues).toEqual([]);
  });

  test("E4.7 C and D are called; B is due ten days after Friday; A and who was left out come first, as far as Chen's ten hours reach", () => {
    const graded = (...grades: string[]): string[] =>
      friday.filter(({ evaluation: { grade } }) => grades.includes(grade ?? "unseen")).map(({ id }) => id);
    const because = (code: string): string[] =>
      plan.leftOut.flatMap(({ clientId, reason }) => (reason.code === code ? [clientId] : [])).sort();
    expect(because("by-phone")).toEqual(graded("C", "D"));
    const seenOnFriday = visits.flatMap(({ clientId, startedAt }) => (startedAt >= "2026-11-27" ? [clientId] : []));
    const due = graded("B").filter((id) => seenOnFriday.includes(id));
    expect(because("not-due")).toEqual(due);
    const urgent = [...plan.visits.map(({ clientId }) => clientId), ...because("over-capacity"), ...because("behind")];
    expect(urgent.sort()).toEqual(
      [...graded("A", "unseen"), ...graded("B").filter((id) => !seenOnFriday.includes(id))].sort(),
    );
    expect(plan.people.map(({ usedMinutes, capacityMinutes }) => usedMinutes <= capacityMinutes)).toEqual([true, true]);
    expect([because("over-capacity"), because("behind")]).toEqual([["d-38"], []]);
  });
});

describe("A4.1 the report", () => {
  const english = sweepReport(sweep, inEnglish);

  test("A4.4 says what the owner said and what the supplier knew", () => {
    expect(english).toContain("Xinyuan: repeated delays (not: prompt) – checked since the other answers");
    expect(english.find((line) => line.startsWith("Xinyuan  "))).toMatch(/–\s+A  53\.48 … 91\.48\s+B  /);
  });

  test("A4.3 there is a line for each daily report, five of Chen and four of Wu", () => {
    const at = english.indexOf("── All daily reports");
    const lines = english.slice(at + 2, english.indexOf("", at)).map((line) => line.split(/ +/));
    expect(lines.map(([day, by]) => `${String(day)} ${String(by)}`)).toHaveLength(9);
    expect(lines[0]).toEqual(["2026-11-23", "chen", "8", "232", "4", "4", "0", "5", "3"]);
  });

  test("A4.1 in Chinese it has the same figures", () => {
    const chinese = sweepReport(sweepTheTown(inChinese), inChinese);
    const figures = (text: readonly string[]): string[] => text.flatMap((line) => line.match(/\d+(\.\d+)?/g) ?? []);
    expect(figures(sharpeningLines(sweep, inChinese)).slice(-15)).toEqual(
      figures(sharpeningLines(sweep, inEnglish)).slice(-15),
    );
    expect(chinese).toHaveLength(english.length);
    expect(chinese.join("\n")).toContain("扫街遗漏了客户Guangming");
    expect(chinese).toContain("- **下周计划**: Liming、Lihua、Jinqiao、Ruida、Qihang");
  });
});
