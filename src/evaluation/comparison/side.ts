import type { ArgumentIssueDetails, IssueOf, Path } from "../../ground/issue.js";
import { roundHalfAway, tenTo } from "../../ground/rational.js";
import { ticksToNumber } from "../exact/ticks.js";
import type { EvaluationIssue } from "./evaluation-shape.js";
import type { ReadEvaluation, ReadRow } from "./read-evaluation.js";

/** An evaluation in ticks of its own scale. */
export interface Side {
  readonly evaluation: ReadEvaluation;
  readonly total: bigint;
  readonly score: bigint | null;
  /** By group; `null`: no cap. */
  readonly caps: ReadonlyMap<string, bigint | null>;
  readonly rows: ReadonlyMap<string, SideRow>;
}

/** A row in ticks. */
export interface SideRow {
  readonly row: ReadRow;
  readonly counts: boolean;
  /** Zero where it doesn't count. */
  readonly points: bigint;
  readonly weight: bigint;
  readonly isRefused: boolean;
}

export type SideIssue = EvaluationIssue | IssueOf<ArgumentIssueDetails>;

/** Brings an evaluation into ticks and makes sure that its rows come to its score. */
export function sideOf(evaluation: ReadEvaluation, name: string, issues: SideIssue[]): Side {
  const ticks = (value: number, ...path: readonly string[]): bigint =>
    ticksOf(value, evaluation.scale, [name, ...path], issues);
  const rows = Object.entries(evaluation.indicators).map(([id, row]): [string, SideRow] => {
    if (row.group !== null && !Object.hasOwn(evaluation.groups, row.group))
      issues.push({ code: "unknown-group", path: [name, "indicators", id, "group"], details: { group: row.group } });
    const weight = ticks(row.weight, "indicators", id, "weight");
    if (weight <= 0n)
      issues.push({
        code: "not-positive",
        path: [name, "indicators", id, "weight"],
        details: { received: String(row.weight) },
      });
    const counts = row.points !== null;
    const points = row.points === null ? 0n : ticks(row.points, "indicators", id, "points");
    return [id, { row, counts, points, weight: counts ? weight : 0n, isRefused: row.missing === "refuse" }];
  });
  const side: Side = {
    evaluation,
    total: ticks(evaluation.total, "total"),
    score: evaluation.score === null ? null : ticks(evaluation.score, "score"),
    caps: new Map(
      Object.entries(evaluation.groups).map(([id, { max }]) => [
        id,
        max === null ? null : ticks(max, "groups", id, "max"),
      ]),
    ),
    rows: new Map(rows),
  };
  if (issues.length === 0) checkScore(side, name, issues);
  return side;
}

/** The ticks that a number prints as; an issue if it has more decimals than the scale, or is too large to be exact. */
function ticksOf(value: number, scale: number, path: Path, issues: SideIssue[]): bigint {
  const unit = Number(tenTo(scale));
  const ticks = Math.round(value * unit);
  if (Number.isSafeInteger(ticks) && ticksToNumber(ticks, unit) === value) return BigInt(ticks);
  issues.push({ code: "too-precise", path, details: { received: String(value) } });
  return 0n;
}

function checkScore(side: Side, name: string, issues: SideIssue[]): void {
  const expected = scoreOf(side);
  if (expected === side.score) return;
  const unit = Number(tenTo(side.evaluation.scale));
  const print = (ticks: bigint | null): string =>
    ticks === null ? "null" : String(ticksToNumber(Number(ticks), unit));
  issues.push({
    code: "score-mismatch",
    path: [name, "score"],
    details: { score: print(side.score), expected: print(expected) },
  });
}

function scoreOf({ rows, caps, total }: Side): bigint | null {
  const groups = new Map<string | null, bigint>();
  let weight = 0n;
  for (const { row, points, weight: counted, isRefused } of rows.values()) {
    if (isRefused) return null;
    weight += counted;
    groups.set(row.group, (groups.get(row.group) ?? 0n) + points);
  }
  if (weight === 0n) return null;
  let earned = 0n;
  for (const [group, points] of groups) {
    const cap = group === null ? null : (caps.get(group) ?? null);
    earned += cap !== null && points > cap ? cap : points;
  }
  return roundHalfAway(total * earned, weight);
}
