import type { VisitManner } from "../../ground/vocabulary.js";
import type { Participant } from "../../models/record/participant.js";
import type { OpenPart, PlanReason } from "./plan.js";
import type { Aim, Member, Team, TheirPerson } from "./read-people.js";
import type { VisitTask } from "./rules.js";

const MOST_AIMS = 3;

/** A side's people, what is open about them, and why they are who they are. */
export interface Side {
  readonly people: readonly Participant[];
  readonly open: readonly OpenPart[];
  readonly reasons: readonly PlanReason[];
}

/** What our side is chosen by. */
export interface Choice {
  readonly team: Team;
  readonly managedBy: readonly string[];
  readonly manner: VisitManner | null;
  readonly isKeyAccount: boolean;
}

/** Our side (A6.1): who leads, for a key account of fitting rank (D4.1), the superior who joins (A6.2), who comes along. */
export function ourSide(choice: Choice): Side {
  const { team, manner } = choice;
  const found = leadOf(choice);
  if (found === undefined) return { people: alongside(team, []), open: [{ code: "lead" }], reasons: [] };
  const raised = choice.isKeyAccount ? raise(found.lead, team) : { lead: found.lead, open: [], reasons: [] };
  const joint = manner === "multi-level-joint" ? join(raised.lead, found.aim, team) : { people: [], open: [] };
  const people = [
    participant(raised.lead, "lead-talk"),
    ...joint.people,
    ...(raised.lead === found.lead ? [] : [participant(found.lead, "take-notes")]),
  ];
  return {
    people: [...distinct(people), ...alongside(team, people)],
    open: [...raised.open, ...joint.open],
    reasons: [...found.reasons, ...raised.reasons],
  };
}

interface Found {
  readonly lead: Member;
  readonly aim: Aim | undefined;
  readonly reasons: readonly PlanReason[];
}

/** Whom the map sends, else who is in charge. */
function leadOf({ team: { map, members }, managedBy }: Choice): Found | undefined {
  const aim = map[0];
  const sent = members.get(aim?.by ?? "");
  if (sent !== undefined) return { lead: sent, aim, reasons: [{ code: "map-sends", person: sent.id }] };
  const [lead] = managedBy.flatMap((id) => members.get(id) ?? []);
  return lead && { lead, aim: undefined, reasons: [{ code: "manager-leads", person: lead.id }] };
}

interface Raised {
  readonly lead: Member;
  readonly open: readonly OpenPart[];
  readonly reasons: readonly PlanReason[];
}

/** The first of a fitting rank on the way up (D4.1). */
function raise(lead: Member, { members, least }: Team): Raised {
  const seen = new Set<string>();
  let one: Member | undefined = lead;
  while (one !== undefined && one.place < least.place && !seen.has(one.id)) {
    seen.add(one.id);
    one = members.get(one.reportsTo ?? "");
  }
  if (one === undefined || one.place < least.place)
    return { lead, open: [{ code: "rank", person: lead.id, least: least.rank }], reasons: [] };
  return one === lead
    ? { lead, open: [], reasons: [] }
    : { lead: one, open: [], reasons: [{ code: "rank-raised", person: one.id, instead: lead.id }] };
}

/** The superior of the lead: whom the map names, else whom the lead reports to. */
function join(lead: Member, aim: Aim | undefined, { members }: Team): Pick<Side, "people" | "open"> {
  const superior = members.get(aim?.with ?? lead.reportsTo ?? "");
  if (superior === undefined || superior.id === lead.id)
    return { people: [], open: [{ code: "superior", person: lead.id }] };
  return { people: [participant(superior, "show-commitment")], open: [] };
}

function alongside({ also, members }: Team, taken: readonly Participant[]): Participant[] {
  return also.flatMap(({ id, task }) => {
    const member = members.get(id);
    if (member === undefined || taken.some((one) => one.id === id)) return [];
    return [participant(member, task ?? "answer-questions")];
  });
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
