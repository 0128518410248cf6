import { isInPerson, isSpoken } from "../../ground/in-person.js";
import {
  CLIENT_KINDS,
  CONTACT_WAYS,
  type ContactWay,
  MILESTONES,
  type MilestoneCode,
} from "../../ground/vocabulary.js";
import type { VisitPlan } from "../../models/record/visit-plan.js";
import { codeOf, idOf, idsOf, openCodeOf, recordOf, recordsOf } from "../fields.js";
import { present } from "../present.js";
import { asAppointment, readAppointment } from "../read-appointment.js";
import { historyOf } from "./history.js";
import { hasSuperior, leadFor } from "./lead.js";
import { certainGrade, isWeighty, mannerOf, NO_MANNER } from "./manner.js";
import { materialOf } from "./material.js";
import { openPartsOf } from "./open-parts.js";
import { ourSide, theirSide } from "./participants.js";
import type { PlannedVisit, VisitSituation } from "./plan.js";
import { questionsFor } from "./questions.js";
import { type Context, chooseFrom } from "./read-library.js";
import { readContacts, readTeam } from "./read-people.js";
import { readSituation, type Situation } from "./read-situation.js";
import {
  CONDUCT_RULES,
  type ConductRule,
  FIRST_VISIT_STEPS,
  IN_PERSON_CONDUCT,
  PURPOSES_BY_FOCUS,
  SPOKEN_CONDUCT,
  type VisitorRank,
} from "./rules.js";
import { timingOf } from "./timing.js";

/**
 * Plans a visit (A6.1, D4.1–D4.3): who takes part on either side with which task and rank, when and where, the manner (A6.2) and the one focus (A8.4), what to learn, to present
 * and to hand over, which questions to expect with which answers, how the first visit goes (A6.4) and how to behave (A6.5); and everything that is still open.
 * A plan with open parts, or of something that couldn't be read, isn't `ready`.
 *
 * - Manner, place and rank (D4.1) are those of a meeting: a call or a letter needs none of them. Clients that are large, demanding and capable (by `judgement`, else key accounts, else a certain grade of `multiLevelGrades`) are first met by whoever is in charge,
 *   then once with the superior.
 * - Focus: the first of the four steps that no earlier visit has done; a visit without result did none.
 * - Our side: whom the decision map sends, else the first of `managedBy` in the team; to a key account goes the first of `leastRank` or above on the way up. With the superior: whom the map
 *   names, else whom the lead reports to; one who leads for D4.1 is the superior where nobody is above. Whom the appointment names goes (A6.3): of the others nobody leads.
 * - Time and place: as told, else as the appointment says; where both are told and differ, that is open.
 * - Learn: what the survey says is `contradicted`, then what `nextQuestions` names, the most telling first, then what the survey lacks. The survey's question, else the fact's name, stands for it unless the library words it; `formatVisitPlan` has the words.
 *
 * Nothing is guessed: what isn't told is open. What can't be read is an issue and counts as unknown. A faulty `id`, `asOf` or `client.id`, or a key that there isn't, throws a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { planVisit } from "keyaccount";
 *
 * const { plan, ready, open } = planVisit({
 *   id: "p-1", asOf: "2026-11-23",
 *   client: { id: "c-7", kind: "key-account", managedBy: ["wang"] },
 *   people: { team: [{ id: "wang", rank: "salesperson", reportsTo: "zhao" }, { id: "zhao", rank: "supervisor" }] },
 *   visits: [], milestone: "visit", startsAt: "2026-11-26T02:00:00Z", place: "its office", goals: ["meet"],
 * });
 * plan.ours?.map(({ id, task }) => [id, task]); // => [["zhao", "lead-talk"], ["wang", "take-notes"]]
 * [plan.visitNumber, plan.focus, plan.manner]; // => [1, "impression", "single-level"]
 * open.map(({ code }) => code); // => ["their-people", "learn", "library", "appointment", "preparatory-meeting"]
 * ready; // => false
 * ```
 */
export function planVisit<const R extends string = VisitorRank>(situation: VisitSituation<R>): PlannedVisit {
  const read = readSituation(situation);
  const { plan, open, reasons, learnLeftOut } = draft(read);
  const { issues } = read.root.reader;
  const isFirstVisit = plan.visitNumber === 1 && plan.way === "visit";
  return {
    v: 1,
    asOf: read.asOf,
    plan,
    ready: open.length === 0 && issues.length === 0,
    open,
    reasons,
    procedure: isFirstVisit ? [...FIRST_VISIT_STEPS] : [],
    conduct: conductOf(isFirstVisit, String(plan.way)),
    learnLeftOut,
    issues,
  };
}

/** How to behave (A6.5). */
function conductOf(isFirstVisit: boolean, way: string): ConductRule[] {
  return CONDUCT_RULES.filter(
    (rule) =>
      (isFirstVisit || rule !== "expect-no-deal") &&
      (isInPerson(way) || !IN_PERSON_CONDUCT.includes(rule)) &&
      (isSpoken(way) || !SPOKEN_CONDUCT.includes(rule)),
  );
}

type Draft = Pick<PlannedVisit, "plan" | "open" | "reasons" | "learnLeftOut">;

function draft(situation: Situation): Draft {
  const { root, id, clientId } = situation;
  const basics = readBasics(situation);
  const { kind, way, milestone, history, library, appointment } = basics;
  const isKeyAccount = kind === "key-account";
  const team = readTeam(recordOf(root, "people"));
  const named = appointment?.ours ?? [];
  const isMeeting = isInPerson(way);
  const choice = {
    team,
    managedBy: basics.managedBy,
    isRanked: isKeyAccount && isMeeting,
    isTalk: isSpoken(way),
    appointed: named.length === 0 ? null : named,
  };
  const leading = leadFor(choice);
  const hadSuperior = history !== null && (history.wasMultiLevel || hasSuperior(history.attendants, leading, team));
  const isHeavy = isWeighty(root, recordOf(root, "judgement"), kind, basics.grade);
  const { manner, reasons } = isMeeting ? mannerOf(isHeavy, history, hadSuperior) : NO_MANNER;
  const ours = ourSide(choice, leading, manner);
  const theirs = theirSide(appointment?.theirs ?? null, team, basics.contacts);
  const timing = timingOf(root, appointment, situation.asOf, isMeeting);
  const context: Context = {
    milestones: milestone,
    focuses: history?.focus ?? null,
    ways: way,
    kinds: kind,
    grades: basics.grade,
    firstVisit: history && history.number === 1,
  };
  const chosen = chooseFrom(library, context);
  const toLearn = questionsFor(root, { library, ...basics.sources });
  const material = materialOf(chosen, {
    milestone,
    way,
    isFirst: history?.number === 1,
    presenter: ours.people[0]?.id,
  });
  const plan: VisitPlan = {
    v: 1,
    id,
    clientId,
    way: way as ContactWay,
    activity: history?.focus === "negotiation" ? "negotiation" : "sales-visit",
    ...present({ milestoneId: milestone, opportunityId: idOf(root, "opportunityId"), manner, ...timing.plan }),
    ...(history && {
      visitNumber: history.number,
      focus: history.focus,
      purposes: [...PURPOSES_BY_FOCUS[history.focus]],
    }),
    ours: ours.people,
    theirs: theirs.people,
    learn: toLearn.learn,
    ...material,
    expectedQuestions: chosen.questions.map(({ question, answer }) => ({ question, ...present({ answer }) })),
    ...present({ appointment: appointment && asAppointment(appointment) }),
    openParts: toLearn.facts.slice(0, MOST_OPEN),
  };
  const open = openPartsOf({ ...basics, manner, ours, theirs, timing, chosen, toLearn });
  return {
    plan,
    open,
    reasons: [...reasons, ...(history?.reasons ?? []), ...ours.reasons],
    learnLeftOut: toLearn.facts.length - toLearn.learn.length,
  };
}

const MOST_OPEN = 1000;

function readBasics({ root, client, clientId, asOf }: Situation) {
  const appointment = recordOf(root, "appointment");
  return {
    kind: codeOf(client, "kind", CLIENT_KINDS),
    managedBy: idsOf(client, "managedBy") ?? [],
    contacts: readContacts(client),
    grade: certainGrade(recordOf(root, "evaluation")),
    milestone: codeOf<MilestoneCode>(root, "milestone", MILESTONES),
    way: openCodeOf(root, "way", CONTACT_WAYS) ?? "visit",
    history: historyOf(recordsOf(root, "visits"), clientId, asOf),
    library: recordOf(root, "library"),
    appointment: appointment && readAppointment(appointment, { asOf, calendar: null }),
    sources: { questions: recordOf(root, "questions"), survey: recordOf(root, "survey") },
  };
}
