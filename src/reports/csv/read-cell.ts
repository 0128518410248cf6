import type { Json } from "../../ground/json.js";
import { isNumeral } from "../../ground/numeral.js";
import type { CodeField, FormField } from "../field.js";
import type { FormWords } from "../words.js";
import { codeOf } from "./codes.js";
import { unguard } from "./guard.js";
import { halfWidth } from "./half-width.js";
import { splitList } from "./list.js";
import { isFreeText, marksOf } from "./print-cell.js";
import type { Cell } from "./scan.js";

/** Thousands set apart so that they can be nothing else: twice, or with decimals behind. `1,234` could be a decimal. */
const GROUPED = /^-?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)$/;
/** What spreadsheets put behind a day. */
const MIDNIGHT = /\s+0?0:00(?::00)?$/;
/** A day as spreadsheets in East Asia write it: the year first. Other orders could mean two days. */
const DAY = /^(\d{4})(?:[/.-](\d{1,2})[/.-](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
const CLOCK = /^(\d{1,2}):(\d\d)(?::00)?$/;

/** The languages that a text may be in. */
export interface Languages {
  /** Those that have most of its headers: their marks hold. */
  readonly own: readonly FormWords[];
  /** All of them, its own first: their words do. */
  readonly all: readonly FormWords[];
}

/** What a cell says, for the field's own check to judge: what can't be read stays the text that it is. */
export function readCell(id: string, field: FormField, { text, quoted }: Cell, { own, all }: Languages): Json {
  if (text === "") return quoted && field.type === "text" && field.many !== true ? "" : null;
  const isText = isFreeText(field);
  const { notApplicable, none } = marksOf(field, isText ? own : all);
  if (none.includes(text)) return [];
  if (notApplicable.includes(text)) return { notApplicable: true };
  const plain = isText ? unguard(text, [...notApplicable, ...none]) : text.trim();
  return field.many === true
    ? splitList(plain).map((member) => readSingle(id, field, member, all))
    : readSingle(id, field, plain, all);
}

function readSingle(id: string, field: FormField, given: string, languages: readonly FormWords[]): Json {
  if (field.type === "text") return given;
  if (field.type === "code") return readCode(id, field, given, languages);
  const text = halfWidth(given);
  switch (field.type) {
    case "integer":
      return /^-?\d{1,16}$/.test(ungrouped(text)) ? Number(ungrouped(text)) + 0 : text;
    case "money":
      return readMoney(text);
    case "flag":
      return readAnswer(text.trim(), languages);
    case "day":
      return dayText(text.replace(MIDNIGHT, ""));
    case "moment":
      return dayText(text);
    case "clock":
      return text.replace(CLOCK, (_, hour: string, minute: string) => `${hour.padStart(2, "0")}:${minute}`);
    case "decimal":
      return ungrouped(text);
  }
}

function readCode(id: string, field: CodeField, text: string, languages: readonly FormWords[]): string {
  const spellings = [text, text.trim(), halfWidth(text.trim())];
  const codes = spellings.flatMap((one) => codeOf(id, field, one, languages) ?? []);
  return codes[0] ?? text;
}

function readMoney(text: string): Json {
  const [, before = "", amount = "", after = ""] = /^([A-Z]{3})?\s*([^A-Z\s]+)\s*([A-Z]{3})?$/.exec(text) ?? [];
  const currency = before === "" ? after : after === "" ? before : "";
  const number = ungrouped(amount);
  return currency !== "" && isNumeral(number) ? { amount: number, currency } : text;
}

function ungrouped(text: string): string {
  return GROUPED.test(text) ? text.replaceAll(",", "") : text;
}

function readAnswer(text: string, languages: readonly FormWords[]): Json {
  if (text === "true" || languages.some(({ answers }) => answers.yes === text)) return true;
  return text === "false" || languages.some(({ answers }) => answers.no === text) ? false : text;
}

function dayText(text: string): string {
  return text.replace(DAY, (_, year: string, ...parts: (string | undefined)[]) => {
    const [month = "", day = ""] = parts.slice(0, 4).filter((part) => part !== undefined);
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
}
