import { id, optional, record, refuse, type Shape, table, text } from "../../evaluation/definition/shape.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, Path, ScorecardIssue } from "../../ground/issue.js";
import { freezeJson, readJson } from "../../ground/json.js";
import { exactQuantity } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import { compare } from "../../ground/rational.js";
import { noFields } from "../../ground/reader.js";
import type { SurveyForm, SurveyQuestion } from "./form.js";
import { question } from "./question-shape.js";

const sound = /* @__PURE__ */ new WeakSet();

const version: Shape = (value, path, issues) => {
  if (value === 1) return value;
  return refuse(issues, { code: "unsupported-version", path, details: { received: print(value), supported: [1] } });
};

/** The form itself if this package made it; otherwise its canonical form, frozen, or an error with all that is wrong. */
export function soundForm(given: unknown): SurveyForm {
  if (typeof given === "object" && given !== null && sound.has(given)) return given as SurveyForm;
  const { json, issues: unreadable } = readJson(given);
  throwIssues(unreadable);
  const issues: ScorecardIssue[] = [];
  const shape = record({ v: optional(version, 1), id, version: text, questions: table(question, 1) });
  const form = shape(json, [], issues) as SurveyForm;
  throwIssues(issues);
  throwIssues(faultsTogether(form.questions));
  sound.add(freezeJson(form));
  return form;
}

/** The questions of a form with what each says itself, and nothing from a polluted prototype. */
export function ownQuestions({ questions }: Pick<SurveyForm, "questions">): [string, SurveyQuestion][] {
  return Object.entries(questions).map(([id, one]) => [
    id,
    Object.assign(noFields(), one) as unknown as SurveyQuestion,
  ]);
}

/** What is wrong though every part is sound. */
function faultsTogether(questions: Readonly<Record<string, SurveyQuestion>>): ArgumentIssue[] {
  const facts = new Set<string>();
  return ownQuestions({ questions }).flatMap(([key, one]) => {
    const path = ["questions", key];
    return [...rangeFaults(one, path), ...optionFaults(one, path), ...factFaults(one, key, questions, facts)];
  });
}

/** A rating needs two ends; a number may have only one value. */
function rangeFaults(one: SurveyQuestion, path: Path): ArgumentIssue[] {
  if ((one.kind !== "rating" && one.kind !== "number") || one.min === undefined || one.max === undefined) return [];
  const order = compare(exactQuantity(one.min), exactQuantity(one.max));
  if (order < 0 || (order === 0 && one.kind === "number")) return [];
  return [{ code: "empty-range", path, details: { min: one.min, max: one.max } }];
}

function optionFaults(one: SurveyQuestion, path: Path): ArgumentIssue[] {
  if (one.kind !== "choice" && one.kind !== "ranking") return [];
  return one.options.flatMap((option, index, all): ArgumentIssue[] =>
    all.indexOf(option) < index
      ? [{ code: "duplicate-id", path: [...path, "options", index], details: { id: option } }]
      : [],
  );
}

/** Two questions for one fact, or a fact with another question's name, and nobody knows which answer is meant. */
function factFaults(
  { fact }: SurveyQuestion,
  key: string,
  questions: Readonly<Record<string, SurveyQuestion>>,
  facts: Set<string>,
): ArgumentIssue[] {
  if (fact === undefined) return [];
  const isTaken = facts.has(fact) || (fact !== key && Object.hasOwn(questions, fact));
  facts.add(fact);
  return isTaken ? [{ code: "duplicate-id", path: ["questions", key, "fact"], details: { id: fact } }] : [];
}
