import type { VisitManner } from "../../ground/vocabulary.js";
import type { Participant } from "../../models/record/participant.js";
import { type Choice, isNamed, type Lead, superiorOf } from "./lead.js";
import type { OpenPart, PlanReason } from "./plan.js";
import type { Member, Team, TheirPerson } from "./read-people.js";
import type { VisitTask } from "./rules.js";

const MOST_AIMS = 3;
const MOST_PEOPLE = 1000;

/** A side's people, what is open about them, and why they are who they are. */
export interface Side {
  readonly people: readonly Participant[];
  readonly open: readonly OpenPart[];
  readonly reasons: readonly PlanReason[];
}

/** Our side (A6.1): who leads, the superior who joins (A6.2), who comes along, and whomever else the appointment names. */
export function ourSide({ team, appointed, isTalk }: Choice, leading: Lead | null, manner: VisitManner | null): Side {
  if (leading === null)
    return { people: invited(alongside(team, []), appointed), open: [{ code: "lead" }], reasons: [] };
  const { lead, found } = leading;
  const joint = manner === "multi-level-joint" ? join(leading, team) : { people: [], open: [] };
  const people = [
    participant(lead, isTalk ? "lead-talk" : "write"),
    ...joint.people,
    ...(lead.id === found.id ? [] : [participant(found, "take-notes")]),
  ];
  const all = [...distinct(people), ...alongside(team, people)];
  const isOther = all.some(({ id }) => !isNamed(String(id), appointed));
  const differs: OpenPart[] = isOther ? [{ code: "appointment-differs", part: "our-people" }] : [];
  return {
    people: invited(all, appointed),
    open: [...leading.open, ...joint.open, ...differs],
    reasons: leading.reasons,
  };
}

function join(leading: Lead, team: Team): Pick<Side, "people" | "open"> {
  const superior = superiorOf(leading, team);
  if (superior === null) return { people: [], open: [{ code: "superior", person: leading.lead.id }] };
  return { people: [participant(superior, "show-commitment")], open: [] };
}

/** With those whom the appointment names besides, as it names them. */
function invited(people: readonly Participant[], appointed: readonly Participant[] | null): Participant[] {
  const others = (appointed ?? []).filter(({ id }) => id === undefined || people.every((one) => one.id !== id));
  const task: VisitTask = "answer-questions";
  return [...people, ...others.map((one) => ({ task, ...one }))].slice(0, MOST_PEOPLE);
}

function alongside({ also }: Team, taken: readonly Participant[]): Participant[] {
  return also
    .filter(({ id }) => taken.every((one) => one.id !== id))
    .map(({ member, task }) => participant(member, task ?? "answer-questions"));
}

function participant({ id, name, rank }: Member, task: VisitTask | (string & {})): Participant {
  return { id, name, ...(rank === null ? {} : { rank }), task };
}

function distinct(people: readonly Participant[]): Participant[] {
  return people.filter(({ id }, index) => people.findIndex((one) => one.id === id) === index);
}

/** Their side: whom the appointment names, else whom the map says to see: the first, and up to two more for whom the same of ours goes. */
export function theirSide(
  appointed: readonly Participant[] | null,
  { map }: Team,
  contacts: ReadonlyMap<string, TheirPerson>,
): Side {
  if (appointed !== null && appointed.length > 0) return { people: appointed, open: [], reasons: [] };
  const aims = map.filter(({ by }) => by === map[0]?.by).slice(0, MOST_AIMS);
  const people = aims.map(({ id }) => contacts.get(id) ?? { id, name: id, position: null, role: null });
  const open: OpenPart[] = people.length === 0 ? [{ code: "their-people" }] : [];
  return { people: people.map(theirs), open, reasons: [] };
}

function theirs({ id, name, position, role }: TheirPerson): Participant {
  return { id, name, ...(position === null ? {} : { position }), ...(role === null ? {} : { task: role }) };
}
