import type { Quantity } from "../../ground/numeral.js";
import { demand, readDecimal } from "../../ground/reader.js";
import { visitMinutes } from "../../ground/visit-length.js";
import {
  ATTITUDES,
  type Attitude,
  CONTACT_WAYS,
  DEVELOPMENT_STEPS,
  FAILURE_CAUSES,
  VISIT_FOCUSES,
  VISIT_MANNERS,
  VISIT_OUTCOMES,
  VISIT_TOPICS,
  type VisitFocus,
  type VisitOutcome,
} from "../../ground/vocabulary.js";
import {
  codeOf,
  demandId,
  distinctById,
  type Fields,
  fieldOf,
  idOf,
  integerOf,
  lineOf,
  openCodeOf,
  openCodesOf,
  proseOf,
  recordOf,
  recordsOf,
  refuseField,
  timeOf,
} from "../fields.js";
import { isAfterOn, isNotYet, type Question } from "../known-by.js";
import { type AnswerRule, type LearntAnswer, readAnswers } from "./read-answers.js";

const MOST_MINUTES = 1_000_000;

/** A visit that was read: what is absent or faulty is `null`. */
export interface ReadVisit extends ReadDetails, ReadResult {
  readonly id: string;
  readonly clientId: string;
  readonly startedAt: string;
  readonly way: string;
}

interface ReadDetails {
  readonly planId: string | null;
  readonly milestoneId: string | null;
  readonly endedAt: string | null;
  readonly minutes: number | null;
  readonly place: string | null;
  readonly manner: string | null;
  readonly focus: VisitFocus | null;
  readonly ours: readonly ReadParticipant[] | null;
  readonly theirs: readonly ReadParticipant[] | null;
  readonly productLine: string | null;
  readonly topics: readonly string[] | null;
  readonly cost: Quantity | null;
}

interface ReadResult {
  readonly mainPoints: string | null;
  readonly clientIdeas: string | null;
  readonly advice: string | null;
  readonly attitude: Attitude | null;
  readonly progress: string | null;
  readonly outcome: VisitOutcome | null;
  readonly failureCauses: readonly { readonly cause: string; readonly notes: string | null }[] | null;
  readonly learnt: readonly LearntAnswer[];
  readonly nextStep: { readonly what: string; readonly dueOn: string | null; readonly owner: string | null } | null;
  readonly followUp: { readonly doneAt: string; readonly way: string | null; readonly opinion: string | null } | null;
  readonly reportedAt: string | null;
  readonly filedAt: string | null;
}

/** Somebody who took part. */
export interface ReadParticipant {
  readonly id: string | null;
  readonly name: string | null;
  readonly rank: string | null;
  readonly task: string | null;
}

/** A host's visits that could be read, each id once. */
export function readVisits(records: readonly Fields[], rule: AnswerRule): ReadVisit[] {
  return distinctById(records, (fields) => readVisit(fields, rule));
}

/** A record of a visit; `null` where its id, client, day or way is missing or faulty, or it lies after `asOf`. */
export function readVisit(fields: Fields, rule: AnswerRule): ReadVisit | null {
  const { reader, path } = fields;
  const [id, clientId] = [demandId(fields, "id"), demandId(fields, "clientId")];
  const startedAt = demand(reader, timeOf(fields, "startedAt"), [...path, "startedAt"]);
  const way = demand(reader, openCodeOf(fields, "way", CONTACT_WAYS), [...path, "way"]);
  if (id === null || clientId === null || startedAt === null || way === null) return null;
  if (isNotYet(reader, startedAt, [...path, "startedAt"], rule)) return null;
  return {
    id,
    clientId,
    startedAt,
    way,
    ...readDetails(fields, startedAt, rule),
    ...readResult(fields, startedAt, rule),
  };
}

function readDetails(fields: Fields, startedAt: string, question: Question): ReadDetails {
  const endedAt = doneBy(fields, "endedAt", startedAt, question);
  return {
    planId: idOf(fields, "planId"),
    milestoneId: idOf(fields, "milestoneId"),
    endedAt,
    minutes: visitMinutes(startedAt, endedAt, integerOf(fields, "minutes", { least: 0, most: MOST_MINUTES })),
    place: lineOf(fields, "place"),
    manner: openCodeOf(fields, "manner", VISIT_MANNERS),
    focus: codeOf(fields, "focus", VISIT_FOCUSES),
    ours: recordsOf(fields, "ours")?.map(readParticipant) ?? null,
    theirs: recordsOf(fields, "theirs")?.map(readParticipant) ?? null,
    productLine: lineOf(fields, "productLine"),
    topics: openCodesOf(fields, "topics", VISIT_TOPICS),
    cost: costOf(fields),
  };
}

/** As it was told, where it is a decimal of 0 or more. */
function costOf(fields: Fields): Quantity | null {
  const cost = fieldOf(fields, "cost") ?? null;
  const read = readDecimal(fields.reader, cost, [...fields.path, "cost"], { least: 0 });
  return read === null ? null : (cost as Quantity);
}

function readResult(fields: Fields, startedAt: string, rule: AnswerRule): ReadResult {
  return {
    mainPoints: proseOf(fields, "mainPoints"),
    clientIdeas: proseOf(fields, "clientIdeas"),
    advice: proseOf(fields, "advice"),
    attitude: codeOf(fields, "attitude", ATTITUDES),
    progress: openCodeOf(fields, "progress", DEVELOPMENT_STEPS),
    outcome: codeOf(fields, "outcome", VISIT_OUTCOMES),
    failureCauses: readCauses(fields),
    learnt: readAnswers(fields, "learnt", rule),
    nextStep: readNextStep(fields),
    followUp: readFollowUp(fields, startedAt, rule),
    reportedAt: doneBy(fields, "reportedAt", startedAt, rule),
    filedAt: doneBy(fields, "filedAt", startedAt, rule),
  };
}

/** A time that can't lie before the visit; one that does is an issue and unknown. */
function notBefore(fields: Fields, key: string, startedAt: string, { calendar }: Question): string | null {
  const time = timeOf(fields, key);
  if (time === null || !isAfterOn(calendar, startedAt, time)) return time;
  return refuseField(fields, key, { code: "out-of-order", details: { earlier: startedAt, later: time } });
}

/** When something was over or done about the visit; what came after `asOf` isn't known yet. */
function doneBy(fields: Fields, key: string, startedAt: string, question: Question): string | null {
  const time = notBefore(fields, key, startedAt, question);
  return isNotYet(fields.reader, time, [...fields.path, key], question) ? null : time;
}

/** Somebody who takes part in a visit. */
export function readParticipant(fields: Fields): ReadParticipant {
  return {
    id: idOf(fields, "id"),
    name: lineOf(fields, "name"),
    rank: lineOf(fields, "rank"),
    task: lineOf(fields, "task"),
  };
}

function readCauses(fields: Fields): { cause: string; notes: string | null }[] | null {
  const causes = recordsOf(fields, "failureCauses");
  if (causes === null) return null;
  const seen = new Set<string>();
  return causes.flatMap((one) => {
    const cause = openCodeOf(one, "cause", FAILURE_CAUSES);
    if (cause === null || seen.size === seen.add(cause).size) return [];
    return [{ cause, notes: proseOf(one, "notes") }];
  });
}

function readNextStep(fields: Fields): { what: string; dueOn: string | null; owner: string | null } | null {
  const step = recordOf(fields, "nextStep");
  const what = step && proseOf(step, "what");
  return step === null || what === null ? null : { what, dueOn: timeOf(step, "dueOn"), owner: idOf(step, "owner") };
}

function readFollowUp(
  fields: Fields,
  startedAt: string,
  question: Question,
): { doneAt: string; way: string | null; opinion: string | null } | null {
  const followUp = recordOf(fields, "followUp");
  if (followUp === null) return null;
  const doneAt = demand(fields.reader, notBefore(followUp, "doneAt", startedAt, question), [
    ...followUp.path,
    "doneAt",
  ]);
  if (doneAt === null) return null;
  return { doneAt, way: openCodeOf(followUp, "way", CONTACT_WAYS), opinion: proseOf(followUp, "opinion") };
}
