import { en } from "keyaccount/locale/en";
import { expect, test } from "vitest";
import { fill, paramsOf } from "../../src/locale/fill.js";
import type { Locale } from "../../src/locale/locale.js";

/** Every word of a locale with the way to it, at any depth. */
function wordsOf(table: object, way = ""): (readonly [way: string, word: string])[] {
  return Object.entries(table).flatMap(([key, word]: [string, unknown]) =>
    typeof word === "string" ? [[`${way}${key}`, word] as const] : wordsOf(word as object, `${way}${key}.`),
  );
}

const templatesOf = ({ tag: _, plurals: __, ...tables }: Locale): (readonly [string, string])[] =>
  wordsOf(tables).filter(([, word]) => paramsOf(word).length > 0);

/** A template with all of its parameters set to one text. */
const filled = (template: string, text: string, locale: Locale): string =>
  fill(template, Object.fromEntries(paramsOf(template).map((name) => [name, text])), locale);

/** Verbs and the like behind a parameter that is a name, not a count: "1 meets the standard of 1". */
const NOT_COUNTED =
  /^(as|bites|contradicts|earns|has|holds|is|leads|lies|meets|needs|reaches|says|stands|was)$|^(all|never|not|of|or|that|who) |^(need|person) (is|has)$/;
/** One or two words after a "1" of which the last is a plural: "1 points", "1 earlier visits", "1 people", "1 are". */
const PLURAL = /\b1 ((?:[a-z-]+ )?(?:[a-z]+s|people|are|have|were|they))\b/g;

/** Said of part of the clients only, of which there are two at least. */
const NEVER_ONE = ["charts.drawn"];

const pluralsAfterOne = (text: string): string[] =>
  [...text.matchAll(PLURAL)].flatMap(([, words = ""]) => (NOT_COUNTED.test(words) ? [] : [`1 ${words}`]));

test("one of a thing isn't called by its plural, in any English template", () => {
  const faults = templatesOf(en).flatMap(([way, template]) =>
    NEVER_ONE.includes(way) ? [] : pluralsAfterOne(filled(template, "1", en)).map((found) => `${way}: ${found}`),
  );
  expect(faults).toEqual([]);
});

test("none, several and parts of a thing aren't called by its singular, in any English template", () => {
  const choices = templatesOf(en).flatMap(([, template]) =>
    [...template.matchAll(/\|one:([^|}]*)\|other:([^|}]*)\}/g)].map(
      ([, one = "", other = ""]) => [one, other] as const,
    ),
  );
  const singulars = [...new Set(choices.map(([one]) => one))].filter((one) => !/^(is|it was)$/.test(one));
  expect(choices.length).toBeGreaterThan(30);
  for (const count of ["0", "2", "11", "21", "1.5", "1.00", "-2.5", "10000000000000000000000"]) {
    const texts = templatesOf(en).map(([way, template]) => `${way}: ${filled(template, count, en)}`);
    expect(texts.filter((text) => singulars.some((one) => new RegExp(`${count} ${one}\\b`).test(text)))).toEqual([]);
  }
});

test("such a fault would be seen", () => {
  expect(pluralsAfterOne("1 points lost; 1 earlier visits; 1 of 1 answers; 1 are late; 1 people")).toEqual([
    "1 points",
    "1 earlier visits",
    "1 answers",
    "1 are",
    "1 people",
  ]);
  expect(pluralsAfterOne("21 points; 1 point; 1 meets; 1 of ours; 1.5 points")).toEqual([]);
});
