import { codesOf } from "../codes.js";
import { codeOf, type Fields, idOf, integerOf, lineOf, openCodeOf, recordsOf, timeOf } from "../fields.js";
import { minutesBetween } from "../time.js";
import { readParticipant } from "./read-visits.js";

const MOST_MINUTES = 1_000_000;

/** A plan that was read: what is absent or faulty is `null`. */
export type ReadPlan = ReturnType<typeof readPlan>;

/** What of a plan can be held against a visit. */
export function readPlan(fields: Fields) {
  const [startsAt, endsAt] = [timeOf(fields, "startsAt"), timeOf(fields, "endsAt")];
  return {
    id: idOf(fields, "id"),
    clientId: idOf(fields, "clientId"),
    startsAt,
    endsAt,
    minutes: integerOf(fields, "minutes", { least: 0, most: MOST_MINUTES }) ?? minutesBetween(startsAt, endsAt),
    place: lineOf(fields, "place"),
    way: openCodeOf(fields, "way", codesOf("ways")),
    manner: openCodeOf(fields, "manner", codesOf("manners")),
    focus: codeOf(fields, "focus", codesOf("focuses")),
    ours: recordsOf(fields, "ours")?.map(readParticipant) ?? null,
    theirs: recordsOf(fields, "theirs")?.map(readParticipant) ?? null,
    learn: [...new Set(recordsOf(fields, "learn")?.flatMap((one) => idOf(one, "field") ?? []) ?? [])],
  };
}
