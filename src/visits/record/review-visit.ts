import type { Json } from "../../ground/json.js";
import { demand, readInput, readOptions } from "../../ground/reader.js";
import { CLIENT_KINDS, type DevelopmentStep, type FailureCause, type VisitOutcome } from "../../ground/vocabulary.js";
import type { Visit } from "../../models/record/visit.js";
import type { VisitPlan } from "../../models/record/visit-plan.js";
import { calendarOf } from "../calendar-days.js";
import { codeOf, integerOf, recordOf, recordsOf, rootFields, timeOf } from "../fields.js";
import { groupBy } from "../group.js";
import { readTeam } from "../plan/read-people.js";
import type { VisitorRank } from "../plan/rules.js";
import { fieldFor } from "../survey/names.js";
import { compareParts } from "./compare.js";
import { findingsOf, type ReviewRule } from "./findings.js";
import { isAnswered } from "./read-answers.js";
import { type FormRule, type ReadForm, readForms, splitForm } from "./read-forms.js";
import { readPlan } from "./read-plan.js";
import { type ReadVisit, readVisit } from "./read-visits.js";
import type { ReviewedAnswer, ReviewOptions, VisitConsequence, VisitReview } from "./review.js";
import { saidBy, settledAnswers } from "./settle-answers.js";

const REPORT_DAYS = 1;
const MOST_DAYS = 365;
const OPTIONS = ["asOf", "reportWithinDays", "calendar", "timeWithinMinutes", "client", "people"];
const TIME_WITHIN = 30;
const DAY_MINUTES = 1440;
const LEADS: { readonly [O in VisitOutcome]: VisitConsequence } = {
  good: "open-archive",
  open: "keep-following",
  "no-result": "analyse-failure",
};

/**
 * Holds the record of a visit against its plan (A6.6, A6.7, D4.5): what came as planned and what didn't, the answers that it brought and those it
 * didn't, the client's attitude, why it failed, what comes next and where that leads; and what the record still lacks.
 *
 * Without a plan (`null`) nothing was planned. What either side doesn't say is unknown, not changed. A day and a moment count as the same time where
 * neither is certainly later; with a `calendar`, whose clock tells the day, where they are of one day. What was reported or filed after `asOf` isn't known yet. A visit that can't be read at all, or that lies after `asOf`, leaves everything unknown; `issues` says why.
 *
 * The answers are those of the visit's `learnt`, then those of `answers`, the `SurveyAnswers` filled in at it (`visitId`): each field once, with the answer that holds by the rule of `surveyProgress`. With a `form`
 * a question and the fact that it becomes are one, and what doesn't suit the form is an issue and not learnt.
 *
 * Findings say what certainly came otherwise than planned: time (by more than `timeWithinMinutes`), place, way, manner, focus, who led the talk, who was planned on either side and wasn't there.
 * Whoever came besides is no finding, nor is a length. Where `client` is a key account, somebody of ours must have had the rank for it (D4.1), by the record, else by the plan or `people`; an unknown rank says nothing.
 *
 * Throws a `KeyAccountError` for a faulty option.
 *
 * @example
 * ```ts
 * import { reviewVisit } from "keyaccount";
 *
 * const plan = { v: 1, id: "p-1", clientId: "c-7", place: "its office", learn: [{ question: "How many engineers?", field: "engineers" }] } as const;
 * const visit = { v: 1, id: "v-1", clientId: "c-7", planId: "p-1", startedAt: "2026-11-20", way: "visit", place: "our plant", outcome: "no-result" } as const;
 * const review = reviewVisit(plan, visit, { asOf: "2026-11-23" });
 * review.parts.filter(({ state }) => state === "changed").map(({ part }) => part); // => ["place"]
 * review.notLearnt; // => ["engineers"]
 * review.leadsTo; // => "analyse-failure"
 * review.findings.slice(-3).map(({ code }) => code); // => ["next-step-missing", "report-due", "not-as-planned"]
 * ```
 */
export function reviewVisit<const R extends string = VisitorRank>(
  plan: VisitPlan | null,
  visit: Visit,
  options: ReviewOptions<R>,
): VisitReview {
  const { answers, form, ...rule } = readRule(options);
  const reader = readInput({ plan, visit, answers });
  const root = rootFields(reader);
  const [planFields, visitFields] = [recordOf(root, "plan"), recordOf(root, "visit")];
  const reading = { asOf: rule.asOf, calendar: rule.calendar, ...form };
  const read = { plan: planFields && readPlan(planFields), visit: visitFields && readVisit(visitFields, reading) };
  demand(reader, visitFields, ["visit"]);
  const forms = readForms(recordsOf(root, "answers") ?? [], reading).filter((one) => isAt(one, read.visit));
  const asked = read.plan?.learn ?? [];
  const isPlanned = new Set(asked.map((name) => fieldFor(form.names, name)));
  const learnt = read.visit === null ? [] : learntAt(read.visit, forms, reading, isPlanned);
  const answered = new Set(learnt.filter(isAnswered).map(({ field }) => field));
  const parts = compareParts(read.plan, read.visit, rule.calendar);
  return {
    v: 1,
    visitId: read.visit?.id ?? null,
    clientId: read.visit?.clientId ?? null,
    planId: read.plan?.id ?? read.visit?.planId ?? null,
    parts,
    learnt,
    notLearnt: asked.filter((name) => !answered.has(fieldFor(form.names, name))),
    ...resultOf(read.visit),
    findings: read.visit === null ? [] : findingsOf(read.plan, read.visit, parts, rule),
    issues: reader.issues,
  };
}

function resultOf(
  visit: ReadVisit | null,
): Pick<VisitReview, "attitude" | "progress" | "outcome" | "failureCauses" | "nextStep" | "leadsTo"> {
  const outcome = visit?.outcome ?? null;
  return {
    attitude: visit?.attitude ?? null,
    progress: (visit?.progress ?? null) as DevelopmentStep | null,
    outcome,
    failureCauses: (visit?.failureCauses ?? null) as { cause: FailureCause; notes: string | null }[] | null,
    nextStep: visit?.nextStep ?? null,
    leadsTo: outcome && LEADS[outcome],
  };
}

/** Whether a form was filled in at a visit. */
function isAt({ visitId, clientId }: ReadForm, visit: ReadVisit | null): boolean {
  return visit !== null && visitId === visit.id && clientId === visit.clientId;
}

/** What the visit and its forms brought, each field once: the answer that holds, else that it was asked. */
function learntAt(
  visit: ReadVisit,
  forms: readonly ReadForm[],
  rule: FormRule,
  isPlanned: ReadonlySet<string>,
): ReviewedAnswer[] {
  const told = [...saidBy([visit], []), ...saidBy([], forms)];
  const held = settledAnswers(told, rule);
  const fields = groupBy(
    told.flatMap(({ at, answers }) => answers.map(({ field, observedAt }) => ({ field, at: observedAt ?? at }))),
    ({ field }) => field,
  );
  return [...fields].map(([field, all]) => {
    const answer = held.get(field);
    return {
      field,
      value: (answer?.value ?? null) as Json,
      notApplicable: answer?.notApplicable ?? false,
      observedAt: answer?.observedAt ?? String(all[0]?.at),
      planned: isPlanned.has(field),
    };
  });
}

interface ReadRule extends ReviewRule {
  readonly answers: unknown;
  readonly form: Omit<FormRule, "asOf" | "calendar">;
}

function readRule(options: unknown): ReadRule {
  const { rest, form } = splitForm(options);
  const { answers = null, ...others } = rest;
  return readOptions(others, OPTIONS, (reader) => {
    const root = rootFields(reader);
    const asOf = demand(reader, timeOf(root, "asOf"), ["asOf"]) as string;
    const within = integerOf(root, "reportWithinDays", { least: 0, most: MOST_DAYS }) ?? REPORT_DAYS;
    const timeWithin = integerOf(root, "timeWithinMinutes", { least: 0, most: DAY_MINUTES }) ?? TIME_WITHIN;
    const client = recordOf(root, "client");
    const team = readTeam(recordOf(root, "people"));
    const isKeyAccount = client !== null && codeOf(client, "kind", CLIENT_KINDS) === "key-account";
    return { asOf, within, calendar: calendarOf(root), timeWithin, team: isKeyAccount ? team : null, answers, form };
  });
}
