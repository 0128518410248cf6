import { readFileSync } from "node:fs";
import { isKeyAccountError } from "keyaccount";
import {
  ArchiveSchema,
  ClientSchema,
  ContactSchema,
  EvaluationSchema,
  LeadSchema,
  MilestoneSchema,
  type ModelIssue,
  parseArchive,
  parseClient,
  parseContact,
  parseEvaluation,
  parseLead,
  parseMilestone,
  parseRival,
  parseSurveyAnswers,
  parseTradeRecord,
  parseVisit,
  parseVisitPlan,
  type Result,
  RivalSchema,
  SurveyAnswersSchema,
  TradeRecordSchema,
  VisitPlanSchema,
  VisitSchema,
} from "keyaccount/models";
import type * as z from "zod/v4";

export type Noun =
  | "client"
  | "contact"
  | "archive"
  | "trade-record"
  | "lead"
  | "rival"
  | "visit"
  | "visit-plan"
  | "survey-answers"
  | "milestone"
  | "evaluation";

/** Every noun that can be stored alone: its stored example of version 1, its schema, its parser. */
export const NOUNS: Readonly<Record<Noun, readonly [z.ZodType, (input: unknown) => Result<object, ModelIssue>]>> = {
  client: [ClientSchema, parseClient],
  contact: [ContactSchema, parseContact],
  archive: [ArchiveSchema, parseArchive],
  "trade-record": [TradeRecordSchema, parseTradeRecord],
  lead: [LeadSchema, parseLead],
  rival: [RivalSchema, parseRival],
  visit: [VisitSchema, parseVisit],
  "visit-plan": [VisitPlanSchema, parseVisitPlan],
  "survey-answers": [SurveyAnswersSchema, parseSurveyAnswers],
  milestone: [MilestoneSchema, parseMilestone],
  evaluation: [EvaluationSchema, parseEvaluation],
};

export const NOUN_NAMES = Object.keys(NOUNS) as Noun[];

export type Fixture = Record<string, unknown>;

/** A fresh copy of a stored record. */
export function stored(noun: Noun | "scorecard"): Fixture {
  return JSON.parse(readFileSync(new URL(`./fixtures/${noun}.v1.json`, import.meta.url), "utf8")) as Fixture;
}

/** The issues of our own error that a call throws; any other error goes through. */
export function thrownBy(call: () => unknown): readonly unknown[] {
  try {
    call();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues;
    throw error;
  }
  throw new Error("expected an error");
}

/** Issues in short: `code at path`. */
export function faults(result: Result<unknown, ModelIssue>): string[] {
  return result.ok
    ? []
    : result.issues.map(({ code, path }) => (path.length > 0 ? `${code} at ${path.join(".")}` : code));
}

/** The issues of a result that must have some. */
export function issuesOf<E>(result: Result<unknown, E>): readonly E[] {
  if (result.ok) throw new Error("expected issues");
  return result.issues;
}

/** The value of a result that must have one. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}
