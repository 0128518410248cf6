import fc from "fast-check";
import { evaluate, type Facts, type LintFinding, lintScorecard, type Scorecard } from "keyaccount";
import { describe, expect, test } from "vitest";
import { checkScorecard } from "../../../src/evaluation/definition/check.js";
import { deepFreeze } from "../../support/deep-freeze.js";
import { judged } from "../arbitrary.js";
import { everyFacts, smallCards } from "./small-cards.js";

const withCode = (findings: readonly LintFinding[], code: LintFinding["code"]): readonly LintFinding[] =>
  findings.filter((finding) => finding.code === code);
const gradeOf = ({ details }: LintFinding): unknown => (details as Readonly<Record<string, unknown>>)["grade"];

describe("no finding claims what facts contradict", () => {
  test("on any card, against random complete facts", () => {
    let claims = 0;
    fc.assert(
      fc.property(judged(true), ({ card, facts }) => {
        const findings = lintScorecard(deepFreeze(card));
        const { grade, limits, groups, indicators } = evaluate(card, facts);
        for (const { code, path, details } of findings) {
          claims += 1;
          const one = details as Readonly<Record<string, string>>;
          if (code === "grade-never-earned" || code === "grade-always-limited") expect(grade).not.toBe(one["grade"]);
          if (code === "limit-never-bites") expect(limits.map(({ index }) => index)).not.toContain(path[1]);
          if (code === "limit-always-bites") expect(limits.map(({ index }) => index)).toContain(path[1]);
          if (code === "group-max-never-binds")
            expect(groups[String(path[1])]?.earned).toBeLessThanOrEqual(Number(one["max"]));
          if (code === "group-max-always-binds") expect(groups[String(path[1])]?.points).toBe(Number(one["max"]));
          if (code === "one-share") expect(indicators[String(path[1])]?.share).toBeCloseTo(Number(one["share"]), 3);
        }
      }),
      { numRuns: 400 },
    );
    expect(claims).toBeGreaterThan(100);
  });

  test("without a useless limit, an idle knot or a dead band every client is judged the same", () => {
    let removed = 0;
    fc.assert(
      fc.property(judged(), ({ card, facts }) => {
        for (const finding of lintScorecard(card)) {
          const plainer = without(card, finding);
          if (plainer === undefined) continue;
          removed += 1;
          const [before, after] = [evaluate(card, facts), evaluate(plainer, facts)];
          expect([finding.code, after.score, after.grade]).toEqual([finding.code, before.score, before.grade]);
        }
      }),
      { numRuns: 400 },
    );
    expect(removed).toBeGreaterThan(40);
  });
});

/** The card without the part that a finding calls idle. */
function without(card: Scorecard, { code, path }: LintFinding): Scorecard | undefined {
  const drop = <T>(list: readonly T[], index: unknown): T[] => list.filter((_, place) => place !== index);
  if (code === "limit-redundant" || code === "limit-never-bites" || code === "limit-without-effect") {
    return checkScorecard({ ...card, limits: drop(card.limits, path[1]) }).scorecard;
  }
  const indicator = card.indicators[String(path[1])];
  const changed =
    code === "idle-knot" && indicator?.kind === "interpolate"
      ? { ...indicator, knots: drop(indicator.knots, path[3]) }
      : code === "same-share-band" && indicator?.kind === "bands"
        ? { ...indicator, bands: drop(indicator.bands, path[3]) }
        : undefined;
  if (changed === undefined) return undefined;
  return checkScorecard({ ...card, indicators: { ...card.indicators, [String(path[1])]: changed } }).scorecard;
}

describe("on small cards of discrete kinds the findings are complete", () => {
  test("a grade is never earned exactly if no combination of answers has it", () => {
    let never = 0;
    fc.assert(
      fc.property(smallCards, (card) => {
        const given = new Set(everyFacts(card).map((facts) => evaluate(card, facts).grade));
        const found = lintScorecard(card);
        const claimed = [...withCode(found, "grade-never-earned"), ...withCode(found, "grade-always-limited")].map(
          gradeOf,
        );
        const absent = card.grades.map(({ grade }) => grade).filter((grade) => !given.has(grade));
        never += absent.length;
        for (const grade of claimed) expect(absent).toContain(grade);
        const isLimited = card.limits.length > 0;
        if (!isLimited) expect(new Set(claimed)).toEqual(new Set(absent));
      }),
      { numRuns: 300 },
    );
    expect(never).toBeGreaterThan(50);
  });

  test("an indicator never matters exactly if no answer of it ever changes a grade", () => {
    let idle = 0;
    fc.assert(
      fc.property(smallCards, (card) => {
        const all = everyFacts(card);
        const claimed = lintScorecard(card).filter(({ code }) =>
          ["never-matters", "one-share", "points-rounded-away"].includes(code),
        );
        for (const id of Object.keys(card.indicators)) {
          if (card.limits.some(({ when }) => when.indicator === id) || card.grades.length === 1) continue;
          const isIdle = !changesGrade(card, all, id);
          idle += isIdle ? 1 : 0;
          const isClaimed = claimed.some(({ path }) => path[1] === id);
          if (isClaimed) expect([id, isIdle]).toEqual([id, true]);
          if (card.limits.length === 0) expect([id, isClaimed]).toEqual([id, isIdle]);
        }
      }),
      { numRuns: 300 },
    );
    expect(idle).toBeGreaterThan(50);
  });
});

function changesGrade(card: Scorecard, all: readonly Facts[], id: string): boolean {
  const grades = new Map<string, string | null>();
  return all.some((facts) => {
    const others = JSON.stringify({ ...facts, [id]: null });
    const { grade } = evaluate(card, facts);
    if (!grades.has(others)) grades.set(others, grade);
    return grades.get(others) !== grade;
  });
}
