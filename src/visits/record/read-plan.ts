import { minutesBetween } from "../../ground/visit-length.js";
import { CONTACT_WAYS, VISIT_FOCUSES, VISIT_MANNERS, type VisitFocus } from "../../ground/vocabulary.js";
import { codeOf, type Fields, idOf, integerOf, lineOf, openCodeOf, recordsOf, timeOf } from "../fields.js";
import { type ReadParticipant, readParticipant } from "./read-visits.js";

const MOST_MINUTES = 1_000_000;

/** A plan that was read: what is absent or faulty is `null`. */
export interface ReadPlan {
  readonly id: string | null;
  readonly clientId: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly minutes: number | null;
  readonly place: string | null;
  readonly way: string | null;
  readonly manner: string | null;
  readonly focus: VisitFocus | null;
  readonly ours: readonly ReadParticipant[] | null;
  readonly theirs: readonly ReadParticipant[] | null;
  /** Facts that it asks for. */
  readonly learn: readonly string[];
}

/** What of a plan can be held against a visit. */
export function readPlan(fields: Fields): ReadPlan {
  const [startsAt, endsAt] = [timeOf(fields, "startsAt"), timeOf(fields, "endsAt")];
  return {
    id: idOf(fields, "id"),
    clientId: idOf(fields, "clientId"),
    startsAt,
    endsAt,
    minutes: integerOf(fields, "minutes", { least: 0, most: MOST_MINUTES }) ?? lengthOf(startsAt, endsAt),
    place: lineOf(fields, "place"),
    way: openCodeOf(fields, "way", CONTACT_WAYS),
    manner: openCodeOf(fields, "manner", VISIT_MANNERS),
    focus: codeOf(fields, "focus", VISIT_FOCUSES),
    ours: recordsOf(fields, "ours")?.map(readParticipant) ?? null,
    theirs: recordsOf(fields, "theirs")?.map(readParticipant) ?? null,
    learn: [...new Set(recordsOf(fields, "learn")?.flatMap((one) => idOf(one, "field") ?? []) ?? [])],
  };
}

/** An end before the beginning says nothing. */
function lengthOf(startsAt: string | null, endsAt: string | null): number | null {
  const minutes = minutesBetween(startsAt, endsAt);
  return minutes === null || minutes < 0 ? null : minutes;
}
