import { evaluate } from "keyaccount";
import { type DealerFacts, dealerScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { expectTypeOf, test } from "vitest";
import { extendLocale, type LocaleWords } from "../../src/locale/extend-locale.js";
import { formatEvaluation } from "../../src/locale/format-evaluation.js";
import { formatIssue } from "../../src/locale/format-issue.js";
import type { HandbookIndicator, HandbookOptions, Locale } from "../../src/locale/locale.js";

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
  expectTypeOf([withoutIndicator, withoutIssue, withoutOption, withoutGrade]).toEqualTypeOf<Locale[]>();
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
  expectTypeOf<{ colours: { red: string } }>().not.toExtend<LocaleWords>();
  // @ts-expect-error there is no table called indicator
  extendLocale(en, { indicator: { lateness: "Late" } });
  // @ts-expect-error a word is a text
  extendLocale(en, { indicators: { lateness: 5 } });
});

test("evaluations and issues of any scorecard can be written", () => {
  const evaluation = evaluate(dealerScorecard, {});
  expectTypeOf(formatEvaluation(evaluation, en)).toBeString();
  expectTypeOf(evaluation.issues.map((issue) => formatIssue(issue, en))).toEqualTypeOf<string[]>();
  // @ts-expect-error an evaluation is written in one language
  formatEvaluation(evaluation);
});
