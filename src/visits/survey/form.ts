import type { KnownFact, NotApplicable } from "../../evaluation/facts.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { HostCode } from "../../ground/vocabulary.js";
import type { Known } from "../../models/record/known.js";

/** The four facets of a survey (A4.2). */
export const SURVEY_FACETS = ["environment", "channel", "rivals", "consumers"] as const;
/** A facet of a survey (A4.2): the environment, the channel and its dealers, rivals, consumers. */
export type SurveyFacet = (typeof SURVEY_FACETS)[number];

/** The kinds of question. */
export const QUESTION_KINDS = ["number", "rating", "choice", "flag", "text", "list", "ranking", "amounts"] as const;
/**
 * A kind of question, by what answers it.
 * - `number`: a decimal · `rating`: a decimal from `min` to `max` · `choice`: one option's code · `flag`: yes or no · `text`: free text
 * - `list`: short texts · `ranking`: options' codes in order, the weightiest first · `amounts`: names, each with its amount where that is known
 */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** In what a number is given. */
export const SURVEY_UNITS = [
  "currency-a-year",
  "currency",
  "share",
  "square-metres",
  "people",
  "years",
  "times-a-year",
  "clients",
  "outlets",
] as const;
/** In what a number is given; `currency` is the client's, `share` runs from 0 to 1. Hosts add units of their own: `x-litres`. */
export type SurveyUnit = (typeof SURVEY_UNITS)[number] | HostCode;

/** A name and its amount: a brand with its sales, a product with its price. */
export interface NamedAmount<Q = DecimalString> {
  readonly name: string;
  readonly amount?: Q | undefined;
}

/** Any answer's value. In results decimals are canonical texts. */
export type SurveyValue = Quantity | boolean | readonly string[] | readonly NamedAmount[];

/** What every question has. */
export interface QuestionCommon {
  readonly facet: SurveyFacet;
  /** Whether a form without it is incomplete; `true` unless told. */
  readonly required?: boolean | undefined;
  /** The fact that the answer becomes: a scorecard's indicator or an archive's field. Absent: none. */
  readonly fact?: string | undefined;
  /** Days for which an answer holds; absent: for ever. */
  readonly maxAgeDays?: number | undefined;
  /** Whether what it asks for may change from visit to visit, as willingness does: then a later answer that differs is a change, not a contradiction. `false` unless told. */
  readonly mayChange?: boolean | undefined;
}

/** What each kind of question has of its own. */
export interface QuestionParts<Q> {
  readonly number: {
    readonly unit?: SurveyUnit | undefined;
    readonly min?: Q | undefined;
    readonly max?: Q | undefined;
  };
  readonly rating: { readonly min: Q; readonly max: Q };
  readonly choice: { readonly options: readonly string[] };
  readonly flag: unknown;
  readonly text: unknown;
  readonly list: unknown;
  readonly ranking: { readonly options: readonly string[] };
  readonly amounts: { readonly unit?: SurveyUnit | undefined };
}

/** Any question of some kinds, in the kind of decimals that it is written in: `Quantity` in definitions, `DecimalString` in forms. */
export type QuestionOf<Q, K extends QuestionKind = QuestionKind> = {
  readonly [X in K]: QuestionCommon & { readonly kind: X } & QuestionParts<Q>[X];
}[K];

/** A question as a host writes it. */
export type QuestionDefinition = QuestionOf<Quantity>;
/** A question in canonical form. */
export type SurveyQuestion<K extends QuestionKind = QuestionKind> = QuestionOf<DecimalString, K> & {
  readonly required: boolean;
};

/** What is known of a question at compile time: the type of its answer, and the fact that the answer becomes. */
export interface AnswerType<V = SurveyValue, F extends string | null = string | null> {
  readonly value: V;
  readonly fact: F;
}

/** Question ids with what is known of each: the `A` in `SurveyForm<A>`. */
export type AnswerTypes = Readonly<Record<string, AnswerType>>;

/** The type of a question's answer. */
export type AnswerValueOf<D> = D extends { readonly kind: "flag" }
  ? boolean
  : D extends { readonly kind: "choice"; readonly options: readonly (infer O)[] }
    ? O
    : D extends { readonly kind: "ranking"; readonly options: readonly (infer O)[] }
      ? readonly O[]
      : D extends { readonly kind: "list" }
        ? readonly string[]
        : D extends { readonly kind: "amounts" }
          ? readonly NamedAmount<Quantity>[]
          : D extends { readonly kind: "text" }
            ? string
            : Quantity;

/** What a definition tells of its question. */
export type AnswerTypeOf<D> = AnswerType<
  AnswerValueOf<D>,
  D extends { readonly fact: infer F extends string } ? F : null
>;

/**
 * A survey form 客户调查表 (A4.2, A4.3) as plain frozen JSON in one canonical form. Only `defineSurvey` and `extendSurvey` make one.
 * `A` maps question ids to the types of their answers and to their facts. Questions are asked in the order in which they stand.
 */
export interface SurveyForm<A = AnswerTypes> {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  /** The host's version of its own form. */
  readonly version: string;
  readonly questions: { readonly [K in keyof A]: QuestionFor<A[K]> };
}

/** The questions whose answers are of a type. */
export type QuestionFor<T> =
  T extends AnswerType<infer V, infer F>
    ? SurveyQuestion<QuestionKindFor<V>> &
        ([F] extends [string] ? { readonly fact: F } : unknown) &
        QuestionOptionsFor<V>
    : SurveyQuestion;

/** The options of a question whose answers are of a type, so that a form made of another one's questions has the same answers. */
export type QuestionOptionsFor<V> =
  QuestionKindFor<V> extends "choice"
    ? { readonly options: readonly V[] }
    : QuestionKindFor<V> extends "ranking"
      ? { readonly options: V }
      : unknown;

/** The kinds of question whose answers are of a type. */
export type QuestionKindFor<V> = [V] extends [boolean]
  ? "flag"
  : [V] extends [readonly (infer E)[]]
    ? [E] extends [string]
      ? string extends E
        ? "list"
        : "ranking"
      : "amounts"
    : Quantity extends V
      ? boolean extends V
        ? QuestionKind
        : "number" | "rating"
      : string extends V
        ? "text"
        : "choice";

/** The facts that a form's answers become, each with its provenance; ready for `evaluate`. */
export type SurveyFacts<A = AnswerTypes> = {
  readonly [K in keyof A as FactNameOf<A[K]>]?: SurveyFact<A[K]>;
};

/** The name of the fact that an answer becomes; none: `never`. */
export type FactNameOf<T> = T extends AnswerType<unknown, infer F> ? F & string : never;
/** A fact that an answer becomes. */
export type SurveyFact<T> =
  T extends AnswerType<infer V> ? (KnownFact<V> & { readonly value: V }) | NotApplicable : never;

/**
 * The answers to a form by the ids of its questions, for a host that writes them in its code: a wrong id or a value of another kind doesn't compile. Stored records are data and read by
 * `surveyProgress`, which lists what doesn't suit.
 */
export type SurveyAnswersOf<F> =
  F extends SurveyForm<infer A> ? { readonly [K in keyof A]?: SurveyAnswerOf<A[K]> } : never;
/** An answer to a question with its provenance; `null`: asked, and not learnt. */
export type SurveyAnswerOf<T> = T extends AnswerType<infer V> ? Known<V> : never;
