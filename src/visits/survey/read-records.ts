import { dayOf, isAfter } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, Path, PortfolioIssue } from "../../ground/issue.js";
import { MOST_ROWS, takeEach } from "../../ground/iterable.js";
import { type JsonObject, readJson } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import { show } from "../../ground/show.js";
import { own } from "../../portfolio/own.js";

/** What a record is: a form filled in, or a visit that learnt something. Their ids are apart. */
type RecordKind = "answers" | "visit";

/** A record, read: when it was, and what was answered by whatever name. */
export interface ReadRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly clientId: string | null;
  /** The visit that it is of; a visit's own id. */
  readonly visitId: string | null;
  readonly at: string;
  readonly answers: JsonObject;
  /** Whether it was filed, and discussed, by the time of the question (A4.5); nobody says of a visit whether it was discussed. */
  readonly isFiled: boolean;
  readonly isDiscussed: boolean | null;
  /** Where the answers stand. */
  readonly path: Path;
}

/** Which records are looked at. */
export interface RecordChoice {
  readonly asOf: string;
  /** Records of other clients are left aside; `null`: all are looked at. */
  readonly clientId: string | null;
  /** Ids of the forms whose answers count; `null`: any. */
  readonly forms: readonly string[] | null;
}

/** Reads records one after the other; a faulty one is left out, and so is one that is later than `asOf`, of another form, or whose id stands earlier. */
export function readRecords(records: Iterable<unknown>, choice: RecordChoice, issues: PortfolioIssue[]): ReadRecord[] {
  const read: ReadRecord[] = [];
  const seen = new Set<string>();
  takeEach(
    records,
    (record, index) => {
      const one = readRecord(record, index, choice, issues);
      if (one === undefined) return;
      if (seen.size < seen.add(`${one.kind} ${one.id}`).size) read.push(one);
      else issues.push({ code: "duplicate-id", path: [index, "id"], details: { id: one.id } });
    },
    "records",
    MOST_ROWS,
  );
  return read;
}

function readRecord(
  record: unknown,
  index: number,
  choice: RecordChoice,
  issues: PortfolioIssue[],
): ReadRecord | undefined {
  try {
    if (typeof record === "object" && record !== null && !Array.isArray(record))
      return isElsewhere(own(record, "clientId"), choice) ? undefined : readFields(record, index, choice, issues);
    issues.push({ code: "wrong-type", path: [index], details: { expected: "object", received: print(record) } });
  } catch {
    issues.push({ code: "unreadable", path: [index], details: {} });
  }
  return undefined;
}

/** Whether a record is known to be of another client. */
function isElsewhere(clientId: unknown, choice: RecordChoice): boolean {
  return choice.clientId !== null && isSaid(clientId) && clientId !== choice.clientId;
}

function isSaid(id: unknown): id is string {
  return typeof id === "string" && id.trim() !== "";
}

function readFields(
  record: object,
  index: number,
  { asOf, clientId: only, forms }: RecordChoice,
  issues: PortfolioIssue[],
): ReadRecord | undefined {
  const before = issues.length;
  const kind: RecordKind = own(record, "answeredAt") === undefined ? "visit" : "answers";
  const [when, what] = kind === "visit" ? ["startedAt", "learnt"] : ["answeredAt", "answers"];
  const id = readId(own(record, "id"), [index, "id"], issues);
  const clientId = own(record, "clientId");
  const isUnsaid = (clientId === undefined || clientId === null) && only === null;
  const client = isUnsaid ? null : readId(clientId, [index, "clientId"], issues);
  if (kind === "answers") checkForm(own(record, "formId"), forms, [index, "formId"], issues);
  const at = readDay(own(record, when), [index, when], asOf, issues);
  const path = [index, what];
  const unread: PortfolioIssue[] = [];
  const answers = readObject(own(record, what), path, issues, unread);
  const isSound = issues.length === before;
  issues.push(...unread);
  if (!isSound) return undefined;
  const visit = kind === "visit" ? id : own(record, "visitId");
  const isDone = (key: string): boolean => isKnownBy(own(record, key), asOf);
  return {
    kind,
    id,
    clientId: client,
    visitId: isSaid(visit) ? visit : null,
    at,
    answers,
    path,
    isFiled: isDone("filedAt"),
    isDiscussed: kind === "visit" ? null : isDone("discussedAt"),
  };
}

function isKnownBy(time: unknown, asOf: string): boolean {
  return dayOf(time) !== null && !isAfter(time as string, asOf);
}

/** Answers to another form are none to this one. */
function checkForm(formId: unknown, forms: readonly string[] | null, path: Path, issues: PortfolioIssue[]): void {
  if (forms === null || formId === undefined || formId === null || forms.includes(formId as string)) return;
  issues.push({ code: "unknown-value", path, details: { received: print(formId), allowed: [...forms] } });
}

function readId(value: unknown, path: Path, issues: PortfolioIssue[]): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  const isAbsent = value === undefined || value === null || typeof value === "string";
  issues.push(
    isAbsent
      ? { code: "required", path, details: {} }
      : { code: "wrong-type", path, details: { expected: "string", received: print(value) } },
  );
  return "";
}

/** A day or moment that isn't after `asOf`. */
export function readDay(value: unknown, path: Path, asOf: string, issues: PortfolioIssue[]): string {
  if (value === undefined || value === null) {
    issues.push({ code: "required", path, details: {} });
    return "";
  }
  if (typeof value !== "string" || dayOf(value) === null) {
    issues.push({ code: "not-a-date", path, details: { received: print(value) } });
    return "";
  }
  if (isAfter(value, asOf)) {
    issues.push({ code: "observed-after-as-of", path, details: { observedAt: value, asOf } });
  }
  return value;
}

/** The answers; none where a visit learnt nothing. Single ones that aren't plain JSON are `unread` and don't cost the others. */
function readObject(value: unknown, path: Path, issues: PortfolioIssue[], unread: PortfolioIssue[]): JsonObject {
  if (value === undefined || value === null) return {};
  const { json, issues: found } = readJson(value, { values: 100_000 });
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(value) } });
    return {};
  }
  unread.push(...found.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
  return json as JsonObject;
}

/** The option `asOf`. */
export function readAsOf(asOf: unknown, issues: ArgumentIssue[]): string {
  if (dayOf(asOf) === null) issues.push({ code: "not-a-date", path: ["asOf"], details: { received: show(asOf) } });
  return asOf as string;
}

/** The option `clientId`; `null` where it isn't given. */
export function readClientId(clientId: unknown, issues: ArgumentIssue[]): string | null {
  if (clientId === undefined) return null;
  if (typeof clientId !== "string") {
    issues.push({ code: "wrong-type", path: ["clientId"], details: { expected: "string", received: show(clientId) } });
  }
  return clientId as string;
}

/** Throws where records are of more than one client: their answers together would be nobody's. */
export function refuseSeveral(records: readonly ReadRecord[]): void {
  const clients = records.flatMap(({ clientId }) => clientId ?? []);
  const [first, second] = [...new Set(clients)].sort();
  if (first === undefined || second === undefined) return;
  throwIssues([{ code: "several-clients", path: ["records"], details: { first, second } }]);
}
