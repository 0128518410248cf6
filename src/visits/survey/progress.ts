import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Quantity } from "../../ground/numeral.js";
import type { Known } from "../../models/record/known.js";
import type { NamedAmount, SurveyFacet, SurveyFacts, SurveyValue } from "./form.js";

/** One visit's answers: any stored `SurveyAnswers`, or any `Visit` by what it `learnt`. */
export type SurveyRecord = AnswersRecord | LearntRecord;

/** What is taken of a stored `SurveyAnswers`. */
export interface AnswersRecord {
  readonly id: string;
  readonly clientId?: string | undefined;
  /** The form that was filled in; absent: this one. */
  readonly formId?: string | undefined;
  /** The visit at which it was filled in. */
  readonly visitId?: string | undefined;
  readonly answeredAt: PlainDate | Instant;
  /** By the id of the question or the name of its fact. */
  readonly answers: AnswersById;
  readonly discussedAt?: PlainDate | Instant | undefined;
  readonly filedAt?: PlainDate | Instant | undefined;
}

/** What is taken of a stored `Visit`. */
export interface LearntRecord {
  readonly id: string;
  readonly clientId?: string | undefined;
  readonly startedAt: PlainDate | Instant;
  /** By the id of the question or the name of its fact; what the form doesn't ask is left aside. */
  readonly learnt?: AnswersById | undefined;
  readonly filedAt?: PlainDate | Instant | undefined;
}

/** Answers by the id of the question or the name of its fact. */
export type AnswersById = Readonly<Record<string, Known<SurveyValue | readonly NamedAmount<Quantity>[]> | undefined>>;

/** How to look at a survey. */
export interface SurveyOptions {
  /** The day or moment of the question: what was learnt later isn't known yet. */
  readonly asOf: PlainDate | Instant;
  /** Looks at the records of this client only; one that doesn't say whose it is can't be told and is an issue. Without it all records must be of one client. */
  readonly clientId?: string | undefined;
  /** Ids of other forms whose `SurveyAnswers` count too: the one that this form extends, an earlier one. Absent: of no other. */
  readonly forms?: readonly string[] | undefined;
}

/** What became of a question. */
export const ANSWER_STATES = ["answered", "not-applicable", "stale", "open"] as const;
/** What became of a question: answered; doesn't arise for this client; answered, but longer ago than the answer holds; not answered. */
export type AnswerState = (typeof ANSWER_STATES)[number];

/** An answer with where it comes from. */
export interface GivenAnswer {
  /** `null` where the question doesn't arise. Decimals are canonical texts. */
  readonly value: SurveyValue | null;
  readonly notApplicable: boolean;
  /** When it was true: the answer's own day, else the record's. */
  readonly observedAt: PlainDate | Instant;
  /** What the answer says, else the record's id. */
  readonly source: string;
  readonly verified: boolean;
  /** The visit or form that has it. */
  readonly recordId: string;
}

/** Where a question stands. */
export interface SurveyAnswer {
  readonly state: AnswerState;
  /** The answer that holds, by the rule of {@link CONTRADICTION_RULES}; `null` where there is none. */
  readonly answer: GivenAnswer | null;
  /** Whole days since it was true. */
  readonly ageDays: number | null;
  /** Records that asked and didn't learn it. */
  readonly asked: number;
}

/** Why one of two contradicting answers holds. */
export const CONTRADICTION_RULES = ["fresh", "changed", "verified-later", "verified", "later", "tie"] as const;
/**
 * Why one of two contradicting answers holds, in this order:
 * - `fresh`: the other is too old to count.
 * - `changed`: it is later, and what the question asks for may change (`mayChange`).
 * - `verified-later`: it is verified, and not older than any other.
 * - `verified`: it is verified and the others aren't; but one of them is later.
 * - `later`: as verified as the other, and later.
 * - `tie`: as verified and from the same time: the lesser record id, in code units, for want of a reason.
 */
export type ContradictionRule = (typeof CONTRADICTION_RULES)[number];

/** Answers to one question that don't agree: nothing is overwritten silently. `Q` are the ids of the form's questions. */
export interface SurveyContradiction<Q extends string = string> {
  readonly question: Q;
  readonly facet: SurveyFacet;
  /** Every answer to it, the one that holds first, then by the same rule. */
  readonly answers: readonly GivenAnswer[];
  /** Why the first holds against the strongest one that differs from it. */
  readonly rule: ContradictionRule;
  /** Whether that settles it (`fresh`, `changed`, `verified-later`); if not, it is to be asked again. */
  readonly settled: boolean;
}

/** Why to ask a question at the next visit. */
export const SURVEY_ASK_REASONS = ["contradicted", "unanswered", "outdated", "optional"] as const;
/** Why to ask a question: answers contradict each other; no answer; its answer is stale; no answer, though the form is complete without. */
export type SurveyAskReason = (typeof SURVEY_ASK_REASONS)[number];

/** A question for the next visit (A4.4). `Q` are the ids of the form's questions: `formatQuestion` says it. */
export interface SurveyAsk<Q extends string = string> {
  readonly question: Q;
  readonly facet: SurveyFacet;
  readonly reason: SurveyAskReason;
  /** The fact that its answer becomes, or `null`. */
  readonly fact: string | null;
  /** Records that asked and didn't learn it. */
  readonly asked: number;
}

/** How complete a part of a form is, by its required questions. `Q` are the ids of the form's questions. */
export interface SurveyCompleteness<Q extends string = string> {
  /** Required questions. */
  readonly required: number;
  /** Those with an answer that isn't stale. */
  readonly answered: number;
  readonly notApplicable: number;
  readonly stale: number;
  /** Answered ÷ (required less not applicable), four decimals; `null` where nothing applies. */
  readonly completeness: number | null;
  /** Questions without an answer, or with a stale one; required or not, so there may be more than `required` less `answered`. In the form's order. */
  readonly open: readonly Q[];
}

/** Where a survey stands after some visits (A4.4). `A` are the answers of its form. */
export interface SurveyProgress<A = Readonly<Record<string, unknown>>> {
  /** The version of this shape. */
  readonly v: 1;
  readonly form: { readonly id: string; readonly version: string };
  readonly asOf: PlainDate | Instant;
  /** Records that were read. */
  readonly records: number;
  readonly whole: SurveyCompleteness<keyof A & string>;
  readonly facets: { readonly [F in SurveyFacet]: SurveyCompleteness<keyof A & string> };
  readonly answers: { readonly [K in keyof A]: SurveyAnswer };
  /** In the form's order. */
  readonly contradictions: readonly SurveyContradiction<keyof A & string>[];
  /** What to ask next: open contradictions, then what is unanswered, stale, optional; each in the form's order. */
  readonly next: readonly SurveyAsk<keyof A & string>[];
  /** Answered questions that nobody is known to have checked, in the form's order. */
  readonly unverified: readonly (keyof A & string)[];
  /** Names in the records that the form doesn't ask for, sorted. */
  readonly beyond: readonly string[];
  /** Ids of records that aren't filed, and of forms that weren't discussed the same evening or later (A4.5), as far as is known by `asOf`; sorted. */
  readonly unfiled: readonly string[];
  readonly undiscussed: readonly string[];
  /** Records and answers that couldn't be read: they count as not given. */
  readonly issues: readonly PortfolioIssue[];
}

/** The facts that a survey's answers are. `A` are the answers of its form. */
export interface SurveyFactsResult<A> {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  /** The answers that hold, by the name of the fact, in the form's order. An open question has none. */
  readonly facts: SurveyFacts<A>;
  /** Facts whose answers contradict each other and aren't settled, in the form's order. */
  readonly contradicted: readonly string[];
  /** Facts that aren't known, in the form's order. */
  readonly missing: readonly string[];
  /** Records and answers that couldn't be read: they count as not given. */
  readonly issues: readonly PortfolioIssue[];
}
