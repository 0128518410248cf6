import type { ClockShift } from "../../ground/calendar/host-clock.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, FormIssue } from "../../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../../ground/json.js";
import { noFields } from "../../ground/reader.js";
import { checkRecord } from "../../ground/record.js";
import { visitMinutes } from "../../ground/visit-length.js";
import type { Visit } from "../../models/record/visit.js";
import { ownFields } from "../own-fields.js";
import { plainText } from "../plain-text.js";
import { clientsById, type ReportClient } from "./clients.js";
import { CLOCK_KEYS, type ReportClock, readClock } from "./clock.js";
import { demandRecord } from "./demand-record.js";
import { localTime } from "./time.js";

/** What reports need besides the visits: the salesperson's clock, and what is known of the clients. */
export type VisitReportOptions = ReportClock & {
  /** For names, areas and classes. */
  readonly clients?: readonly ReportClient[] | undefined;
  /** How full the client's survey form is after a visit, 0 … 1, by the visit's id. */
  readonly surveyShares?: Readonly<Record<string, number | string | null>> | undefined;
};

/** A visit's part of a form: any field that one of the handbook's forms has of a visit, by its id. */
export type VisitValues = (visit: Visit) => JsonObject;

/** Reads the options once; what comes out says of each visit all that the forms ask. */
export function visitValues(options: unknown): VisitValues {
  const { surveyShares = {}, clients, ...clocks } = ownFields(options, [...CLOCK_KEYS, "clients", "surveyShares"]);
  const clock = readClock(clocks);
  const known = clientsById(clients);
  const shares = sharesOf(surveyShares);
  return (visit) => {
    const record = demandRecord(visit as unknown as JsonObject);
    const share = plainShare(shares[plainText(record["id"] ?? null)] ?? null);
    return {
      ...plainValues(record),
      ...clientValues(known.get(record["clientId"] ?? null) ?? noFields()),
      ...timeValues(record, clock),
      ...nextValues(record, clock),
      surveyShare: share,
    };
  };
}

/** Shares by the visit's id; what is no share is left for the form to refuse. */
function sharesOf(given: unknown): Readonly<Record<string, Json>> {
  const issues: ArgumentIssue[] = [];
  const shares = checkRecord(given, ["surveyShares"], issues);
  throwIssues(issues);
  return shares as Readonly<Record<string, Json>>;
}

/** A number that JSON hasn't, as the text that the form refuses. */
function plainShare(share: Json): Json {
  return typeof share === "number" && !Number.isFinite(share) ? String(share) : share;
}

const PLAIN = [
  "clientId",
  "place",
  "way",
  "manner",
  "activity",
  "purposes",
  "focus",
  "mainPoints",
  "clientIdeas",
  "advice",
  "materials",
  "attitude",
  "progress",
  "outcome",
  "notes",
];

function plainValues(visit: JsonObject): JsonObject {
  const { id = null, ours = null, theirs = null, failureCauses = null } = visit;
  const [first = null] = membersOf(ours);
  return {
    ...Object.fromEntries(PLAIN.map((key) => [key, visit[key] ?? null])),
    visit: id,
    salesperson: isRecord(first) ? (first["id"] ?? first["name"] ?? null) : first,
    ours: partsOf(ours, "name", "id"),
    theirs: partsOf(theirs, "name", "id"),
    failureCauses: partsOf(failureCauses, "cause"),
  };
}

function membersOf(list: Json): readonly Json[] {
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

/** One part of each member of a list, or another where that isn't known; what isn't a list of records is left for the form to refuse. */
function partsOf(list: Json, part: string, other = part): Json {
  return Array.isArray(list)
    ? (list as readonly Json[]).map((member) => (isRecord(member) ? (member[part] ?? member[other] ?? null) : member))
    : list;
}

/** Of which part of a visit's members a column is made. */
const PART_OF: Readonly<Record<string, string>> = { ours: "name", theirs: "name", failureCauses: "cause" };

/** Names in full the field that is missing of a member: `ours.0.name`, where the column has nothing but names. */
export function exactPath(issue: FormIssue): FormIssue {
  const [index = 0, column, member, ...rest] = issue.path;
  const part = typeof column === "string" && Object.hasOwn(PART_OF, column) ? PART_OF[column] : undefined;
  if (issue.code !== "required" || part === undefined || typeof member !== "number" || rest.length > 0) return issue;
  return { ...issue, path: [index, column as string, member, part] };
}

function clientValues({ name = null, area = null, targetClass = null }: JsonObject): JsonObject {
  return { client: name, area, targetClass: isRecord(targetClass) ? (targetClass["class"] ?? null) : null };
}

function timeValues({ startedAt, endedAt, minutes }: JsonObject, clock: ClockShift): JsonObject {
  return { ...localTime(startedAt, clock), minutes: visitMinutes(startedAt, endedAt, minutes ?? null) };
}

function nextValues({ nextStep = null, followUp = null }: JsonObject, clock: ClockShift): JsonObject {
  const next = isRecord(nextStep) ? nextStep : noFields();
  const asked = isRecord(followUp) ? followUp : noFields();
  return {
    nextStep: isRecord(nextStep) ? (next["what"] ?? null) : nextStep,
    nextStepOn: localTime(next["dueOn"], clock).date,
    nextStepOwner: next["owner"] ?? null,
    followUpOn: localTime(asked["doneAt"], clock).date,
    followUpWay: asked["way"] ?? null,
    opinion: asked["opinion"] ?? null,
  };
}
