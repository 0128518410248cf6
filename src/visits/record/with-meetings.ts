import { dayOf } from "../../ground/dates.js";
import { type Json, type JsonObject, readJson } from "../../ground/json.js";
import { isRecord } from "../../ground/reader.js";
import type { RelationDepth } from "../../ground/vocabulary.js";
import type { Known } from "../../models/record/known.js";
import { own } from "../../portfolio/own.js";
import type { ContactMeeting } from "./feeds.js";

/** What is taken of a contact: any `Contact` will do. */
export interface MetContact {
  readonly id: string;
  readonly relationDepth?: Known<RelationDepth> | undefined;
}

/**
 * The contacts with what our meetings show (E5.4): whoever was met has at least a brief relation with us. A relation that is unknown, or was known as `"none"` up to the day of the
 * latest meeting, becomes `"brief"`, with that day and the visit as source; a deeper one stays, for a visit makes no relation regular. Nothing else is concluded: who
 * looks after somebody, and who wants the project, only people can say.
 *
 * Everything else of a contact is copied as it is. What isn't plain JSON becomes `null`, as `JSON.stringify` would make it.
 *
 * @example
 * ```ts
 * import { visitFeeds, withMeetings } from "keyaccount";
 *
 * const visit = { v: 1, id: "v-1", clientId: "c-7", startedAt: "2026-11-16", way: "visit", theirs: [{ id: "li", name: "Li Wei" }] } as const;
 * const { meetings } = visitFeeds([visit], { clientId: "c-7", asOf: "2026-11-21" });
 * withMeetings([{ id: "li" }, { id: "wu" }], meetings);
 * // => [{ id: "li", relationDepth: { value: "brief", observedAt: "2026-11-16", source: "v-1" } }, { id: "wu" }]
 * ```
 */
export function withMeetings<C extends MetContact>(contacts: readonly C[], meetings: readonly ContactMeeting[]): C[] {
  const given = readJson({ contacts, meetings }).json as JsonObject;
  const met = new Map(
    listIn(given, "meetings")
      .flatMap((one) => readMeeting(one) ?? [])
      .map((one) => [one.id, one]),
  );
  return listIn(given, "contacts").map((contact) => {
    const meeting = isRecord(contact) ? met.get(own(contact, "id") as string) : undefined;
    return (isRecord(contact) && meeting !== undefined ? brought(contact, meeting) : contact) as unknown as C;
  });
}

function listIn(given: JsonObject, key: string): readonly Json[] {
  const list = own(given, key) as Json | undefined;
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

type Last = Pick<ContactMeeting, "id" | "lastAt" | "source">;

function readMeeting(meeting: Json): Last | null {
  if (!isRecord(meeting)) return null;
  const [id, lastAt, source] = [own(meeting, "id"), own(meeting, "lastAt"), own(meeting, "source")];
  if (typeof id !== "string" || dayOf(lastAt) === null || typeof source !== "string") return null;
  return { id, lastAt: lastAt as string, source };
}

function brought(contact: JsonObject, { lastAt, source }: Last): JsonObject {
  if (!isOpen(own(contact, "relationDepth") as Json | undefined, lastAt)) return contact;
  return { ...contact, relationDepth: { value: "brief", observedAt: lastAt, source } };
}

/** Unknown, or none up to the day of the meeting. A depth of none whose day isn't known is older than any meeting. */
function isOpen(known: Json | undefined, lastAt: string): boolean {
  if (!isRecord(known)) return true;
  const value = own(known, "value") ?? null;
  if (value !== "none") return value === null && own(known, "notApplicable") !== true;
  return (dayOf(own(known, "observedAt")) ?? -Infinity) <= (dayOf(lastAt) as number);
}
