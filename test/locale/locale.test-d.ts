import { evaluate } from "keyaccount";
import { type DealerFacts, dealerScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { expectTypeOf, test } from "vitest";
import type {
  ArgumentIssueDetails,
  FactIssueDetails,
  JsonIssueDetails,
  ScorecardIssueDetails,
} from "../../src/ground/issue.js";
import { extendLocale, type LocaleWords } from "../../src/locale/extend-locale.js";
import { formatEvaluation } from "../../src/locale/format-evaluation.js";
import { formatIssue } from "../../src/locale/format-issue.js";
import type { HandbookIndicator, HandbookOptions, Locale } from "../../src/locale/locale.js";
import type { ModelIssueDetails } from "../../src/models/issue.js";

type Presence<T> = { [K in keyof T]-?: object extends Pick<T, K> ? "optional" : "required" };
type IsSame<A, B> = [A, B, Presence<A>, Presence<B>] extends [B, A, Presence<B>, Presence<A>] ? true : false;
/** The codes that two tables of issues have in common with different details. */
type Differing<A, B> = { [C in keyof A & keyof B]: IsSame<A[C], B[C]> extends true ? never : C }[keyof A & keyof B];
type AnyDiffering<A, Tables extends unknown[]> = { [T in keyof Tables]: Differing<A, Tables[T]> }[number];

test("the tables' keys are the codes themselves", () => {
  expectTypeOf<keyof DealerFacts>().toExtend<HandbookIndicator>();
  expectTypeOf<keyof Locale["options"]["creditRecord"]>().toEqualTypeOf<
    "prompt" | "minor-delays" | "repeated-delays" | "defaulted"
  >();
  expectTypeOf<"reputation">().not.toExtend<keyof HandbookOptions>();
  expectTypeOf<"ownEngineers">().not.toExtend<keyof HandbookOptions>();
});

test("a locale that lacks a word doesn't compile", () => {
  const { reputation: _, ...indicators } = en.indicators;
  // @ts-expect-error the indicator reputation has no word
  const withoutIndicator: Locale = { ...en, indicators };
  const { "not-a-decimal": __, ...issues } = en.issues;
  // @ts-expect-error the issue not-a-decimal has no sentence
  const withoutIssue: Locale = { ...en, issues };
  const { prompt: ___, ...creditRecord } = en.options.creditRecord;
  // @ts-expect-error the option prompt of creditRecord has no word
  const withoutOption: Locale = { ...en, options: { ...en.options, creditRecord } };
  const { "no-go": ____, ...grades } = en.grades;
  // @ts-expect-error the grade no-go has no word
  const withoutGrade: Locale = { ...en, grades };
  const { integer: _____, ...types } = en.types;
  // @ts-expect-error the expected type integer has no word
  const withoutType: Locale = { ...en, types };
  const { champion: ______, ...supports } = en.vocabulary.supports;
  // @ts-expect-error the code champion of SUPPORTS has no word
  const withoutCode: Locale = { ...en, vocabulary: { ...en.vocabulary, supports } };
  const { leadSources: _______, ...vocabulary } = en.vocabulary;
  // @ts-expect-error the list LEAD_SOURCES has no words
  const withoutList: Locale = { ...en, vocabulary };
  const all = [withoutIndicator, withoutIssue, withoutOption, withoutGrade, withoutType, withoutCode, withoutList];
  expectTypeOf(all).toEqualTypeOf<Locale[]>();
});

/** Every table and word of a language that may be missing, and every table that is open to any id, by its path. */
type MayLack<T, Path extends string = ""> = {
  [K in keyof T & string]-?: true extends (string extends K ? true : object extends Pick<T, K> ? true : false)
    ? `${Path}${K}`
    : T[K] extends string
      ? never
      : MayLack<T[K], `${Path}${K}.`>;
}[keyof T & string];

test("a language has every table and every word, at any depth; only forms for numbers and a host's own ids may be missing", () => {
  expectTypeOf<MayLack<{ a: { b: string; c?: string }; d?: string; e: string }>>().toEqualTypeOf<"a.c" | "d">();
  expectTypeOf<MayLack<{ a: Record<string, string> }>>().toEqualTypeOf<`a.${string}`>();
  expectTypeOf<MayLack<Locale>>().toEqualTypeOf<"own" | `plurals.${"zero" | "one" | "two" | "few" | "many"}`>();
});

test("the same code has the same details in definitions, facts, arguments and records", () => {
  expectTypeOf<Differing<{ a: { x: 1 }; b: { x: 1 } }, { a: { x: 1; y?: 1 }; b: { x: 1 } }>>().toEqualTypeOf<"a">();
  type Tables = [ScorecardIssueDetails, FactIssueDetails, ArgumentIssueDetails, ModelIssueDetails, JsonIssueDetails];
  expectTypeOf<AnyDiffering<Tables[0], Tables>>().toBeNever();
  expectTypeOf<AnyDiffering<Tables[1], Tables>>().toBeNever();
  expectTypeOf<AnyDiffering<Tables[2], Tables>>().toBeNever();
  expectTypeOf<AnyDiffering<Tables[3], Tables>>().toBeNever();
});

test("a word for a code that doesn't exist, and a word that is no text, don't compile", () => {
  // @ts-expect-error there is no indicator reputaton
  const misspelt: Locale["indicators"] = { ...en.indicators, reputaton: "Reputation" };
  // @ts-expect-error a template is a text, not a function
  const computed: Locale["answers"] = { ...en.answers, yes: () => "yes" };
  expectTypeOf(misspelt).toExtend<object>();
  expectTypeOf(computed).toExtend<object>();
});

test("a locale is read-only", () => {
  // @ts-expect-error words aren't changed in place; extendLocale makes a new locale
  en.grades.A = "Core dealer";
});

test("hosts add words by any id and get a locale", () => {
  expectTypeOf(
    extendLocale(en, { indicators: { lateness: "Late" }, options: { region: { north: "North" } } }),
  ).toEqualTypeOf<Locale>();
  extendLocale(en, { vocabulary: { contactWays: { "x-trade-fair": "trade fair", fax: "telefax" } } });
  // @ts-expect-error there is no list called contactWay
  extendLocale(en, { vocabulary: { contactWay: { "x-trade-fair": "trade fair" } } });
  expectTypeOf<{ colours: { red: string } }>().not.toExtend<LocaleWords>();
  // @ts-expect-error there is no table called indicator
  extendLocale(en, { indicator: { lateness: "Late" } });
  // @ts-expect-error a word is a text
  extendLocale(en, { indicators: { lateness: 5 } });
});

test("a host replaces single words of milestone processes and adds its own; it can't misspell a list or a form for numbers", () => {
  extendLocale(en, { process: { refusals: { "task-open": "Not done: {task}" }, ready: "Ready" } });
  extendLocale(en, { process: { standards: { "references-checked": "References checked" } } });
  // @ts-expect-error there is no list called refusal
  extendLocale(en, { process: { refusal: { "task-open": "Not done" } } });
  extendLocale(en, { plurals: { one: "i = 0,1", many: "n = 7" } });
  // @ts-expect-error there is no form for numbers called fwe
  extendLocale(en, { plurals: { fwe: "n = 7" } });
  const { plurals: _, ...tables } = en;
  // @ts-expect-error how words go with numbers isn't said
  const without: Locale = { ...tables };
  expectTypeOf(without).toEqualTypeOf<Locale>();
});

test("evaluations and issues of any scorecard can be written", () => {
  const evaluation = evaluate(dealerScorecard, {});
  expectTypeOf(formatEvaluation(evaluation, en)).toBeString();
  expectTypeOf(evaluation.issues.map((issue) => formatIssue(issue, en))).toEqualTypeOf<string[]>();
  // @ts-expect-error an evaluation is written in one language
  formatEvaluation(evaluation);
});

test("a host's language is checked table by table: a day without its word doesn't compile, nor one too many", () => {
  const days = { monday: "lundi", tuesday: "mardi", wednesday: "mercredi", thursday: "jeudi", friday: "vendredi" };
  const weekdays: Locale["weekdays"] = { ...days, saturday: "samedi", sunday: "dimanche" };
  // @ts-expect-error sunday has no word
  const short: Locale["weekdays"] = { ...days, saturday: "samedi" };
  // @ts-expect-error there is no eighth day
  const long: Locale["weekdays"] = { ...weekdays, eighth: "huitième" };
  const { weekdays: _, ...tables } = en;
  // @ts-expect-error the table weekdays is missing
  const without: Locale = { ...tables, tag: "fr" };
  const whole: Locale = { ...tables, weekdays, tag: "fr" };
  expectTypeOf([short, long]).toEqualTypeOf<Locale["weekdays"][]>();
  expectTypeOf([without, whole]).toEqualTypeOf<Locale[]>();
});
