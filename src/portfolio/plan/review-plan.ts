import { demand, type Reader, readDay, readInput, readOptions } from "../../ground/reader.js";
import {
  type AccountPlan,
  type MeasureState,
  type PlanFinding,
  type PlanReview,
  type ReviewPlanOptions,
  SWOT_SIDES,
} from "./account-plan.js";
import { type ReadEntry, type ReadMeasure, type ReadStage, readEntries, readMeasures } from "./read-plan.js";

/**
 * Reviews the plan of an account or area (E1.2): a SWOT with strengths and weaknesses against rivals, chances and threats; the measures that answer it; for each
 * measure stage goals with time and person in charge, reviewed after acting. It says where each measure stands and all that the plan lacks: a side of the
 * SWOT without an entry, an entry that no measure answers, a strength or weakness that names no rival, a measure that answers nothing, a stage goal
 * without person or time, late, or done and not reviewed.
 *
 * Stage goals are due by the end of their day; a moment as `asOf` counts by its day in UTC. Faulty entries, measures and fields are in `issues`; faulty options throw
 * a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { reviewPlan } from "keyaccount";
 *
 * const { measures, findings } = reviewPlan(
 *   {
 *     entries: [
 *       { id: "service", side: "strength", against: "Huaxin" }, { id: "price", side: "weakness", against: "Huaxin" },
 *       { id: "new-plant", side: "chance" }, { id: "tender", side: "threat" },
 *     ],
 *     measures: [
 *       { id: "contract", answers: ["service", "new-plant", "tender"], goals: [{ id: "draft", owner: "li", due: "2026-11-01", done: "2026-10-30" }] },
 *     ],
 *   },
 *   { asOf: "2026-11-20" },
 * );
 * measures; // => [{ measure: "contract", state: "done" }]
 * findings; // => [{ code: "entry-unanswered", entry: "price" }, { code: "not-reviewed", measure: "contract", goal: "draft" }]
 * ```
 */
export function reviewPlan(plan: AccountPlan, options: ReviewPlanOptions): PlanReview {
  const asOf = readOptions(options, ["asOf"], (reader) =>
    demand(reader, readDay(reader, reader.record["asOf"], ["asOf"]), ["asOf"]),
  ) as string;
  const reader: Reader = readInput(plan);
  const entries = readEntries(reader);
  const measures = readMeasures(reader);
  const findings = [
    ...sideFindings(entries),
    ...entries.flatMap((entry) => entryFindings(entry, measures)),
    ...measures.flatMap((measure) => measureFindings(measure, entries, asOf)),
  ];
  return {
    v: 1,
    measures: measures.map(({ id, goals }) => ({ measure: id, state: stateOf(goals) })),
    findings,
    complete: findings.length === 0 && reader.issues.length === 0,
    issues: reader.issues,
  };
}

function sideFindings(entries: readonly ReadEntry[]): PlanFinding[] {
  return SWOT_SIDES.filter((side) => !entries.some((entry) => entry.side === side)).map((side) => ({
    code: "side-missing",
    side,
  }));
}

function entryFindings({ id, side, against }: ReadEntry, measures: readonly ReadMeasure[]): PlanFinding[] {
  const isOurs = side === "strength" || side === "weakness";
  return [
    ...(isOurs && against === null ? [{ code: "rival-missing", entry: id } as const] : []),
    ...(measures.some(({ answers }) => answers.includes(id)) ? [] : [{ code: "entry-unanswered", entry: id } as const]),
  ];
}

function measureFindings(
  { id, answers, goals }: ReadMeasure,
  entries: readonly ReadEntry[],
  asOf: string,
): PlanFinding[] {
  const unknown = answers.filter((answer) => !entries.some((entry) => entry.id === answer));
  return [
    ...(answers.length === 0 ? [{ code: "answers-nothing", measure: id } as const] : []),
    ...unknown.map((entry) => ({ code: "unknown-entry", measure: id, entry }) as const),
    ...(goals.length === 0 ? [{ code: "no-stage-goal", measure: id } as const] : []),
    ...goals.flatMap((goal) => stageFindings(id, goal, asOf)),
  ];
}

function stageFindings(
  measure: string,
  { id: goal, owner, due, done, reviewed }: ReadStage,
  asOf: string,
): PlanFinding[] {
  const place = { measure, goal };
  return [
    ...(owner === null ? [{ code: "owner-missing", ...place } as const] : []),
    ...(due === null ? [{ code: "due-missing", ...place } as const] : []),
    ...(due !== null && done === null && isOver(due, asOf) ? [{ code: "stage-late", ...place, due } as const] : []),
    ...(done !== null && reviewed === null ? [{ code: "not-reviewed", ...place } as const] : []),
  ];
}

function isOver(due: string, asOf: string): boolean {
  return asOf.slice(0, 10) > due.slice(0, 10);
}

function stateOf(goals: readonly ReadStage[]): MeasureState {
  if (goals.length === 0) return "unplanned";
  const done = goals.filter((goal) => goal.done !== null);
  if (done.length < goals.length) return done.length === 0 ? "planned" : "under-way";
  return goals.every((goal) => goal.reviewed !== null) ? "reviewed" : "done";
}
