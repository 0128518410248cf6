import type { Instant, PlainDate } from "../../ground/dates.js";
import type { Path, ScorecardIssue } from "../../ground/issue.js";
import { readJson } from "../../ground/json.js";
import type { Kind, MissingPolicy } from "../definition/kinds.js";
import type { FactValue } from "../definition/scorecard.js";
import type { FactStatus, LimitHit, ScorecardRef } from "../evaluation.js";
import { type EvaluationIssue, evaluationShape } from "./evaluation-shape.js";

/** What a comparison needs of an evaluation's row. */
export interface ReadRow {
  readonly kind: Kind;
  readonly status: FactStatus;
  readonly group: string | null;
  readonly actual: FactValue | null;
  readonly weight: number;
  readonly points: number | null;
  readonly missing: MissingPolicy | null;
  readonly observedAt: PlainDate | Instant | null;
}

/** What a comparison needs of an evaluation. */
export interface ReadEvaluation {
  readonly scorecard: ScorecardRef;
  readonly asOf: PlainDate | Instant | null;
  readonly total: number;
  readonly scale: number;
  readonly score: number | null;
  readonly grade: string | null;
  readonly coverage: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly groups: Readonly<Record<string, { readonly max: number | null }>>;
  readonly indicators: Readonly<Record<string, ReadRow>>;
  readonly limits: readonly LimitHit[];
  readonly issues: readonly { readonly code: string; readonly path: Path }[];
}

/** Reads what may be an evaluation: a plain copy of what a comparison needs, or `undefined` and issues. In bounded time, whatever it is. */
export function readEvaluation(input: unknown, side: string, issues: EvaluationIssue[]): ReadEvaluation | undefined {
  const { json, issues: hostile } = readJson(input);
  const found: EvaluationIssue[] = hostile.map((issue) => ({ ...issue, path: [side, ...issue.path] }));
  const read = found.length === 0 ? evaluationShape(json, [side], found as ScorecardIssue[]) : undefined;
  issues.push(...found);
  return found.length === 0 ? (read as ReadEvaluation) : undefined;
}
