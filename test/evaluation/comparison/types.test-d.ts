import { compareEvaluations, defineScorecard, evaluate, previewImpact } from "keyaccount";
import { expectTypeOf, test } from "vitest";

const one = defineScorecard({
  id: "one",
  version: "1",
  indicators: { a: { kind: "share", weight: "100" } },
  grades: [{ grade: "A", from: null }],
});
const two = defineScorecard({
  id: "two",
  version: "1",
  indicators: { a: { kind: "share", weight: "50" }, b: { kind: "flag", weight: "50" } },
  grades: [{ grade: "X", from: null }],
});

test("C3.2 parts name the indicators of both scorecards, grades are those of both", () => {
  const comparison = compareEvaluations(evaluate(one, {}), evaluate(two, {}), { scorecards: [one, two] });
  expectTypeOf(comparison.parts[0]?.indicator).toEqualTypeOf<"a" | "b" | null | undefined>();
  expectTypeOf(comparison.after.grade).toEqualTypeOf<"A" | "X" | null>();
  // @ts-expect-error the scorecards stand in the order of the evaluations
  compareEvaluations(evaluate(one, {}), evaluate(two, {}), { scorecards: [two, one] });
});

test("C3 an impact has the grades of each side, and takes facts that serve both scorecards", () => {
  const impact = previewImpact(one, two, [{ id: "x", facts: { a: 1, b: true } }]);
  expectTypeOf(impact.movers[0]?.before.grade).toEqualTypeOf<"A" | null | undefined>();
  expectTypeOf(impact.movers[0]?.after.grade).toEqualTypeOf<"X" | null | undefined>();
  // @ts-expect-error a flag's fact is a boolean
  previewImpact(one, two, [{ id: "x", facts: { a: 1, b: "yes" } }]);
});
