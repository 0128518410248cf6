// What two salespeople write down of a visit: when, with whom, what was learnt and from whom (A4.4, D4.5).
import { momentAt, type PlainDate } from "keyaccount";
import type { Known, Visit } from "keyaccount/models";
import { calendar } from "./calendar.js";
import { answerOf, ownersWord, willingnessOf } from "./town.js";

type Learnt = Readonly<Record<string, Known<string | boolean>>>;

/** When the visits of a day begin: eight, with the way between them. */
const BEGINNINGS = ["09:00", "09:45", "10:30", "11:15", "13:30", "14:15", "15:00", "15:45"] as const;
export const PER_DAY = BEGINNINGS.length;
const SHORTEST = 15;
const MINUTES_BY_WILLINGNESS = 4;
const WILLING = 4;
const UNWILLING = 2;

/** What can be seen from the shop floor, or is told to anybody. */
const SEEN = ["marketInfluence", "majorBrands", "reputation", "salesTeam", "ownEngineers", "afterSales"] as const;
const JUDGED = ["philosophyFit", "growthPotential", "strength", "willingness"] as const;

/** Which visit of the day, by whom, at which client. */
export interface Call {
  readonly day: PlainDate;
  readonly place: number;
  readonly clientId: string;
  readonly by: "chen" | "wu";
}

/** A dealer is visited once a day at most. */
export const visitId = (day: PlainDate, clientId: string): string => `${day}-${clientId}`;

/** The first visit: what is seen, and what a willing owner tells. */
export function firstVisit(call: Call): Visit {
  const { clientId } = call;
  const isWilling = willingnessOf(clientId) >= WILLING;
  return record(call, {
    ...learn(clientId, SEEN, "seen"),
    ...learn(clientId, JUDGED, "chen"),
    ...(isWilling ? learn(clientId, ["sellThrough", "distributionMargin"], "owner") : {}),
    ...(isWilling ? { creditRecord: { value: ownersWord(clientId), source: "owner" } } : {}),
  });
}

/** A later visit: what was to be asked, the two tests of a target client again, and from a supplier how the dealer pays. */
export function laterVisit(call: Call, questions: readonly string[]): Visit {
  const { clientId } = call;
  const credit = { value: answerOf(clientId, "creditRecord"), source: "supplier", verified: true };
  return record(call, {
    ...learn(clientId, questions, "owner"),
    ...learn(clientId, JUDGED, "wu"),
    creditRecord: credit,
  });
}

/** The door was shut: a call instead, which teaches nothing. */
export function phoneCall({ day, place, clientId, by }: Call): Visit {
  return {
    v: 1,
    id: visitId(day, clientId),
    clientId,
    way: "phone",
    startedAt: start(day, place),
    minutes: 3,
    ours: [{ id: by, name: by }],
  };
}

function record({ day, place, clientId, by }: Call, learnt: Learnt): Visit {
  const willingness = willingnessOf(clientId);
  return {
    v: 1,
    id: visitId(day, clientId),
    clientId,
    way: "visit",
    startedAt: start(day, place),
    minutes: SHORTEST + MINUTES_BY_WILLINGNESS * willingness,
    ours: [{ id: by, name: by }],
    attitude: willingness >= WILLING ? "warm" : willingness <= UNWILLING ? "cold" : "neutral",
    learnt,
  };
}

function learn(id: string, facts: readonly string[], source: string): Learnt {
  return Object.fromEntries(facts.map((fact) => [fact, { value: answerOf(id, fact), source }]));
}

function start(day: PlainDate, place: number): string {
  const moment = momentAt(calendar, { day, time: BEGINNINGS[place] ?? "16:30" });
  if (moment === null) throw new RangeError(day);
  return moment;
}
