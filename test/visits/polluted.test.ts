import {
  analyseFailures,
  checkAppointment,
  checkCooperation,
  checkSweepReadiness,
  clientsSeen,
  defineSurvey,
  extendSurvey,
  factsFromSurvey,
  followUps,
  identifyTarget,
  planSweepRoute,
  planVisit,
  planWeek,
  recommendFirstContact,
  reviewVisit,
  type SweepClient,
  surveyProgress,
  sweepCoverage,
  visitCadence,
  visitFeeds,
  withMeetings,
} from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { POLLUTION, whilePolluted } from "../support/polluted.js";
import { shanghai } from "./calendars.js";

const asOf = "2026-11-21";
const calendar = shanghai();
/** Records with as few fields as may be, in every place where one may stand. */
const bare: unknown = {
  v: 1,
  id: "v-1",
  clientId: "c",
  startedAt: "2026-11-16",
  way: "visit",
  ours: [{}],
  theirs: [{}, { id: "li" }],
  learnt: { bare: {}, reputation: { value: 4 }, philosophyFit: { value: 4 }, willingness: {} },
  failureCauses: [{}, { cause: "bound-to-rival" }],
  nextStep: {},
  followUp: {},
};
const visits = [bare] as never[];

const calls: Readonly<Record<string, () => unknown>> = {
  planVisit: () =>
    planVisit({
      id: "p",
      asOf,
      client: { id: "c", contacts: [{}, { id: "li" }], managedBy: ["a"] },
      people: [{}, { id: "a" }],
      evaluation: {},
      milestone: {},
      survey: { next: [{}], whole: {} },
      questions: [{}],
      library: { questions: [{}], materials: [{}] },
      visits,
      judgement: {},
      appointment: {},
      preparatoryMeeting: {},
    } as never),
  "planVisit, next to nothing": () => planVisit({ id: "p", asOf, client: { id: "c" } }),
  checkAppointment: () =>
    checkAppointment({ way: "phone", ours: [{}], theirs: [{}] } as never, {
      asOf,
      calendar,
      booked: [{}, { ours: [{}] }] as never,
    }),
  visitCadence: () => visitCadence([{ id: "a" }, { id: "b", level: "A" }], { asOf }),
  clientsSeen: () => clientsSeen([{ id: "c" }], visits, { asOf, complete: true }),
  planWeek: () =>
    planWeek(
      { due: [{ id: "c" }], clients: [{ id: "c", managedBy: ["p"] }], people: [{ id: "p", hours: 4 }] } as never,
      { week: "2026-11-23", calendar, travel: {} },
    ),
  followUps: () => followUps(visits, { asOf }),
  reviewVisit: () => reviewVisit({ v: 1, id: "p", clientId: "c", ours: [{}] } as never, bare as never, { asOf }),
  analyseFailures: () => analyseFailures(visits, { asOf, segments: [{}] as never }),
  visitFeeds: () => visitFeeds(visits, { clientId: "c", asOf }),
  withMeetings: () =>
    withMeetings(
      [{ id: "li" }, { id: "wu", relationDepth: {} }, {}] as never[],
      [{ id: "li", lastAt: asOf, source: "v" }, { id: "wu", lastAt: asOf, source: "v" }, {}] as never[],
    ),
  recommendFirstContact: () => recommendFirstContact({}),
  checkCooperation: () => checkCooperation({}, { asOf }),
  "checkCooperation, parts": () => checkCooperation({ payment: {}, form: {}, letterOfIntent: {} } as never, { asOf }),
  surveyProgress: () => surveyProgress(clientSurvey, visits, { asOf }),
  factsFromSurvey: () => factsFromSurvey(clientSurvey, visits, { asOf }),
  identifyTarget: () => identifyTarget(visits, { asOf, marks: {} }),
  "identifyTarget, no options": () => identifyTarget(visits, { asOf }),
  defineSurvey: () => defineSurvey({ id: "s", version: "1", questions: { q1: { facet: "channel", kind: "number" } } }),
  extendSurvey: () => extendSurvey(clientSurvey, { id: "s" }),
  checkSweepReadiness: () => checkSweepReadiness({ samples: {} } as never),
  planSweepRoute: () =>
    planSweepRoute([{ id: "a" } as SweepClient], { start: { latitude: "31", longitude: "120" }, perDay: 2 }),
  sweepCoverage: () => sweepCoverage([{ id: "c" }, { id: "d" }], [{ id: "v" }, bare] as never[]),
};

/** Every field that one of them reads of something. */
const FIELDS =
  "a,address,advice,aheadDays,also,amount,answer,answeredAt,answers,appointment,appointmentWays,area,askedAt,at,attitude,attitudes,b,base,booked,buys,by,calendar,cause,causes,class,client,clientIdeas,complete,confirmedAt,contact,contacts,core,cost,daysOff,decisions,developers,doneAt,dueOn,endedAt,endsAt,enough,evaluation,fact,facet,failureCauses,field,firstVisit,focus,focuses,followUp,form,formal,from,goals,grade,gradeCertain,hours,indicator,judgement,kind,kinds,largeVolume,lastContact,lastVisit,latitude,learn,learnt,leastRank,legs,level,library,longestGapDays,longitude,mainPoints,managedBy,manner,manners,map,marks,material,max,milestone,milestoneId,milestones,min,minutes,mostQuestions,multiLevelGrades,name,next,nextStep,notApplicable,notes,observedAt,open,opinion,opportunityId,options,otherwise,ours,outcome,outcomes,owner,participants,people,perYear,personId,place,plan,planId,position,preparatoryMeeting,productLine,progress,proposals,question,questions,rank,ranks,reachable,relationDepth,reportWithinDays,reportedAt,reportsTo,required,roles,rule,segment,segments,since,source,startedAt,startsAt,state,steps,survey,table,task,team,theirs,to,topics,travel,urgent,value,values,verified,visit,visitMinutes,visits,way,ways,what,when,with,withinDays,wording".split(
    ",",
  );

describe.each(Object.entries(calls))("%s", (_, call) => {
  test("a polluted prototype fills no field, on any level", () => {
    const clean = outcomeOf(call);
    for (const field of FIELDS) {
      for (const value of POLLUTION) {
        const polluted = whilePolluted({ [field]: value }, () => outcomeOf(call));
        expect(polluted, `${field}: ${JSON.stringify(value)}`).toBe(clean);
      }
    }
  });
});

/** What a call makes, or the error that it throws, as text. */
function outcomeOf(call: () => unknown): string {
  try {
    return JSON.stringify(call());
  } catch (error) {
    return `throws ${String(error)}`;
  }
}
