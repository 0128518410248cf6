import { minuteOf } from "../../ground/calendar/clock.js";
import type { Team } from "../plan/read-people.js";
import type { VisitTask } from "../plan/rules.js";
import type { ReadPlan } from "./read-plan.js";
import type { ReadParticipant, ReadVisit } from "./read-visits.js";
import type { PartReview, VisitFinding } from "./review.js";

const LEADS: VisitTask = "lead-talk";
const HELD = ["time", "place", "way", "manner", "focus"] as const;

/** What of the plan certainly didn't come so: a part, who led, who wasn't there. What either side doesn't say is no finding. */
export function differences(
  plan: ReadPlan,
  visit: ReadVisit,
  parts: readonly PartReview[],
  withinMinutes: number,
): VisitFinding[] {
  const lead = leadFinding(plan, visit);
  return [
    ...HELD.flatMap((part) => partFinding(part, parts, withinMinutes)),
    ...(lead === null ? [] : [lead]),
    ...absent(plan.ours, visit.ours).flatMap((person) => absence("our-people", person, leadIn(plan.ours))),
    ...absent(plan.theirs, visit.theirs).flatMap((person) => absence("their-people", person, null)),
  ];
}

function partFinding(part: (typeof HELD)[number], parts: readonly PartReview[], withinMinutes: number): VisitFinding[] {
  const found = parts.find((one) => one.part === part && one.state === "changed");
  if (found === undefined) return [];
  const [planned, actual] = [String(found.planned), String(found.actual)];
  const isPunctual = part === "time" && minutesApart(planned, actual) <= withinMinutes;
  return isPunctual ? [] : [{ code: "not-as-planned", part, planned, actual }];
}

/** Without end where only a day is known. */
function minutesApart(one: string, other: string): number {
  const [a, b] = [minuteOf(one), minuteOf(other)];
  return a === null || b === null ? Infinity : Math.abs(a - b);
}

function leadIn(people: readonly ReadParticipant[] | null): ReadParticipant | null {
  return people?.find(({ task }) => task === LEADS) ?? null;
}

function leadFinding(plan: ReadPlan, visit: ReadVisit): VisitFinding | null {
  const [planned, actual] = [leadIn(plan.ours), leadIn(visit.ours)];
  if (planned === null) return null;
  if (actual !== null && isOther(planned, actual))
    return { code: "other-lead", planned: nameOf(planned), actual: nameOf(actual) };
  return absent([planned], visit.ours).length === 0 ? null : { code: "lead-absent", person: nameOf(planned) };
}

/** Who was planned and certainly isn't among those who were there. Nobody knows who was where nobody is recorded. */
function absent(
  planned: readonly ReadParticipant[] | null,
  actual: readonly ReadParticipant[] | null,
): readonly ReadParticipant[] {
  if (actual === null || actual.length === 0) return [];
  return (planned ?? []).filter((one) => actual.every((other) => isOther(one, other)));
}

/** Of the lead it is said by itself. */
function absence(
  part: "our-people" | "their-people",
  person: ReadParticipant,
  lead: ReadParticipant | null,
): VisitFinding[] {
  return person === lead ? [] : [{ code: "absent", part, person: nameOf(person) }];
}

/** By id, by name where neither has one; of one with an id and one without, nobody can tell. */
function isOther(one: ReadParticipant, other: ReadParticipant): boolean {
  if (one.id !== null && other.id !== null) return one.id !== other.id;
  if (one.id !== null || other.id !== null || one.name === null || other.name === null) return false;
  return one.name !== other.name;
}

function nameOf({ id, name }: ReadParticipant): string {
  return String(id ?? name);
}

/** D4.1: nobody of the rank that a visit to a key account asks for was there. An unknown rank could be one. */
export function rankFinding(
  plan: ReadPlan | null,
  { way, ours }: ReadVisit,
  { members, ranks, least }: Team,
): VisitFinding[] {
  if (way !== "visit" || ours === null || ours.length === 0) return [];
  const rankOf = ({ id, rank }: ReadParticipant): string | null => {
    const planned = plan?.ours?.find((one) => id !== null && one.id === id);
    return rank ?? members.get(id ?? "")?.rank ?? planned?.rank ?? null;
  };
  const places = ours.map((one) => ranks.indexOf(rankOf(one) ?? ""));
  return places.every((place) => place >= 0 && place < least.place)
    ? [{ code: "rank-too-low", least: least.rank }]
    : [];
}
