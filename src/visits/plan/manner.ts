import type { VisitManner } from "../../ground/vocabulary.js";
import { type Fields, flagOf, lineOf, listOf } from "../fields.js";
import type { History } from "./history.js";
import type { PlanReason } from "./plan.js";

const GRADES: readonly string[] = ["A"];

/** The manner of a visit and why; `null` where it depends on what isn't known. */
export interface Mannered {
  readonly manner: VisitManner | null;
  readonly reasons: readonly PlanReason[];
}

/** Of what is no meeting. */
export const NO_MANNER: Mannered = { manner: null, reasons: [] };

/** The manner of a visit (A6.2): clients of weight are first met by the sales manager alone, then with the superior. */
export function mannerOf(isWeighty: boolean | null, history: History | null, hadSuperior: boolean): Mannered {
  if (isWeighty === false) return { manner: "single-level", reasons: [{ code: "one-level-enough" }] };
  if (history === null) return { manner: null, reasons: [] };
  if (history.number === 1) return { manner: "single-level", reasons: [{ code: "first-visit-alone" }] };
  if (isWeighty === null) return { manner: null, reasons: [] };
  return hadSuperior
    ? { manner: "single-level", reasons: [{ code: "multi-level-done" }] }
    : { manner: "multi-level-joint", reasons: [{ code: "multi-level-due" }] };
}

/** Whether a client is large, demanding and capable (A6.2): by that judgement; else a key account is; else a certain grade tells. */
export function isWeighty(
  root: Fields,
  judgement: Fields | null,
  kind: string | null,
  grade: string | null,
): boolean | null {
  const judged = ["large", "demanding", "capable"].map((key) => judgement && flagOf(judgement, key));
  if (judged.includes(false)) return false;
  if (!judged.includes(null) || kind === "key-account") return true;
  const grades = listOf(root, "multiLevelGrades") ?? GRADES;
  return grade === null ? null : grades.includes(grade);
}

/** The grade of an evaluation, where nothing unknown could change it. */
export function certainGrade(evaluation: Fields | null): string | null {
  if (evaluation === null || flagOf(evaluation, "gradeCertain") !== true) return null;
  return lineOf(evaluation, "grade");
}
