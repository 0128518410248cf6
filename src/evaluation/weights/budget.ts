import type { ArgumentIssue } from "../../ground/issue.js";
import { type DecimalString, decimalsOf, exactly, printDecimal } from "../../ground/numeral.js";
import { rational, tenTo } from "../../ground/rational.js";
import { integer, optional, positive, type Shape } from "../definition/shape.js";
import { MOST_TICKS } from "../exact/ticks.js";

/** What is to be divided: a total in whole units of the last decimal. */
export interface Budget {
  readonly total: DecimalString;
  readonly scale: number;
  readonly units: bigint;
}

/** The shapes of the options that every `weightsFrom…` has. */
export function budgetShapes(): Readonly<Record<"total" | "scale", Shape>> {
  return { total: optional(positive, "100"), scale: optional(integer(0, 9), 2) };
}

/** The budget of options that were read, for so many ids; adds issues if it can't be divided. */
export function budgetOf(
  { total, scale }: Readonly<Record<string, unknown>>,
  ids: number,
  issues: ArgumentIssue[],
): Budget {
  if (typeof total !== "string" || typeof scale !== "number") return { total: "0", scale: 0, units: 0n };
  const path = ["options", "total"];
  const { n, d } = exactly(total);
  const units = (n * tenTo(scale)) / d;
  if (decimalsOf({ n, d }) > scale || units > BigInt(MOST_TICKS)) {
    issues.push({ code: "too-precise", path, details: { received: total } });
  } else if (units < BigInt(ids)) {
    const least = printDecimal(rational(BigInt(ids), tenTo(scale)));
    issues.push({ code: "total-too-small", path, details: { total, least } });
  }
  return { total, scale, units };
}
