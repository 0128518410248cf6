import type { ChangePart } from "../evaluation/comparison/comparison.js";
import type { LimitHit } from "../evaluation/evaluation.js";
import type { GradeMover, Impact, ScoreAndGrade } from "../evaluation/impact/impact.js";
import { limitLines } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { fixed, signed } from "./numbers.js";
import type { Align } from "./table.js";

/** How the columns of {@link moverRows} stand. */
export const MOVER_ALIGNS: readonly Align[] = ["left", "left", "left", "right", "right", "left"];

const MOVERS = 10;
const PARTS = 2;
const SHARES = 2;
const LIMITS = 2;

/** A grade's name, or that there is none. */
function gradeWord(grade: string | null, { grades, comparison }: Locale): string {
  return grade === null ? comparison.none : wordFor(grades, grade);
}

/** How the columns of {@link matrixRows} stand. */
export function matrixAligns({ migration }: Impact): Align[] {
  return ["left", ...migration.after.map((): Align => "right"), "right"];
}

/** Clients by the grade before (rows) and after (columns); the margins are the distributions. */
export function matrixRows({ migration, distribution, clients }: Impact, locale: Locale): string[][] {
  const { corner, total } = locale.impact;
  const head = [corner, ...migration.after.map((grade) => gradeWord(grade, locale)), total];
  const rows = distribution.before.map((side, place) => [
    gradeWord(side.grade, locale),
    ...(migration.clients[place] as readonly number[]).map(String),
    String(side.clients),
  ]);
  return [head, ...rows, [total, ...distribution.after.map((side) => String(side.clients)), String(clients)]];
}

/** The clients that move furthest, each with its main reasons. */
export function moverRows({ movers, scale }: Impact, locale: Locale): string[][] {
  const { table, impact: words } = locale;
  const head = [words.client, words.move, table.grade, table.score, words.change, words.reasons];
  return [head, ...movers.slice(0, MOVERS).map((mover) => moverRow(mover, scale, locale))];
}

/** How many clients with another grade don't stand in the table. */
export function unlisted({ moved, movers }: Impact): number {
  return moved - Math.min(movers.length, MOVERS);
}

function moverRow(mover: GradeMover, scale: number, locale: Locale): string[] {
  const { id, move, before, after, change } = mover;
  const { step, none } = locale.comparison;
  const score = (side: ScoreAndGrade): string => (side.score === null ? none : fixed(side.score, scale));
  return [
    id,
    wordFor(locale.moves, move),
    fill(step, { before: gradeWord(before.grade, locale), after: gradeWord(after.grade, locale) }, locale),
    fill(step, { before: score(before), after: score(after) }, locale),
    change === null ? "" : signed(change, scale),
    reasonsOf(mover, scale, locale).join(locale.impact.list),
  ];
}

/** The largest parts of the change, then the limits that no longer bite or do now. */
function reasonsOf({ parts, limits }: GradeMover, scale: number, locale: Locale): string[] {
  const { lifted, biting } = locale.impact;
  return [
    ...parts.slice(0, PARTS).map((part) => reasonOf(part, scale, locale)),
    ...limitWords(limits.lifted, locale).map((limit) => fill(lifted, { limit }, locale)),
    ...limitWords(limits.biting, locale).map((limit) => fill(biting, { limit }, locale)),
  ];
}

/** The first limits, one text each. */
function limitWords(limits: readonly LimitHit[], locale: Locale): string[] {
  return limits.slice(0, LIMITS).flatMap((limit) => limitLines([limit], locale));
}

function reasonOf({ code, points, byIndicator }: ChangePart, scale: number, locale: Locale): string {
  const { impact: words, comparison, indicators, changes, table } = locale;
  const shares = byIndicator.slice(0, SHARES).map(({ indicator, points: share }) =>
    fill(
      words.share,
      {
        indicator: indicator === null ? comparison.frame : wordFor(indicators, indicator),
        points: signed(share, scale),
      },
      locale,
    ),
  );
  return fill(
    words.reason,
    {
      cause: wordFor(changes, code),
      ...(points === null || points === 0 ? {} : { points: signed(points, scale) }),
      ...(shares.length === 0 ? {} : { shares: shares.join(table.list) }),
    },
    locale,
  );
}
