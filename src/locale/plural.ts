import { throwIssues } from "../ground/error.js";
import { print } from "../ground/print.js";

/** The forms of words beside "other" that languages have for numbers, in the order in which their rules are tried. */
export const PLURAL_CATEGORIES = ["zero", "one", "two", "few", "many"] as const;
/** A form of words for a number, beside "other". */
export type PluralCategory = (typeof PLURAL_CATEGORIES)[number];
/**
 * Which numbers take which form: for each category that the language has beside "other" its condition as Unicode's CLDR writes it, such as `"i = 1 and v = 0"` for English "one". Of the operands `n`
 * (the number), `i` (its whole part), `v` and `w` (how many decimals it shows, with and without zeros at the end), `f` and `t` (those decimals) and `e` and `c` (always 0).
 */
export type PluralRules = { readonly [C in PluralCategory]?: string };

/** What such a condition looks like. */
export const RULE_FORMAT = "i % 10 = 2..4 and i % 100 != 12..14";

type Operands = ReadonlyMap<string, bigint | null>;
/** One comparison of a rule: an operand, its rest by the modulus where there is one, within one of the ranges or, negated, in none. */
interface Relation {
  readonly operand: string;
  readonly modulus: string | undefined;
  readonly isNegated: boolean;
  readonly ranges: readonly (readonly [from: bigint, to: bigint])[];
}

const NUMBER = /^[-+\u2212]?(\d{1,1000})(?:\.(\d{1,1000}))?$/;
const RELATION =
  /^([nivwftec])(?: ?% ?([1-9]\d{0,8}))? ?(!?)= ?(\d{1,9}(?:\.\.\d{1,9})?(?:, ?\d{1,9}(?:\.\.\d{1,9})?)*)$/;

/** The form that a number takes by a language's rules; "other" for what is no plain decimal, and where no rule holds. */
export function pluralOf(number: string, rules: PluralRules): PluralCategory | "other" {
  const [, whole, decimals = ""] = NUMBER.exec(number) ?? [];
  if (whole === undefined) return "other";
  const operands = operandsOf(whole, decimals);
  return PLURAL_CATEGORIES.find((category) => isMet(category, rules, operands)) ?? "other";
}

function operandsOf(whole: string, decimals: string): Operands {
  const trimmed = decimals.replace(/0+$/, "");
  return new Map([
    ["n", trimmed === "" ? BigInt(whole) : null],
    ["i", BigInt(whole)],
    ["v", BigInt(decimals.length)],
    ["w", BigInt(trimmed.length)],
    ["f", BigInt(decimals || 0)],
    ["t", BigInt(trimmed || 0)],
    ["e", 0n],
    ["c", 0n],
  ]);
}

function isMet(category: PluralCategory, rules: PluralRules, operands: Operands): boolean {
  const rule = Object.hasOwn(rules, category) ? rules[category] : undefined;
  if (rule === undefined) return false;
  if (!isPluralRule(rule)) refuse(category, rule);
  return alternativesOf(rule).some((relations) => relations.every((one) => one !== undefined && holds(one, operands)));
}

/** Whether a text is a condition as CLDR writes it. */
export function isPluralRule(rule: string): boolean {
  return alternativesOf(rule).every((relations) => !relations.includes(undefined));
}

/** The relations of a rule: one of these lists must hold, all of it; what is none is undefined. The examples that CLDR writes behind a rule are left out. */
function alternativesOf(rule: string): (Relation | undefined)[][] {
  const [condition = ""] = rule.split("@");
  return condition.split(" or ").map((part) => part.split(" and ").map((written) => relationOf(written.trim())));
}

function relationOf(written: string): Relation | undefined {
  const [all, operand = "", modulus, not, ranges = ""] = RELATION.exec(written) ?? [];
  if (all === undefined) return undefined;
  return { operand, modulus, isNegated: not === "!", ranges: ranges.split(",").map(rangeOf) };
}

function rangeOf(written: string): readonly [from: bigint, to: bigint] {
  const [from = "", to = from] = written.trim().split("..");
  return [BigInt(from), BigInt(to)];
}

function holds({ operand, modulus, isNegated, ranges }: Relation, operands: Operands): boolean {
  const value = operands.get(operand) ?? null;
  const rest = value === null || modulus === undefined ? value : value % BigInt(modulus);
  return ranges.some(([from, to]) => rest !== null && from <= rest && rest <= to) !== isNegated;
}

function refuse(category: PluralCategory, rule: string): void {
  const details = { received: print(rule), format: RULE_FORMAT };
  throwIssues([{ code: "wrong-format", path: ["locale", "plurals", category], details }]);
}
