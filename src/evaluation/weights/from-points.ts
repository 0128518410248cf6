import type { ArgumentIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { type DecimalString, exactly, type Quantity } from "../../ground/numeral.js";
import { isBelow } from "../definition/check-indicator.js";
import { decimal, oneOf, optional, refuse, type Shape } from "../definition/shape.js";
import { budgetOf, budgetShapes } from "./budget.js";
import { checkIds, plain, readBy, readOptions, recordOf, throwFound } from "./read-arguments.js";
import { weigh, wholeShares } from "./weigh.js";
import type { Weighting, WeightingOptions } from "./weighting.js";

/** The meanings that points can have. */
export const POINTS_METHODS = ["direct", "swing"] as const;
/** A meaning that points can have. */
export type PointsMethod = (typeof POINTS_METHODS)[number];

/** What {@link weightsFromPoints} takes besides the points. */
export interface PointsOptions extends WeightingOptions {
  /** `"direct"` unless told. */
  readonly method?: PointsMethod | undefined;
}

const MOST_IDS = 1_000;

/**
 * Weights in proportion to points that people gave (C3.1).
 *
 * - `direct`: points of importance on any scale of zero or more.
 * - `swing`: for each indicator the worth of going from its worst to its best level, the most worthwhile one being 100 and the others
 *   measured against it (von Winterfeldt & Edwards 1986). It asks about the range that the scorecard really has, which plain importance forgets.
 *
 * Zero points leave the least weight that the scale has, with a note `raised-to-least`; leave such an indicator out of the scorecard
 * instead. Throws a `KeyAccountError`: no id or more than 1,000, points that are no decimal or negative, all of them zero, a swing above 100 or none
 * of 100, a total that can't be divided.
 *
 * @example
 * ```ts
 * import { weightsFromPoints } from "keyaccount";
 *
 * weightsFromPoints({ salesNetwork: 100, relationship: 60, salesReps: 40 }, { method: "swing" }).weights; // => { salesNetwork: "50", relationship: "30", salesReps: "20" }
 * ```
 */
export function weightsFromPoints<K extends string>(
  points: { readonly [P in K]: Quantity },
  options?: PointsOptions,
): Weighting<K> {
  const issues: ArgumentIssue[] = [];
  const read = readOptions(options, { ...budgetShapes(), method: optional(oneOf(POINTS_METHODS), "direct") }, issues);
  const given = readPoints(plain(points, MOST_IDS + 2), issues);
  const budget = budgetOf(read, given.length, issues);
  const method = read["method"] as PointsMethod;
  if (method === "swing" && issues.length === 0) checkSwings(given, issues);
  throwFound(issues);
  const ids = given.map(([id]) => id) as K[];
  return weigh(method, ids, wholeShares(given.map(([, value]) => exactly(value))), budget, []);
}

function readPoints(points: Json, issues: ArgumentIssue[]): [string, DecimalString][] {
  const entries = Object.entries(recordOf(points, [], issues));
  const ids = entries.map(([id]) => id);
  checkIds(ids, MOST_IDS, (index) => [ids[index] as string], issues);
  return entries.map(([id, value]) => [id, (readBy(notNegative, value, [id], issues) ?? "0") as DecimalString]);
}

const notNegative: Shape = (value, path, issues) => {
  const read = decimal(value, path, issues) as DecimalString | undefined;
  if (read?.startsWith("-") !== true) return read;
  return refuse(issues, { code: "out-of-range", path, details: { received: read, least: 0 } });
};

function checkSwings(given: readonly [string, DecimalString][], issues: ArgumentIssue[]): void {
  const largest = given.reduce((most, [, value]) => (isBelow(most, value) ? value : most), "0");
  for (const [id, received] of given)
    if (isBelow("100", received))
      issues.push({ code: "out-of-range", path: [id], details: { received, least: 0, most: 100 } });
  if (isBelow(largest, "100")) issues.push({ code: "largest-not-hundred", path: [], details: { largest } });
}
