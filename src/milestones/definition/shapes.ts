import {
  answer,
  decimal,
  id,
  integer,
  list,
  oneOf,
  optional,
  record,
  refuse,
  type Shape,
  table,
  text,
} from "../../evaluation/definition/shape.js";
import { isBlank } from "../../ground/blank.js";
import type { ScorecardIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { DECISION_FACTS } from "../../people/map/decision-facts.js";
import { BUYING_PARTS } from "../../people/map/parts.js";
import { EARLY_EFFORTS, EFFORT_MEASURES, FIELD_KINDS, SEPARATIONS } from "./process.js";

const LONGEST_TEXT = 2_000;
const MOST_WORKING_DAYS = 2_500;
const MOST_APPROVERS = 20;
const MOST_HOLDERS = 1_000_000;
const MOST_CONTACTS = 1_000;
const MOST_SUPPORTERS = 100;

/** The host's own words, up to 2000 characters. */
const words: Shape = (value, path, issues) => {
  if (typeof value !== "string") return text(value, path, issues);
  if (!isBlank(value) && value.length <= LONGEST_TEXT) return value;
  const details = { received: String(value.length), least: 1, most: LONGEST_TEXT };
  return refuse(issues, { code: "out-of-range", path, details });
};

/** A text of up to 64 characters that shows something. */
const label: Shape = (value, path, issues) =>
  (typeof value === "string" && isBlank(value) ? words : text)(value, path, issues);

const share: Shape = (value, path, issues) => {
  const read = decimal(value, path, issues) as string | undefined;
  if (read === undefined || /^(0(\.\d+)?|1)$/.test(read)) return read;
  return refuse(issues, { code: "out-of-range", path, details: { received: read, least: 0, most: 1 } });
};

const version: Shape = (value, path, issues) => {
  if (value === 1) return value;
  return refuse(issues, { code: "unsupported-version", path, details: { received: print(value), supported: [1] } });
};

const flag = (): Shape => optional(answer, false);

const evidence: Shape = (value, path, issues) => (value === "decision-map" ? value : answer(value, path, issues));

/** A standard: one that asks for a fact needs a decision map's evidence unless told otherwise, and no other can. */
const standard: Shape = (value, path, issues) => {
  const asks = ((value as { readonly fact?: unknown } | null | undefined)?.fact ?? null) !== null;
  return record({
    text: optional(words),
    evidence: optional(asks ? evidence : answer, asks ? "decision-map" : false),
    fact: optional(oneOf(DECISION_FACTS)),
  })(value, path, issues);
};

const task: Shape = (value, path, issues) =>
  record({
    text: optional(words),
    role: optional(text),
    optional: flag(),
    workingDays: optional(integer(0, MOST_WORKING_DAYS)),
  })(value, path, issues);

/** A field: only a choice has options, and it has some. */
const field: Shape = (value, path, issues: ScorecardIssue[]) => {
  const isChoice = (value as { readonly kind?: unknown } | null | undefined)?.kind === "choice";
  return record({
    text: optional(words),
    kind: oneOf(FIELD_KINDS),
    ...(isChoice ? { options: list(id, 1) } : {}),
    optional: flag(),
  })(value, path, issues);
};

const form: Shape = (value, path, issues) =>
  record({
    text: optional(words),
    optional: flag(),
    reference: optional(answer),
    fields: optional(table(field, 0), {}),
  })(value, path, issues);

const approval: Shape = (value, path, issues) =>
  record({
    text: optional(words),
    role: text,
    count: optional(integer(1, MOST_APPROVERS), 1),
    form: optional(text),
    separation: optional(oneOf(SEPARATIONS), "requester"),
    byItself: optional(answer),
  })(value, path, issues);

const milestone: Shape = (value, path, issues) =>
  record({
    name: optional(words),
    definition: optional(words),
    standards: optional(table(standard, 0), {}),
    tasks: optional(table(task, 0), {}),
    forms: optional(table(form, 0), {}),
    approvals: optional(table(approval, 0), {}),
    next: optional(list(text, 0), []),
    back: optional(list(text, 0), []),
    end: flag(),
    wins: flag(),
    rules: optional(list(words, 0), []),
    likelihood: optional(share),
    workingDays: optional(integer(0, MOST_WORKING_DAYS)),
  })(value, path, issues);

const role: Shape = (value, path, issues) =>
  record({ text: optional(words), holders: optional(integer(1, MOST_HOLDERS)) })(value, path, issues);

/** A whole process in canonical form, before its parts are held against each other. */
export const process: Shape = (value, path, issues) =>
  record({
    v: optional(version, 1),
    id,
    version: label,
    start: optional(list(text, 1)),
    milestones: table(milestone, 1),
    roles: optional(table(role, 0), {}),
    causes: optional(list(id, 0), []),
    override: optional(record({ roles: optional(list(text, 0), []) }), { roles: [] }),
    migration: optional(record({ roles: list(text, 0) })),
    effort: optional(
      record({
        after: text,
        early: optional(oneOf(EARLY_EFFORTS), "refuse"),
        counts: optional(oneOf(EFFORT_MEASURES), "cost"),
      }),
    ),
    expectedContacts: optional(integer(1, MOST_CONTACTS)),
    people: optional(
      record({ parts: optional(list(oneOf(BUYING_PARTS), 0)), supporters: optional(integer(0, MOST_SUPPORTERS)) }),
    ),
  })(value, path, issues);
