import { dayOf } from "../../ground/dates.js";
import { type Json, type JsonObject, readJson } from "../../ground/json.js";
import { noFields, recordOf } from "../../ground/reader.js";
import type { RelationDepth } from "../../ground/vocabulary.js";
import type { Known } from "../../models/record/known.js";
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
  const given = recordOf(readJson({ contacts, meetings }).json);
  const met = new Map(
    listOf(given?.["meetings"])
      .flatMap(readMeeting)
      .map((one) => [one.id, one]),
  );
  return listOf(given?.["contacts"]).map((one) => {
    const contact = recordOf(one);
    const meeting = met.get(contact?.["id"] as string);
    return (contact !== null && meeting !== undefined ? brought(contact, meeting) : one) as unknown as C;
  });
}

function listOf(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

type Last = Pick<ContactMeeting, "id" | "lastAt" | "source">;

function readMeeting(meeting: Json): Last[] {
  const { id, lastAt, source } = recordOf(meeting) ?? noFields();
  if (typeof id !== "string" || dayOf(lastAt) === null || typeof source !== "string") return [];
  return [{ id, lastAt: lastAt as string, source }];
}

function brought(contact: JsonObject, { lastAt, source }: Last): JsonObject {
  const isKnown = !isOpen(contact["relationDepth"], lastAt);
  return { ...contact, ...(isKnown ? {} : { relationDepth: { value: "brief", observedAt: lastAt, source } }) };
}

/** Unknown, or none up to the day of the meeting. A depth of none whose day isn't known is older than any meeting. */
function isOpen(depth: Json | undefined, lastAt: string): boolean {
  const { value = null, notApplicable, observedAt } = recordOf(depth) ?? noFields();
  if (value !== "none") return value === null && notApplicable !== true;
  return (dayOf(observedAt) ?? -Infinity) <= (dayOf(lastAt) as number);
}
