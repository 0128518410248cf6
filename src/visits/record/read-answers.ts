import { isSafeId } from "../../ground/id.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { refuse } from "../../ground/reader.js";
import { type Fields, fieldOf, flagOf, lineOf, recordOf, refuseField, timeOf } from "../fields.js";
import { isNotYet, type Question } from "../known-by.js";
import { fieldFor, type QuestionNames } from "../survey/names.js";

/** How to read answers. */
export interface AnswerRule extends Question {
  /** The form that they belong to: its names, and what suits each question; `null`: they are taken as they are. */
  readonly names: QuestionNames | null;
}

/** An answer: a value with its provenance, as `evaluate` takes it. */
export interface LearntAnswer {
  readonly field: string;
  /** `null`: asked for, still unknown, or not applicable. */
  readonly value: Json;
  readonly notApplicable: boolean;
  readonly observedAt: string | null;
  readonly source: string | null;
  readonly verified: boolean | null;
}

/** The answers in a field of a record; those that can't be read, don't suit the form, or were observed after `asOf` are issues and not given. */
export function readAnswers(fields: Fields, key: string, rule: AnswerRule): LearntAnswer[] {
  const answers = recordOf(fields, key);
  if (answers === null) return [];
  return Object.keys(answers.record).flatMap((name) => readAnswer(answers, name, rule) ?? []);
}

function readAnswer(answers: Fields, name: string, rule: AnswerRule): LearntAnswer | null {
  if (!isSafeId(name))
    return refuseField(answers, name, { code: "not-an-id", details: { received: name.slice(0, 64) } });
  const known = recordOf(answers, name);
  if (known === null) return null;
  const observedAt = timeOf(known, "observedAt");
  if (isNotYet(known.reader, observedAt, [...known.path, "observedAt"], rule)) return null;
  const value = valueOf(known, name, rule.names);
  const isOut = fieldOf(known, "notApplicable") === true;
  if (isOut && value !== null) return refuseField(answers, name, { code: "contradictory-fact", details: {} });
  if (value === undefined) return null;
  return {
    field: fieldFor(rule.names, name),
    value,
    notApplicable: isOut,
    observedAt,
    source: lineOf(known, "source"),
    verified: flagOf(known, "verified"),
  };
}

/** The value, canonical where a form asks for it; `undefined` and an issue where it doesn't suit its question. */
function valueOf(known: Fields, name: string, names: QuestionNames | null): Json | undefined {
  const value = fieldOf(known, "value") ?? null;
  const named = names?.get(name);
  if (named === undefined || value === null) return value;
  const found: PortfolioIssue[] = [];
  const read = named.reader(value, [...known.path, "value"], found);
  for (const issue of found) refuse(known.reader, issue);
  return read as Json | undefined;
}

/** Whether an answer says something. */
export function isAnswered({ value, notApplicable }: Pick<LearntAnswer, "value" | "notApplicable">): boolean {
  return value !== null || notApplicable;
}
