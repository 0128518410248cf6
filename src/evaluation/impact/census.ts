import type { FactIssue } from "../../ground/issue.js";
import { roundHalfAway, tenTo } from "../../ground/rational.js";
import type { CardPair } from "../comparison/card-pair.js";
import type { Evaluation } from "../evaluation.js";
import { ticksToNumber } from "../exact/ticks.js";
import { gradeNames, moveOf } from "./grade-order.js";
import { GRADE_MOVE_CODES, type GradeMoveCode, type Impact } from "./impact.js";
import { type Changed, keep, type Ranking } from "./ranking.js";

/** What is counted while a portfolio goes by. */
export interface Census {
  readonly scale: number;
  /** What a tick of each scorecard is worth in ticks of the finer scale. */
  readonly units: readonly [bigint, bigint];
  /** The grades of each scorecard, the best first. */
  readonly names: readonly [readonly string[], readonly string[]];
  /** Clients by the place of their grade before and after; none is last. */
  readonly migration: readonly number[][];
  readonly moves: Record<GradeMoveCode, number>;
  readonly movers: Ranking;
  readonly shifts: Ranking;
  readonly changes: Changes;
  clients: number;
  shifted: number;
}

/** The changes of those that both scorecards give a score, in ticks. */
interface Changes {
  clients: number;
  sum: bigint;
  least: bigint;
  most: bigint;
}

/** Nothing counted yet. */
export function newCensus({ resolved }: CardPair, top: number): Census {
  const [before, after] = resolved;
  const scale = Math.max(before.scale, after.scale);
  const names = [gradeNames(before), gradeNames(after)] as const;
  return {
    scale,
    units: [tenTo(scale - before.scale), tenTo(scale - after.scale)],
    names,
    migration: Array.from({ length: names[0].length + 1 }, () => Array.from({ length: names[1].length + 1 }, () => 0)),
    moves: Object.fromEntries(GRADE_MOVE_CODES.map((code) => [code, 0])) as Record<GradeMoveCode, number>,
    movers: { top, kept: [] },
    shifts: { top, kept: [] },
    changes: { clients: 0, sum: 0n, least: 0n, most: 0n },
    clients: 0,
    shifted: 0,
  };
}

/** Counts one client. */
export function count(census: Census, id: string, index: number, evaluations: readonly [Evaluation, Evaluation]): void {
  const [before, after] = evaluations;
  const change = changeOf(census, evaluations);
  if (change !== null) addChange(census.changes, change);
  census.clients += 1;
  addMigration(census, before.grade, after.grade);
  if (before.grade !== after.grade) addMove(census, { id, index, evaluations, change });
  else if (change !== 0n && before.score !== after.score) {
    census.shifted += 1;
    keep(census.shifts, { id, index, evaluations, change, move: null });
  }
}

function addMove(census: Census, changed: Omit<Changed, "move">): void {
  const [before, after] = changed.evaluations;
  const move = moveOf(before.grade, after.grade, ...census.names);
  census.moves[move.code] += 1;
  keep(census.movers, { ...changed, move });
}

function addMigration({ migration, names }: Census, before: string | null, after: string | null): void {
  const [from, to] = [before, after].map((grade, side) => {
    const list = names[side === 0 ? 0 : 1];
    return grade === null ? list.length : list.indexOf(grade);
  }) as [number, number];
  const row = migration[from] as number[];
  row[to] = (row[to] as number) + 1;
}

function changeOf({ units }: Census, [before, after]: readonly [Evaluation, Evaluation]): bigint | null {
  if (before.score === null || after.score === null) return null;
  return ticksOf(after.score, after.scale) * units[1] - ticksOf(before.score, before.scale) * units[0];
}

function ticksOf(score: number, scale: number): bigint {
  return BigInt(Math.round(score * Number(tenTo(scale))));
}

function addChange(changes: Changes, change: bigint): void {
  if (changes.clients === 0 || change < changes.least) changes.least = change;
  if (changes.clients === 0 || change > changes.most) changes.most = change;
  changes.sum += change;
  changes.clients += 1;
}

type Figures = "clients" | "moved" | "shifted" | "unchanged" | "moves" | "distribution" | "migration" | "change";

/** The figures of a census. */
export function figures(census: Census): Pick<Impact, Figures> {
  const { clients, shifted, moves, migration, names, changes, scale } = census;
  const moved = GRADE_MOVE_CODES.reduce((sum, code) => sum + moves[code], 0);
  const [before, after] = names.map((list) => [...list, null]) as [(string | null)[], (string | null)[]];
  const toNumber = (ticks: bigint): number => ticksToNumber(Number(ticks), Number(tenTo(scale)));
  return {
    clients,
    moved,
    shifted,
    unchanged: clients - moved - shifted,
    moves,
    distribution: {
      before: before.map((grade, place) => ({ grade, clients: sum(migration[place] as number[]) })),
      after: after.map((grade, place) => ({ grade, clients: sum(migration.map((row) => row[place] as number)) })),
    },
    migration: { before, after, clients: migration },
    change:
      changes.clients === 0
        ? null
        : {
            clients: changes.clients,
            mean: toNumber(roundHalfAway(changes.sum, BigInt(changes.clients))),
            least: toNumber(changes.least),
            most: toNumber(changes.most),
          },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The issues of both judgements, each once. */
export function issuesOf([before, after]: readonly [Evaluation, Evaluation]): FactIssue[] {
  const known = new Set(before.issues.map((issue) => JSON.stringify(issue)));
  return [...before.issues, ...after.issues.filter((issue) => !known.has(JSON.stringify(issue)))];
}
