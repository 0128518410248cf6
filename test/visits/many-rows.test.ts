import { planSweepRoute, surveyProgress, sweepCoverage } from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import { expect, test } from "vitest";
import { thrownBy } from "./faults.js";

/** Rows without an end. */
function* endless(): Generator<never> {
  for (;;) yield undefined as never;
}

test("more than 200,000 rows are refused: holes, or a generator without end, don't fill the memory with issues", () => {
  const start = { latitude: 31, longitude: 120 };
  expect(thrownBy(() => surveyProgress(clientSurvey, new Array(3e7) as never, { asOf: "2026-11-21" }))).toEqual([
    "too-many at records",
  ]);
  expect(thrownBy(() => sweepCoverage([], endless()))).toEqual(["too-many at visits"]);
  expect(thrownBy(() => planSweepRoute(endless(), { start, perDay: 10 }))).toEqual(["too-many at clients"]);
});
