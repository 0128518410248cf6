import type { Path } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import type { ColumnIssue } from "./column-issue.js";
import type { Cells } from "./kernels/run.js";
import type { IndicatorPlan } from "./plan.js";
import { asNumbers, type TypedArray, typedArrayName } from "./typed-array.js";

/** Codes of 16 bits: unknown, and none that exists. */
const UNKNOWN = 65_535;
const FAULTY = 65_534;
const CODES = ["Uint8Array", "Uint16Array", "Int8Array", "Int16Array", "Int32Array"];

/** Reads an array into the form that kernels take; of another form it is copied, otherwise looked at in place. */
export function readCells(value: unknown, plan: IndicatorPlan, path: Path, issues: ColumnIssue[]): Cells | null {
  const isCoded = plan.answers.length > 0;
  if (Array.isArray(value))
    return isCoded ? listedCodes(value, plan, path, issues) : listedNumbers(value, path, issues);
  const numbers = asNumbers(value);
  const cells = numbers && (isCoded ? codesOf(numbers) : numbersOf(numbers));
  if (cells === null) {
    const received = typedArrayName(value) ?? print(value);
    issues.push({ code: "wrong-type", path, details: { expected: "array", received } });
  }
  return cells;
}

function numbersOf(numbers: TypedArray): Float64Array {
  if (typedArrayName(numbers) === "Float64Array")
    return new Float64Array(numbers.buffer, numbers.byteOffset, numbers.length);
  return Float64Array.from(numbers);
}

function codesOf(numbers: TypedArray): Cells | null {
  const name = typedArrayName(numbers) as string;
  const { buffer, byteOffset, length } = numbers;
  if (!CODES.includes(name)) return null;
  if (name === "Uint8Array") return new Uint8Array(buffer, byteOffset, length);
  if (name === "Uint16Array") return new Uint16Array(buffer, byteOffset, length);
  return Uint16Array.from(numbers, (code) => (code === -1 ? UNKNOWN : code >= 0 && code < FAULTY ? code : FAULTY));
}

function listedNumbers(values: readonly unknown[], path: Path, issues: ColumnIssue[]): Float64Array | null {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (typeof value === "number") numbers[row] = value;
    else if (value === undefined || value === null) numbers[row] = NaN;
    else return refuseMember("number", value, [...path, row], issues);
  }
  return numbers;
}

function listedCodes(
  values: readonly unknown[],
  { answers, indicator }: IndicatorPlan,
  path: Path,
  issues: ColumnIssue[],
): Uint16Array | null {
  const known = new Map(answers.map((answer, code) => [answer, code]));
  const [type, expected] =
    indicator.kind === "flag" ? (["boolean", "boolean"] as const) : (["string", "option"] as const);
  const codes = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (value === undefined || value === null) codes[row] = UNKNOWN;
    else if (typeof value === type) codes[row] = known.get(value as string | boolean) ?? FAULTY;
    else return refuseMember(expected, value, [...path, row], issues);
  }
  return codes;
}

function refuseMember(
  expected: "number" | "boolean" | "option",
  value: unknown,
  path: Path,
  issues: ColumnIssue[],
): null {
  issues.push({ code: "wrong-type", path, details: { expected, received: print(value) } });
  return null;
}
