import type { Scorecard } from "../../evaluation/definition/scorecard.js";
import { type KeyAccountErrorDetails, throwIssues } from "../../ground/error.js";
import type { IssueOf, Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { printDecimal } from "../../ground/numeral.js";
import {
  type Range,
  type Reader,
  readAnswer,
  readCode,
  readDecimal,
  readInput,
  readPart,
  readText,
} from "../../ground/reader.js";
import { EFFORT_DECISIONS } from "../../portfolio/worth/effort.js";
import { type KnownEvidence, readEvidence } from "../funnel/funnel-stage.js";
import { positionFrom } from "../position/competitive-position.js";
import type { CompetitivePosition } from "../position/position.js";
import { OPPORTUNITY_DECISIONS, type OpportunityDecision, type OpportunitySpend } from "./qualification.js";

/** What was told besides the answers, read. */
export interface QualifyReading {
  readonly reader: Reader;
  /** For `evaluate`, which judges it. */
  readonly asOf: string | null;
  readonly evidence: KnownEvidence;
  readonly position: CompetitivePosition | null;
  readonly spend: OpportunitySpend | null;
}

const OPTIONS = ["asOf", "evidence", "position", "effort"];

/** Reads the options: what they are made of is data and has issues; options that there aren't throw. */
export function readQualifyOptions(options: unknown): QualifyReading {
  const reader = readInput(options);
  const unknown = Object.keys(reader.record).filter((key) => !OPTIONS.includes(key));
  const isProgrammers = ({ path }: { readonly path: Path }): boolean => path.length === 0 || path[0] === "asOf";
  throwIssues([
    ...(reader.issues.filter(isProgrammers) as IssueOf<KeyAccountErrorDetails>[]),
    ...unknown.map((key) => ({ code: "unknown-key", path: [key], details: { key, allowed: OPTIONS } }) as const),
  ]);
  const { asOf = null, evidence, position = null, effort = null } = reader.record;
  return {
    reader,
    asOf: asOf as string | null,
    evidence: readEvidence(reader, readPart(reader, evidence, ["evidence"]), ["evidence"]),
    position: position === null ? null : positionFrom(reader, readPart(reader, position, ["position"]), ["position"]),
    spend: effort === null ? null : readSpend(reader, readPart(reader, effort, ["effort"])),
  };
}

function readSpend(reader: Reader, effort: JsonObject): OpportunitySpend {
  const total = readPart(reader, effort["total"], ["effort", "total"]);
  const text = (key: string): string | null => readText(reader, effort[key], ["effort", key]);
  const decimal = (value: Json | undefined, path: Path, range: Range = {}): string | null => {
    const exact = readDecimal(reader, value, ["effort", ...path], range);
    return exact && printDecimal(exact);
  };
  const number = (key: string, range: Range): number | null => {
    const printed = decimal(effort[key], [key], range);
    return printed === null ? null : Number(printed);
  };
  return {
    currency: text("currency"),
    spent: decimal(total["cost"], ["total", "cost"], { least: 0 }),
    stage: text("stage"),
    likelihood: number("likelihood", { least: 0, most: 1 }),
    expectedValue: decimal(effort["expectedValue"], ["expectedValue"]),
    spendShare: number("spendShare", { least: 0 }),
    decision: readCode(reader, effort["decision"], ["effort", "decision"], EFFORT_DECISIONS),
    certain: readAnswer(reader, effort["certain"], ["effort", "certain"]) ?? false,
  };
}

/** Throws if a scorecard has a grade that is no decision. */
export function checkDecisions({ grades }: Pick<Scorecard, "grades">): void {
  const others = [...grades.entries()].filter(
    ([, { grade }]) => !OPPORTUNITY_DECISIONS.includes(grade as OpportunityDecision),
  );
  throwIssues(
    others.map(([index, { grade }]) => ({
      code: "unknown-grade",
      path: ["grades", index, "grade"],
      details: { grade },
    })),
  );
}
