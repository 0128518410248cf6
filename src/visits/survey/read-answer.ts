import type { Path, PortfolioIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import { recordOf } from "../../ground/reader.js";
import type { GivenAnswer } from "./progress.js";
import { type ReadRecord, readDay } from "./read-records.js";
import type { ValueReader } from "./read-value.js";

/** An answer as it was read: given; asked for and not learnt; or nothing that could be read. */
export type ReadAnswer = GivenAnswer | "asked" | undefined;

/** Reads one answer with its provenance; what it doesn't say comes from its record. */
export function readAnswer(
  known: Json,
  readValue: ValueReader,
  { id, at, path: place }: ReadRecord,
  key: string,
  asOf: string,
  issues: PortfolioIssue[],
): ReadAnswer {
  const path: Path = [...place, key];
  if (known === null) return undefined;
  const answer = recordOf(known);
  if (answer === null) return refuse("object", known, path, issues);
  const before = issues.length;
  const { value = null, notApplicable = null, observedAt = null, source = null, verified = null } = answer;
  if (notApplicable === true && value !== null) issues.push({ code: "contradictory-fact", path, details: {} });
  checkType("boolean", notApplicable, [...path, "notApplicable"], issues);
  checkType("boolean", verified, [...path, "verified"], issues);
  checkType("string", source, [...path, "source"], issues);
  const day = observedAt === null ? at : readDay(observedAt, [...path, "observedAt"], asOf, issues);
  const read = value === null ? null : readValue(value, [...path, "value"], issues);
  if (issues.length > before || read === undefined) return undefined;
  if (read === null && notApplicable !== true) return "asked";
  return {
    value: read,
    notApplicable: notApplicable === true,
    observedAt: day,
    source: (source as string | null) ?? id,
    verified: verified === true,
    recordId: id,
  };
}

function checkType(expected: "boolean" | "string", value: Json, path: Path, issues: PortfolioIssue[]): void {
  if (value !== null && typeof value !== expected) refuse(expected, value, path, issues);
}

function refuse(
  expected: "boolean" | "string" | "object",
  value: Json,
  path: Path,
  issues: PortfolioIssue[],
): undefined {
  issues.push({ code: "wrong-type", path, details: { expected, received: print(value) } });
}
