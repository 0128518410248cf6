import type { FormIssue } from "../../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../../ground/json.js";
import { noFields } from "../../ground/reader.js";
import { type Result, resultOf } from "../../ground/result.js";
import type { Visit } from "../../models/record/visit.js";
import type { FormSheet } from "../form.js";
import { developmentRecordForm } from "../forms/development-record.js";
import {
  type ProjectApplicationFields,
  type ProjectTeamRow,
  projectApplicationForm,
} from "../forms/project-application.js";
import { ownFields } from "../own-fields.js";
import { parseSheet } from "../parse-sheet.js";
import { readPlain } from "../read-plain.js";
import { readRecords } from "../records.js";
import { type Entry, fold, type Mapping } from "../roll-up.js";
import type { ReportClient } from "./clients.js";
import { CLOCK_KEYS, type ReportClock } from "./clock.js";
import { developmentRecordParts } from "./development-records.js";

/** What is known of the client besides what {@link ReportClient} says: any `Client`. */
export interface ApplyingClient extends ReportClient {
  readonly contacts?: readonly { readonly name: string; readonly roles?: readonly string[] | undefined }[] | undefined;
}

/** Where an application gets what records say already. */
export type ApplicationSources = ReportClock & {
  readonly client: ApplyingClient;
  /** Contacts so far, the client's and others': all that are the client's count, whatever their day. */
  readonly visits?: readonly Visit[] | undefined;
};

/** What the applicant writes. */
export interface Application {
  readonly fields: Entry<ProjectApplicationFields>;
  /** The team. */
  readonly rows?: readonly Entry<ProjectTeamRow>[] | undefined;
}

const DECIDING: readonly Json[] = ["final-approval", "decision", "decider"];

/** What is read of the client; whatever else a host keeps is the host's. */
const CLIENT_KEYS: readonly (string | number)[] = ["id", "name", "area", "industry", "contacts"];

/**
 * A project application 项目立项申请表 (E9.3): what the applicant writes, with what the records say: the client's name, area and industry, the people who decide,
 * how many contacts there were and how long they took. What the applicant writes goes before, also where it is `null`. Time so far is unknown where the length
 * of any contact is.
 *
 * @example
 * ```ts
 * import { projectApplication } from "keyaccount/reports";
 *
 * const read = projectApplication(
 *   { fields: { project: "Line 2", applicant: "Chen", appliedOn: "2026-11-21", needClear: true }, rows: [{ member: "Chen" }, { member: "Wu" }] },
 *   { client: { id: "c-7", name: "Huaxin", contacts: [{ name: "Li", roles: ["decider"] }] }, visits: [], offset: "+08:00" },
 * );
 * const { client, deciders, contactsSoFar, teamSize } = read.ok ? read.value.fields : {};
 * [client, deciders, contactsSoFar, teamSize]; // => ["Huaxin", ["Li"], 0, 2]
 * ```
 */
export function projectApplication(
  application: Application,
  sources: ApplicationSources,
): Result<FormSheet<ProjectApplicationFields, ProjectTeamRow>, FormIssue> {
  const { client, visits, ...clocks } = ownFields(sources, ["client", "visits", ...CLOCK_KEYS]);
  const issues: FormIssue[] = [];
  const known = readClient(client, issues);
  const parts = developmentRecordParts(clocks as ReportClock);
  const soFar = visits === undefined ? {} : contactsOf(known["clientId"] as Json, visits, parts, issues);
  const { json, issues: unreadable } = readPlain(application);
  const written = isRecord(json) ? json : noFields();
  const fields = written["fields"] ?? {};
  const sheet = parseSheet(projectApplicationForm, {
    ...written,
    fields: isRecord(fields) ? { ...known, ...soFar, ...fields } : fields,
  });
  const all = [...issues, ...unreadable, ...(sheet.ok ? [] : sheet.issues)];
  return resultOf(all, () => (sheet as { value: FormSheet<ProjectApplicationFields, ProjectTeamRow> }).value);
}

function readClient(given: unknown, issues: FormIssue[]): JsonObject {
  const { json, issues: unreadable } = readPlain(given, {}, true);
  const read = unreadable.filter(({ path: [key = "id"] }) => CLIENT_KEYS.includes(key));
  issues.push(...read.map((issue) => ({ ...issue, path: ["client", ...issue.path] })));
  const { id = null, name = null, area = null, industry = null, contacts = null } = isRecord(json) ? json : noFields();
  return {
    clientId: id,
    client: name,
    area,
    industry,
    ...(Array.isArray(contacts) ? { deciders: decidersOf(contacts) } : {}),
  };
}

function decidersOf(contacts: readonly Json[]): Json {
  return contacts
    .filter((contact) => isRecord(contact))
    .filter(({ roles }) => Array.isArray(roles) && roles.some((role: Json) => DECIDING.includes(role)))
    .map(({ name = null }) => name);
}

/** The contacts with the client, as its development record counts them. */
function contactsOf(clientId: Json, visits: unknown, parts: unknown, issues: FormIssue[]): JsonObject {
  const { list, unreadable } = readRecords(visits);
  const others = list.flatMap((visit, index) => (isRecord(visit) && visit["clientId"] !== clientId ? [index] : []));
  const { sheets, issues: found } = fold(
    developmentRecordForm,
    { list, unreadable, skipped: new Set(others) },
    parts as Mapping,
  );
  issues.push(...found.map((issue) => ({ ...issue, path: ["visits", ...issue.path] })));
  const fields = sheets[0]?.fields as unknown as JsonObject | undefined;
  const { contacts = 0, totalMinutes = 0, unknownLengths = 0 } = fields ?? {};
  return { contactsSoFar: contacts, minutesSoFar: unknownLengths === 0 ? totalMinutes : null };
}
