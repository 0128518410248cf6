import { dayOf, isAfter } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, Path, PortfolioIssue } from "../../ground/issue.js";
import { type JsonObject, readJson } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import { show, takeEach } from "../../portfolio/arguments.js";
import { own } from "../../portfolio/own.js";

/** A record, read: when it was, and what was answered by whatever name. */
export interface ReadRecord {
  readonly id: string;
  readonly clientId: string | null;
  readonly at: string;
  readonly answers: JsonObject;
  /** Where the answers stand. */
  readonly path: Path;
}

/** Reads records one after the other; a faulty one is left out, and so is one that is later than `asOf` or whose id stands earlier. */
export function readRecords(records: Iterable<unknown>, asOf: string, issues: PortfolioIssue[]): ReadRecord[] {
  const read: ReadRecord[] = [];
  const seen = new Set<string>();
  takeEach(
    records,
    (record, index) => {
      const one = readRecord(record, index, asOf, issues);
      if (one === undefined) return;
      if (seen.size < seen.add(one.id).size) read.push(one);
      else issues.push({ code: "duplicate-id", path: [index, "id"], details: { id: one.id } });
    },
    "records",
  );
  return read;
}

function readRecord(record: unknown, index: number, asOf: string, issues: PortfolioIssue[]): ReadRecord | undefined {
  const before = issues.length;
  try {
    if (typeof record !== "object" || record === null || Array.isArray(record)) {
      issues.push({ code: "wrong-type", path: [index], details: { expected: "object", received: print(record) } });
      return undefined;
    }
    const [when, what] =
      own(record, "answeredAt") === undefined
        ? (["startedAt", "learnt"] as const)
        : (["answeredAt", "answers"] as const);
    const id = readId(own(record, "id"), [index, "id"], issues);
    const clientId = own(record, "clientId");
    const client = clientId === undefined || clientId === null ? null : readId(clientId, [index, "clientId"], issues);
    const at = readDay(own(record, when), [index, when], asOf, issues);
    const path = [index, what];
    const unread: PortfolioIssue[] = [];
    const answers = readObject(own(record, what), path, issues, unread);
    const isSound = issues.length === before;
    issues.push(...unread);
    return isSound ? { id, clientId: client, at, answers, path } : undefined;
  } catch {
    issues.push({ code: "unreadable", path: [index], details: {} });
    return undefined;
  }
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
