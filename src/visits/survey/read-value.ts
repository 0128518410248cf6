import { decimal } from "../../evaluation/definition/shape.js";
import type { Path, PortfolioIssue, ScorecardIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { exactQuantity } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import { compare } from "../../ground/rational.js";
import { recordOf } from "../../ground/reader.js";
import type { NamedAmount, SurveyQuestion, SurveyValue } from "./form.js";

/** Reads the value of an answer: canonical; `null` where nothing is said; `undefined` and an issue where it is faulty. */
export type ValueReader = (value: Json, path: Path, issues: PortfolioIssue[]) => SurveyValue | null | undefined;

/** How to read the answers to a question. */
export function valueReader(question: SurveyQuestion): ValueReader {
  switch (question.kind) {
    case "number":
    case "rating":
      return (value, path, issues) => readNumber(question, value, path, issues);
    case "choice":
      return (value, path, issues) => readCode(question.options, value, path, issues);
    case "flag":
      return (value, path, issues) => (typeof value === "boolean" ? value : refuseType("boolean", value, path, issues));
    case "text":
      return readText;
    case "list":
      return (value, path, issues) => readEach(value, path, issues, readText);
    case "ranking":
      return (value, path, issues) => readRanking(question.options, value, path, issues);
    case "amounts":
      return (value, path, issues) => readAmounts(value, path, issues);
  }
}

type Ends = { readonly min?: string | undefined; readonly max?: string | undefined };

function readNumber({ min, max }: Ends, value: Json, path: Path, issues: PortfolioIssue[]): string | undefined {
  const read = readDecimal(value, path, issues);
  if (read === undefined) return undefined;
  const exact = exactQuantity(read);
  const isLow = min !== undefined && compare(exact, exactQuantity(min)) < 0;
  const isHigh = max !== undefined && compare(exact, exactQuantity(max)) > 0;
  if (!isLow && !isHigh) return read;
  const bounds = {
    ...(min === undefined ? {} : { least: Number(min) }),
    ...(max === undefined ? {} : { most: Number(max) }),
  };
  issues.push({ code: "out-of-range", path, details: { received: print(value), ...bounds } });
  return undefined;
}

function readDecimal(value: Json, path: Path, issues: PortfolioIssue[]): string | undefined {
  const found: ScorecardIssue[] = [];
  const read = decimal(value, path, found) as string | undefined;
  issues.push(...(found as PortfolioIssue[]));
  return read;
}

function readCode(allowed: readonly string[], value: Json, path: Path, issues: PortfolioIssue[]): string | undefined {
  if (typeof value !== "string") return refuseType("option", value, path, issues);
  if (allowed.includes(value)) return value;
  issues.push({ code: "unknown-value", path, details: { received: print(value), allowed: [...allowed] } });
  return undefined;
}

/** A blank text says nothing. */
function readText(value: Json, path: Path, issues: PortfolioIssue[]): string | null | undefined {
  if (typeof value !== "string") return refuseType("string", value, path, issues);
  return value.trim() === "" ? null : value;
}

type MemberReader<T> = (value: Json, path: Path, issues: PortfolioIssue[]) => T | null | undefined;

/** Members that say nothing are left out. One faulty member makes the whole answer faulty: half a list isn't the list. */
function readEach<T>(value: Json, path: Path, issues: PortfolioIssue[], member: MemberReader<T>): T[] | undefined {
  if (!Array.isArray(value)) return refuseType("array", value, path, issues);
  const before = issues.length;
  const read = (value as readonly Json[]).flatMap((one, index) => member(one, [...path, index], issues) ?? []);
  return issues.length === before ? read : undefined;
}

function readRanking(
  options: readonly string[],
  value: Json,
  path: Path,
  issues: PortfolioIssue[],
): readonly string[] | null | undefined {
  const codes = readEach(value, path, issues, (one, at, into) => readCode(options, one, at, into));
  return distinct(codes, (code) => code, path, issues);
}

/** None of a ranking or of amounts: nothing is said. */
function distinct<T>(
  read: readonly T[] | undefined,
  nameOf: (one: T) => string,
  path: Path,
  issues: PortfolioIssue[],
): readonly T[] | null | undefined {
  if (read === undefined) return undefined;
  const names = read.map(nameOf);
  const again = names.findIndex((name, index) => names.indexOf(name) < index);
  if (again < 0) return read.length === 0 ? null : read;
  issues.push({ code: "duplicate-id", path: [...path, again], details: { id: names[again] as string } });
  return undefined;
}

function readAmounts(value: Json, path: Path, issues: PortfolioIssue[]): readonly NamedAmount[] | null | undefined {
  return distinct(readEach(value, path, issues, readNamed), ({ name }) => name, path, issues);
}

function readNamed(value: Json, path: Path, issues: PortfolioIssue[]): NamedAmount | undefined {
  const record = recordOf(value);
  if (record === null) return refuseType("object", value, path, issues);
  const { name, amount } = record;
  const read = name === undefined ? null : readText(name, [...path, "name"], issues);
  if (read === null) issues.push({ code: "required", path: [...path, "name"], details: {} });
  const sum = amount === undefined || amount === null ? undefined : readDecimal(amount, [...path, "amount"], issues);
  return { name: read ?? "", ...(sum === undefined ? {} : { amount: sum }) };
}

function refuseType(
  expected: "option" | "boolean" | "string" | "array" | "object",
  value: Json,
  path: Path,
  issues: PortfolioIssue[],
): undefined {
  issues.push({ code: "wrong-type", path, details: { expected, received: value === null ? "null" : print(value) } });
}
