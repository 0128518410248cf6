import { throwIssues } from "../../ground/error.js";
import { isRecord, type Json, type JsonObject } from "../../ground/json.js";
import { readRecords } from "../records.js";

/** What reports say of a client: any `Client`. */
export interface ReportClient {
  readonly id: string;
  readonly name?: string | undefined;
  readonly area?: string | undefined;
  readonly industry?: string | undefined;
  readonly targetClass?: { readonly class: string } | undefined;
}

/** What is read of a client; whatever else a host keeps is the host's. */
const KEYS: readonly (string | number)[] = ["id", "name", "area", "industry", "targetClass"];

/** Clients by id; throws where the list isn't plain data. */
export function clientsById(clients: unknown): ReadonlyMap<Json, JsonObject> {
  const { list, unreadable } = readRecords(clients ?? []);
  const read = unreadable.filter(({ path: [, key = "id"] }) => KEYS.includes(key));
  throwIssues(read.map((issue) => ({ ...issue, path: ["clients", ...issue.path] })));
  return new Map(list.filter((client) => isRecord(client)).map((client) => [client["id"] ?? null, client]));
}
