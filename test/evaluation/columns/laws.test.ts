import fc from "fast-check";
import { describe, test } from "vitest";
import { batches } from "./arbitrary.js";
import { expectEvaluated } from "./rows.js";

describe("A7.6 scoreColumns answers as evaluate does", () => {
  test("A7.6 on every row of any scorecard: score, grade, coverage, interval and points", () => {
    fc.assert(
      fc.property(batches(40), ({ card, columns, rows }) => expectEvaluated(card, columns, rows)),
      { numRuns: 500 },
    );
  });
});
