import type { Resolved } from "../../ground/calendar/resolved.js";
import { workingDaysIn } from "../../ground/calendar/working-days.js";
import { isInstant } from "../../ground/dates.js";
import { isInPerson } from "../../ground/in-person.js";
import { dayIn } from "../calendar-days.js";
import type { Team } from "../plan/read-people.js";
import { differences, rankFinding } from "./held-to-plan.js";
import type { ReadPlan } from "./read-plan.js";
import type { ReadVisit } from "./read-visits.js";
import { type PartReview, RECORD_PARTS, type RecordPart, type VisitFinding } from "./review.js";

/** When a visit must have been reported. */
export interface ReviewRule {
  readonly asOf: string;
  readonly within: number;
  /** Whose working days count, and whose clock tells the day; `null`: all days count, in UTC. */
  readonly calendar: Resolved | null;
  readonly timeWithin: number;
  /** Our ranks; `null` where the client isn't known to be a key account. */
  readonly team: Team | null;
}

/** What is wrong with a visit's record. */
export function findingsOf(
  plan: ReadPlan | null,
  visit: ReadVisit,
  parts: readonly PartReview[],
  rule: ReviewRule,
): VisitFinding[] {
  const others = plan === null ? [] : mismatches(plan, visit);
  return [
    ...missingParts(visit).map((part): VisitFinding => ({ code: "record-part-missing", part })),
    ...(visit.attitude === null ? [{ code: "attitude-missing" } as const] : []),
    ...outcomeFindings(visit),
    ...(visit.nextStep === null ? [{ code: "next-step-missing" } as const] : []),
    ...reportFindings(visit, rule),
    ...others,
    ...(plan === null || others.length > 0 ? [] : differences(plan, visit, parts, rule.timeWithin)),
    ...(rule.team === null ? [] : rankFinding(plan, visit, rule.team)),
  ];
}

/** Place and manner are those of a meeting (D4.5, A6.2). */
const OF_A_MEETING: readonly RecordPart[] = ["place", "manner"];

function missingParts({ startedAt, way, place, manner, mainPoints, clientIdeas, advice }: ReadVisit): RecordPart[] {
  const parts: { readonly [P in RecordPart]: string | null } = {
    time: isInstant(startedAt) ? startedAt : null,
    place,
    manner,
    "main-points": mainPoints,
    "client-ideas": clientIdeas,
    advice,
  };
  return RECORD_PARTS.filter((part) => parts[part] === null && (isInPerson(way) || !OF_A_MEETING.includes(part)));
}

function outcomeFindings({ outcome, failureCauses }: ReadVisit): VisitFinding[] {
  const hasCauses = failureCauses !== null && failureCauses.length > 0;
  if (outcome === null) return [{ code: "outcome-missing" }];
  if (outcome === "no-result" && !hasCauses) return [{ code: "causes-missing" }];
  return outcome === "good" && hasCauses ? [{ code: "causes-contradict" }] : [];
}

function reportFindings({ startedAt, endedAt, reportedAt, filedAt }: ReadVisit, rule: ReviewRule): VisitFinding[] {
  const { asOf, within, calendar } = rule;
  const [from, to] = [endedAt ?? startedAt, reportedAt ?? asOf].map((time) => dayIn(calendar, time)) as [
    number,
    number,
  ];
  const days = calendar === null ? to - from : workingDaysIn(calendar, from + 1, to + 1);
  const isLate = days > within;
  const unit = calendar === null ? "days" : "working-days";
  return [
    ...(isLate ? [{ code: reportedAt === null ? "report-due" : "report-late", days, within, unit } as const] : []),
    ...(reportedAt !== null && filedAt === null ? [{ code: "not-filed" } as const] : []),
  ];
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
