import type { NumericPart, ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import type { DecimalString } from "../ground/numeral.js";
import { tenTo } from "../ground/rational.js";
import { curveAt, ticksOf } from "./curve.js";
import { cast, type Dialect, literal } from "./dialect.js";
import { type Extent, extentOf } from "./extent.js";
import { fits, greatestOf, isNarrow, type Reading, type Sized } from "./whole.js";

/** How one numeric column is read: into one column, or into one for values near 0, read to more decimals, and one for the others. */
export interface NumericColumn {
  readonly part: NumericPart;
  readonly extent: Extent;
  readonly readings: readonly Ranged[];
  /** Whether the engine's numbers hold everything that is computed from it. */
  readonly isExact: boolean;
}

/** A reading of values from −10^low to 10^high; the last one holds those beyond to it. */
interface Ranged {
  readonly reading: Reading;
  readonly low: number;
  readonly high: number;
}

/** Doubles print at most 17 digits. */
const DIGITS_OF_DOUBLES = 17;

/** Plans how to read a numeric indicator's column, `name` in the stages to come; `scale` is that of an exact column, if the host told it. */
export function planColumn(
  indicator: ResolvedIndicator,
  numeric: NumericPart,
  limits: readonly DecimalString[],
  name: string,
  scale: number | undefined,
  dialect: Dialect,
): NumericColumn {
  const extent = extentOf(indicator, numeric, limits);
  const range = (suffix: string, digits: number, decimals: number): Ranged => {
    const [low, high] = [Math.min(digits, extent.low), Math.min(digits, extent.high)];
    const [least, most] = [-tenTo(low + decimals), tenTo(high + decimals)];
    const isWide = dialect.isUnbounded || !isNarrow(greatestOf(-least, most));
    return { low, high, reading: { column: name + suffix, scale: decimals, least, most, isWide } };
  };
  const isExact = ({ reading }: Ranged): boolean => canCompute(numeric, reading, extent, dialect);
  const plan = (...readings: Ranged[]): NumericColumn => ({
    part: numeric,
    extent,
    readings,
    isExact: readings.every(isExact),
  });
  if (dialect.isUnbounded) return plan(range("", Infinity, 0));
  if (scale !== undefined) return plan(range("", Infinity, scale));
  return { part: numeric, extent, ...planAny(extent, range, isExact) };
}

/** For columns of any type: read so that no double is turned away, or else to as many decimals as there is room for. */
function planAny(
  extent: Extent,
  range: (suffix: string, digits: number, decimals: number) => Ranged,
  isExact: (range: Ranged) => boolean,
): Pick<NumericColumn, "readings" | "isExact"> {
  const decimals = DIGITS_OF_DOUBLES + extent.decimals;
  const whole = Math.max(extent.low, extent.high);
  for (let near = whole; near >= 0; near -= 1) {
    const first = range("", near, decimals);
    const far = range("_far", whole, Math.max(0, DIGITS_OF_DOUBLES - near));
    if (near === whole && isExact(first)) return { readings: [first], isExact: true };
    if (isExact(first) && isExact(far)) return { readings: [first, far], isExact: true };
  }
  for (let fewer = decimals; fewer >= 0; fewer -= 1) {
    const only = range("", whole, fewer);
    if (isExact(only)) return { readings: [only], isExact: true };
  }
  return { readings: [], isExact: false };
}

function canCompute(numeric: NumericPart, reading: Reading, { start }: Extent, dialect: Dialect): boolean {
  if (!fits(greatestOf(-reading.least, reading.most), dialect)) return false;
  const steps = stepsOf(numeric, reading, start, dialect);
  const isHeld = dialect.isUnbounded || steps.every(({ outcome }) => isNarrow(outcome));
  return isHeld && steps.every(({ size }) => fits(size, dialect));
}

function stepsOf(numeric: NumericPart, a: Reading, start: Extent["start"], dialect: Dialect): readonly Sized[] {
  if (numeric.relative === null) return [curveAt(numeric, a, start, dialect)];
  const relative = ticksOf(numeric.relative, a, start, dialect);
  return [relative, curveAt(numeric, relativeReading("", numeric, relative.outcome, dialect), start, dialect)];
}

/** The reading of a column that holds an indicator's rounded relative ratio. */
export function relativeReading(column: string, numeric: NumericPart, most: bigint, dialect: Dialect): Reading {
  const scale = String(numeric.relativeUnit).length - 1;
  return { column, scale, least: -most, most, isWide: dialect.isUnbounded };
}

/** The expression that reads one range of a column. */
export function readRange(
  value: string,
  { readings, extent }: NumericColumn,
  index: number,
  isDeclared: boolean,
  message: string,
  dialect: Dialect,
): string {
  const range = readings[index] as Ranged;
  const { reading } = range;
  const before = readings[index - 1];
  const type = reading.isWide ? dialect.wide : "BIGINT";
  const read = isDeclared ? readExact(value, range, dialect) : readAny(value, reading, extent, dialect);
  const checked =
    read.isFiner === null || dialect.checks === null
      ? ""
      : `WHEN ${read.isFiner} THEN ${dialect.checks.fail(message)} `;
  const inner = checked === "" ? read.sql : `CASE ${checked}ELSE ${read.sql} END`;
  const cases = [
    ...(before === undefined ? [] : [`WHEN ${isWithin(value, before)} THEN NULL`]),
    `WHEN ${isWithin(value, range)} THEN ${cast(inner, type)}`,
    ...(index < readings.length - 1 ? [] : beyond(value, reading, dialect)),
  ];
  return cast(`CASE ${cases.join(" ")} END`, type);
}

interface Read {
  readonly sql: string;
  /** When digits would be lost. */
  readonly isFiner: string | null;
}

function readExact(value: string, { reading, low, high }: Ranged, { readExact, checks }: Dialect): Read {
  const { scale } = reading;
  const all = Math.max(low, high) + 1 + scale;
  return { sql: readExact(value, scale, all), isFiner: checks?.isFiner(value, scale, all) ?? null };
}

/** Values so near to 0 that the scorecard tells none of them from another may lose digits. */
function readAny(value: string, { scale }: Reading, { decimals }: Extent, { readAny, checks }: Dialect): Read {
  const sql = readAny(value, scale);
  if (checks === null) return { sql, isFiner: null };
  const isFiner = `${checks.decimals(value)} > ${String(scale)}`;
  return {
    sql,
    isFiner: scale < decimals ? isFiner : `${isFiner} AND abs(${sql}) >= ${String(tenTo(scale - decimals))}`,
  };
}

/** NaN and the infinities are no facts; what lies beyond the range is worth what its end is. */
function beyond(value: string, { least, most }: Reading, dialect: Dialect): string[] {
  return [
    `WHEN ${dialect.print(value)} IN (${dialect.notFinite.map(literal).join(", ")}) THEN NULL`,
    `WHEN ${value} > 0 THEN ${String(most)}`,
    `WHEN ${value} < 0 THEN ${String(least)}`,
  ];
}

function isWithin(value: string, { low, high }: Ranged): string {
  return `${value} BETWEEN -${String(tenTo(low))} AND ${String(tenTo(high))}`;
}
