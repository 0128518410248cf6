import { dayOf, isInstant } from "../../ground/dates.js";
import type { ReadPlan } from "./read-plan.js";
import type { ReadVisit } from "./read-visits.js";
import { RECORD_PARTS, type RecordPart, type VisitFinding } from "./review.js";

/** When a visit must have been reported. */
export interface ReviewRule {
  readonly asOf: string;
  /** The number of its day. */
  readonly day: number;
  readonly within: number;
}

/** What is wrong with a visit's record. */
export function findingsOf(plan: ReadPlan | null, visit: ReadVisit, rule: ReviewRule): VisitFinding[] {
  return [
    ...missingParts(visit).map((part): VisitFinding => ({ code: "record-part-missing", part })),
    ...(visit.attitude === null ? [{ code: "attitude-missing" } as const] : []),
    ...outcomeFindings(visit),
    ...(visit.nextStep === null ? [{ code: "next-step-missing" } as const] : []),
    ...reportFindings(visit, rule),
    ...(plan === null ? [] : mismatches(plan, visit)),
  ];
}

function missingParts({ startedAt, place, manner, mainPoints, clientIdeas, advice }: ReadVisit): RecordPart[] {
  const parts: { readonly [P in RecordPart]: string | null } = {
    time: isInstant(startedAt) ? startedAt : null,
    place,
    manner,
    "main-points": mainPoints,
    "client-ideas": clientIdeas,
    advice,
  };
  return RECORD_PARTS.filter((part) => parts[part] === null);
}

function outcomeFindings({ outcome, failureCauses }: ReadVisit): VisitFinding[] {
  const hasCauses = failureCauses !== null && failureCauses.length > 0;
  if (outcome === null) return [{ code: "outcome-missing" }];
  if (outcome === "no-result" && !hasCauses) return [{ code: "causes-missing" }];
  return outcome === "good" && hasCauses ? [{ code: "causes-contradict" }] : [];
}

function reportFindings({ startedAt, endedAt, reportedAt }: ReadVisit, { day, within }: ReviewRule): VisitFinding[] {
  const days = (reportedAt === null ? day : (dayOf(reportedAt) as number)) - (dayOf(endedAt ?? startedAt) as number);
  return days <= within ? [] : [{ code: reportedAt === null ? "report-due" : "report-late", days, within }];
}

function mismatches(plan: ReadPlan, visit: ReadVisit): VisitFinding[] {
  const isOther = (planned: string | null, actual: string | null): boolean =>
    planned !== null && actual !== null && planned !== actual;
  return [
    ...(isOther(plan.id, visit.planId)
      ? [{ code: "other-plan", planned: String(plan.id), actual: String(visit.planId) } as const]
      : []),
    ...(isOther(plan.clientId, visit.clientId)
      ? [{ code: "other-client", planned: String(plan.clientId), actual: visit.clientId } as const]
      : []),
  ];
}
