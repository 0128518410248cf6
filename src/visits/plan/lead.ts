import type { Participant } from "../../models/record/participant.js";
import type { OpenPart, PlanReason } from "./plan.js";
import type { Aim, Member, Team } from "./read-people.js";

/** What our side is chosen by. */
export interface Choice {
  readonly team: Team;
  readonly managedBy: readonly string[];
  /** Whether a rank is asked for, as at a meeting with a key account (D4.1). */
  readonly isRanked: boolean;
  /** Whether there is a talk to lead; else something is written. */
  readonly isTalk: boolean;
  /** Whom the appointment names; `null` where it names nobody. */
  readonly appointed: readonly Participant[] | null;
}

/** Who leads the talk. */
export interface Lead {
  readonly lead: Member;
  /** Who would lead if any rank did. */
  readonly found: Member;
  readonly aim: Aim | undefined;
  readonly open: readonly OpenPart[];
  readonly reasons: readonly PlanReason[];
}

/** Whom the map sends, else who is in charge, else the first whom the appointment names, which settles who goes (A6.3); for a key account of fitting rank (D4.1). */
export function leadFor(choice: Choice): Lead | null {
  const found = foundBy(choice);
  if (found === null) return null;
  const { lead, ...raised } = choice.isRanked ? raise(found.lead, choice) : { lead: found.lead, open: [], reasons: [] };
  return { lead, found: found.lead, aim: found.aim, open: raised.open, reasons: [...found.reasons, ...raised.reasons] };
}

type Found = Pick<Lead, "lead" | "aim" | "reasons">;

function foundBy({ team, managedBy, appointed }: Choice): Found | null {
  const { map, members } = team;
  const goes = (one: Member | undefined): one is Member => one !== undefined && isNamed(one.id, appointed);
  const aim = map[0];
  const sent = members.get(aim?.by ?? "");
  if (goes(sent)) return { lead: sent, aim, reasons: [{ code: "map-sends", person: sent.id }] };
  const manager = managedBy.map((id) => members.get(id)).find(goes);
  if (manager !== undefined)
    return { lead: manager, aim: undefined, reasons: [{ code: "manager-leads", person: manager.id }] };
  const [named] = namedIn(team, appointed);
  return named === undefined
    ? null
    : { lead: named, aim: undefined, reasons: [{ code: "appointment-names", person: named.id }] };
}

/** Whether an appointment names somebody, or names nobody at all. */
export function isNamed(person: string, appointed: readonly Participant[] | null): boolean {
  return appointed === null || appointed.some(({ id }) => id === person);
}

/** Those with an id whom an appointment names, in its order. */
function namedIn({ members, ranks }: Team, appointed: readonly Participant[] | null): Member[] {
  return (appointed ?? []).flatMap(({ id, name, rank = null }): Member[] => {
    if (id === undefined) return [];
    return [members.get(id) ?? { id, name, rank, place: rank === null ? -1 : ranks.indexOf(rank), reportsTo: null }];
  });
}

/** The first of a fitting rank on the way up who goes, else the first such whom the appointment names (D4.1). */
function raise(lead: Member, { team, appointed }: Choice): Pick<Lead, "lead" | "open" | "reasons"> {
  const { least } = team;
  const ranked = [lead, ...superiorsOf(lead, team), ...namedIn(team, appointed)].filter(
    ({ place }) => place >= least.place,
  );
  const fit = ranked.find(({ id }) => isNamed(id, appointed));
  if (fit === undefined) {
    const [unnamed] = ranked;
    const code = unnamed === undefined ? "rank" : "rank-not-appointed";
    return { lead, open: [{ code, person: (unnamed ?? lead).id, least: least.rank }], reasons: [] };
  }
  return fit.id === lead.id
    ? { lead, open: [], reasons: [] }
    : { lead: fit, open: [], reasons: [{ code: "rank-raised", person: fit.id, instead: lead.id }] };
}

/** Those above somebody, from below. */
function superiorsOf(lead: Member, { members }: Team): Member[] {
  const above = new Map([[lead.id, lead]]);
  let one = members.get(lead.reportsTo ?? "");
  while (one !== undefined && !above.has(one.id)) {
    above.set(one.id, one);
    one = members.get(one.reportsTo ?? "");
  }
  return [...above.values()].slice(1);
}

/** The superior who joins (A6.2): whom the map names, else whom the lead reports to; one who leads instead of another is the superior where nobody is above. */
export function superiorOf({ lead, found, aim }: Lead, { members }: Team): Member | null {
  const [above] = [aim?.with, lead.reportsTo]
    .map((id) => members.get(id ?? ""))
    .filter((one) => one !== undefined && one.id !== lead.id && one.id !== found.id);
  return above ?? (lead === found ? null : lead);
}

/** Somebody of ours who was at a visit. */
export interface Attendant {
  readonly id: string | null;
  readonly rank: string | null;
}

/** Whether one of some people is above whoever leads: by who reports to whom, by rank, or as the superior who would join. */
export function hasSuperior(people: readonly Attendant[], one: Lead | null, team: Team): boolean {
  if (one === null) return false;
  const above = new Set(
    [...superiorsOf(one.lead, team), ...[superiorOf(one, team)].flatMap((superior) => superior ?? [])].map(
      ({ id }) => id,
    ),
  );
  const { place } = one.lead;
  return people.some(
    ({ id, rank }) => above.has(id ?? "") || (place >= 0 && rank !== null && team.ranks.indexOf(rank) > place),
  );
}
