import { shareScale } from "../evaluation/resolved/curve.js";
import type { Resolved } from "../evaluation/resolved/resolve.js";
import { cast, literal, whole } from "./dialect.js";
import { mostTicks } from "./extent.js";
import { keptOf } from "./facts-stage.js";
import type { Column, Program, Stage } from "./program.js";
import { standIn, ticksOr } from "./sums-stages.js";
import { isNarrow } from "./whole.js";

/** Score, interval and coverage in ticks. */
export function scoresStage(program: Program): Stage {
  const { resolved } = program;
  const total = BigInt(resolved.totalTicks);
  const most = BigInt(mostEarned(program));
  const rescaled = (ticks: string, weight: string): string => share(ticks, most, total, weight, program);
  const columns = [
    { name: "score_ticks", sql: `CASE WHEN counted > 0 AND NOT is_refused THEN ${rescaled("earned", "counted")} END` },
    { name: "low_ticks", sql: `CASE WHEN applicable > 0 THEN ${rescaled("low_earned", "applicable")} END` },
    { name: "high_ticks", sql: `CASE WHEN applicable > 0 THEN ${rescaled("high_earned", "applicable")} END` },
    { name: "coverage_ticks", sql: coverage(program) },
  ];
  return { name: "scores", columns };
}

/** The largest size that a sum of points can have, in ticks. */
function mostEarned({ items }: Program): number {
  return items.reduce(
    (sum, { indicator }) => sum + Math.max(mostTicks(indicator), Math.abs(standIn(indicator) ?? 0)),
    0,
  );
}

/** ticks × by ÷ of, rounded half away from zero; `most`: the largest size of ticks. */
function share(ticks: string, most: bigint, by: bigint, of: string, { dialect, resolved }: Program): string {
  const isWide = !isNarrow(2n * most * by + 2n * BigInt(resolved.totalTicks));
  const [n, d] = isWide ? [cast(ticks, dialect.wide), cast(of, dialect.wide)] : [ticks, of];
  const rounded = (sign: bigint): string =>
    dialect.quotient(`(${whole(2n * sign * by)} * ${n} + ${d})`, `(2 * ${d})`, isWide);
  const sql = `CASE WHEN ${ticks} < 0 THEN -(${rounded(-1n)}) ELSE ${rounded(1n)} END`;
  return isWide ? cast(sql, "BIGINT") : sql;
}

/** Known ÷ applicable weight; 0 and 1 are kept for nothing and everything. */
function coverage(program: Program): string {
  const { shareUnit, totalTicks } = program.resolved;
  const rounded = share("known", BigInt(totalTicks), BigInt(shareUnit), "applicable", program);
  const least = "CASE WHEN known > 0 THEN 1 ELSE 0 END";
  return `CASE WHEN known = applicable THEN ${String(shareUnit)} ELSE least(greatest(${rounded}, ${least}), ${String(shareUnit - 1)}) END`;
}

/** The grades, as places in their list. */
export function placesStage({ resolved }: Program): Stage {
  const isAny = "applicable > 0";
  const last = String(resolved.grades.length - 1);
  const columns = [
    { name: "place", sql: `CASE WHEN score_ticks IS NOT NULL THEN ${placeOf("score_ticks", "shown", resolved)} END` },
    {
      name: "worst_place",
      sql: `CASE WHEN ${isAny} AND low_ticks IS NULL THEN ${last} WHEN ${isAny} THEN ${placeOf("low_ticks", "worst", resolved)} END`,
    },
    {
      name: "best_place",
      sql: `CASE WHEN ${isAny} AND high_ticks IS NULL THEN limit_best WHEN ${isAny} THEN ${placeOf("high_ticks", "best", resolved)} END`,
    },
  ];
  return { name: "places", columns };
}

/** Scores stay within 10^15 ticks: bounds beyond 10^18 are as good as infinite, and BIGINT holds these. */
const BEYOND = 1e18;

function placeOf(ticks: string, limit: string, { grades }: Resolved): string {
  const last = String(grades.length - 1);
  const cases = grades.slice(0, -1).map(({ from }, place) => {
    const least = BigInt(Math.min(Math.max(from, -BEYOND), BEYOND));
    return `WHEN ${ticks} >= ${whole(least)} THEN ${String(place)}`;
  });
  return `greatest(limit_${limit}, ${cases.length === 0 ? last : `CASE ${cases.join(" ")} ELSE ${last} END`})`;
}

/** The columns that come out, with their names. */
export function outcome(program: Program): Column[] {
  const { options, resolved, items } = program;
  const shares = shareScale(resolved.scale);
  const points = items.map((item): Column => {
    const instead = standIn(item.indicator);
    const ticks = ticksOr(item, instead === null ? "NULL" : String(instead), "NULL");
    return { name: `points_${item.indicator.id}`, sql: decimal(ticks, resolved.scale) };
  });
  const computed: Column[] = [
    { name: "score", sql: decimal("score_ticks", resolved.scale) },
    { name: "grade", sql: gradeName("place", resolved) },
    { name: "grade_certain", sql: "coalesce(place = worst_place AND place = best_place, FALSE)" },
    { name: "coverage", sql: decimal("coverage_ticks", shares) },
    { name: "low", sql: decimal("low_ticks", resolved.scale) },
    { name: "high", sql: decimal("high_ticks", resolved.scale) },
    { name: "worst_grade", sql: gradeName("worst_place", resolved) },
    { name: "best_grade", sql: gradeName("best_place", resolved) },
    ...(options.explain ? points : []),
  ];
  return computed.map(({ name, sql }) => ({ name: options.prefix + name, sql }));
}

/** The columns that are handed on, with their own names. */
export function kept({ options }: Program): Column[] {
  return options.keep.map((name, index) => ({ name, sql: keptOf(index) }));
}

/** Ticks as a decimal, exactly. */
function decimal(ticks: string, scale: number): string {
  const type = `DECIMAL(18, ${String(scale)})`;
  return scale === 0
    ? cast(ticks, type)
    : cast(`${cast(ticks, "DECIMAL(16, 0)")} * 0.${"1".padStart(scale, "0")}`, type);
}

function gradeName(place: string, { grades }: Resolved): string {
  const cases = grades.map(({ grade }, index) => `WHEN ${String(index)} THEN ${literal(grade)}`);
  return `CASE ${place} ${cases.join(" ")} END`;
}
