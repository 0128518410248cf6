import type { Resolved } from "../../ground/calendar/resolved.js";
import { isAfterOn } from "../known-by.js";
import type { ReadPlan } from "./read-plan.js";
import type { ReadParticipant, ReadVisit } from "./read-visits.js";
import { type PartReview, REVIEWED_PARTS, type ReviewedPart, type ReviewState } from "./review.js";

type SharedParts = Pick<ReadPlan, "minutes" | "place" | "way" | "manner" | "focus" | "ours" | "theirs">;
type Side = { readonly [P in ReviewedPart]: readonly string[] | null };

/** Each part of a plan against what happened. */
export function compareParts(plan: ReadPlan | null, visit: ReadVisit | null, calendar: Resolved | null): PartReview[] {
  const planned = plan && plannedSide(plan);
  const actual = visit && actualSide(visit);
  return REVIEWED_PARTS.map((part) => {
    const sides = [planned?.[part] ?? null, actual?.[part] ?? null] as const;
    return { part, state: stateOf(part, ...sides, calendar), planned: sides[0], actual: sides[1] };
  });
}

function plannedSide(plan: ReadPlan): Side {
  return { ...sharedSide(plan), time: one(plan.startsAt) };
}

function actualSide(visit: ReadVisit): Side {
  return { ...sharedSide(visit), time: one(visit.startedAt) };
}

function sharedSide({ minutes, place, way, manner, focus, ours, theirs }: SharedParts): Omit<Side, "time"> {
  return {
    minutes: one(minutes === null ? null : String(minutes)),
    place: one(place),
    way: one(way),
    manner: one(manner),
    focus: one(focus),
    "our-people": peopleOf(ours),
    "their-people": peopleOf(theirs),
  };
}

function one(text: string | null): readonly string[] | null {
  return text === null ? null : [text];
}

/** By id, by name where there is none, in order; somebody with neither can't be told. */
function peopleOf(people: readonly ReadParticipant[] | null): readonly string[] | null {
  return people && [...new Set(people.flatMap(({ id, name }) => id ?? name ?? []))].sort();
}

function stateOf(
  part: ReviewedPart,
  planned: readonly string[] | null,
  actual: readonly string[] | null,
  calendar: Resolved | null,
): ReviewState {
  if (planned === null) return actual === null ? "unknown" : "not-planned";
  if (actual === null) return "not-recorded";
  const isSame =
    part === "time"
      ? isSameTime(String(planned[0]), String(actual[0]), calendar)
      : planned.join("\n") === actual.join("\n");
  return isSame ? "as-planned" : "changed";
}

/** A day and a moment are the same where neither is certainly later: on a known clock, where they are of one day. */
function isSameTime(planned: string, actual: string, calendar: Resolved | null): boolean {
  return !isAfterOn(calendar, planned, actual) && !isAfterOn(calendar, actual, planned);
}
