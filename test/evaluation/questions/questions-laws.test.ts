import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type Evaluation, evaluate, nextQuestions, type Scorecard } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { AS_OF, goalCases } from "../goals/brute-force.js";

type AnyIndicator = Scorecard["indicators"][string];

const around = (values: readonly (string | null | undefined)[]): string[] =>
  values.flatMap((value) =>
    value == null ? [] : ["-0.001", "0", "0.001"].map((step) => new Decimal(value).plus(step).toString()),
  );

/** Answers that between them give every outcome of a kind with few of them, and many of the other kinds. */
function answersOf({ limits }: Scorecard, id: string, indicator: AnyIndicator): readonly (string | boolean)[] {
  if (indicator.kind === "flag") return [true, false];
  if (indicator.kind === "choice") return Object.keys(indicator.options);
  const bounds = limits.flatMap(({ when }) =>
    when.indicator !== id || "is" in when || "known" in when ? [] : [when.above, when.atLeast, when.below, when.atMost],
  );
  const dense = Array.from({ length: 130 }, (_, index) => new Decimal(index).dividedBy(20).minus("1.5").toString());
  const froms = indicator.kind === "bands" ? indicator.bands.map(({ from }) => from) : [];
  return [...dense, ...around([...bounds, ...froms, "0", "1", "5"]), "1000", "-1000"];
}

const widthOf = ({ low, high }: Evaluation): number | null =>
  low === null || high === null ? null : new Decimal(high).minus(low).toNumber();
const minus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : new Decimal(a).minus(b).toNumber();
const isFinite = (kind: string): boolean => ["flag", "choice", "bands"].includes(kind);

function gradesBetween({ grades }: Scorecard, { worstGrade, bestGrade }: Evaluation): string[] {
  const order = grades.map(({ grade }) => grade);
  return order.slice(order.indexOf(bestGrade ?? ""), order.indexOf(worstGrade ?? "") + 1);
}

describe("A6.1, A4.4 questions, against evaluating every answer", () => {
  test("A6.1 narrowing, settlement, grades and limits are those of the evaluations", () => {
    fc.assert(
      fc.property(goalCases(6), (one) => {
        const { card, facts } = deepFreeze(one);
        const now = evaluate(card, facts, { asOf: AS_OF });
        const { questions, ...rest } = nextQuestions(card, facts, { asOf: AS_OF });
        for (const key of ["asOf", "grade", "gradeCertain", "low", "high", "worstGrade", "bestGrade"] as const)
          expect(rest[key]).toEqual(now[key]);
        expect(questions.map(({ indicator }) => indicator).sort()).toEqual([...now.unknown].sort());
        for (const question of questions) {
          const { indicator: id, settles, narrows, mayNarrow, grades, answers, limits } = question;
          const indicator = card.indicators[id] as AnyIndicator;
          const after = answersOf(card, id, indicator)
            .map((answer) => evaluate(card, { ...facts, [id]: answer }, { asOf: AS_OF }))
            .filter(({ indicators }) => indicators[id]?.status === "known");
          const narrowed = after.map((then) => minus(widthOf(now), widthOf(then)));
          const certain = after.filter(({ gradeCertain }) => gradeCertain).length;
          const seen = new Set(after.flatMap((then) => gradesBetween(card, then)));
          const hits = limits.filter(({ effect }) => effect !== "lifted").map(({ index }) => index);
          const hit = new Set(
            after.flatMap((then) => then.limits.filter(({ when }) => when.indicator === id).map(({ index }) => index)),
          );
          if (settles === "always") expect(certain).toBe(after.length);
          if (settles === "never") expect(certain).toBe(0);
          for (const index of hit) expect(hits).toContain(index);
          for (const grade of seen) expect(grades).toContain(grade);
          for (const shrink of narrowed) {
            if (narrows !== null) expect(shrink).toBeGreaterThanOrEqual(narrows);
            if (mayNarrow !== null) expect(shrink).toBeLessThanOrEqual(mayNarrow);
          }
          if (!isFinite(indicator.kind)) continue;
          expect(settles).toBe(certain === after.length ? "always" : certain > 0 ? "possibly" : "never");
          expect([...seen].sort()).toEqual([...grades].sort());
          expect(hit).toEqual(new Set(hits));
          const known = narrowed.filter((shrink) => shrink !== null);
          expect(narrows).toBe(known.length === after.length ? Math.min(...known) : null);
          expect(mayNarrow).toBe(known.length === 0 ? null : Math.max(...known));
          if (indicator.kind !== "bands") {
            expect(answers?.map((answer) => answer.grades)).toEqual(after.map((then) => gradesBetween(card, then)));
            expect(answers?.map((answer) => answer.settles)).toEqual(after.map((then) => then.gradeCertain));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
