import type { DecimalString } from "../ground/numeral.js";
import { tenTo } from "../ground/rational.js";
import type { NumericPart, ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import { curveAt, ticksOf } from "./curve.js";
import { cast, type Dialect, literal } from "./dialect.js";
import { type Extent, extentOf } from "./extent.js";
import { fits, greatestOf, isNarrow, type Reading, type Sized } from "./whole.js";

/** How one numeric column is read: into one column, or into one for values near 0, read to more decimals, and one for the others. */
export interface NumericColumn {
  readonly extent: Extent;
  readonly readings: readonly Ranged[];
  /** Whether the engine's numbers hold everything that is computed from it. */
  readonly isExact: boolean;
}

/** A reading with the power of ten up to which it reads values; the last one holds those beyond to it. */
export interface Ranged {
  readonly reading: Reading;
  readonly digits: number;
}

/** Doubles print at most 17 digits, and no exponent where they have at most 21 decimals, in DuckDB. */
const DIGITS_OF_DOUBLES = 17;
const DECIMALS_AT_LEAST = 22;

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
    const most = tenTo(digits + decimals);
    const isWide = dialect.isUnbounded || !isNarrow(most);
    return { digits, reading: { column: name + suffix, scale: decimals, least: -most, most, isWide } };
  };
  const isExact = ({ reading }: Ranged): boolean => canCompute(numeric, reading, extent, dialect);
  const plan = (...readings: Ranged[]): NumericColumn => ({ extent, readings, isExact: readings.every(isExact) });
  if (dialect.isUnbounded) return plan(range("", extent.digits, 0));
  if (scale !== undefined) return plan(range("", extent.digits, scale));
  const decimals = Math.max(DECIMALS_AT_LEAST, DIGITS_OF_DOUBLES + extent.decimals);
  for (let near = extent.digits; near >= 0; near -= 1) {
    const first = range("", near, decimals);
    if (!isExact(first)) continue;
    if (near === extent.digits) return plan(first);
    return plan(first, range("_far", extent.digits, Math.max(0, DIGITS_OF_DOUBLES - near)));
  }
  return { extent, readings: [], isExact: false };
}

function canCompute(numeric: NumericPart, reading: Reading, { start }: Extent, dialect: Dialect): boolean {
  const steps = stepsOf(numeric, reading, start, dialect);
  const isHeld = dialect.isUnbounded || steps.every(({ outcome }) => isNarrow(outcome));
  return isHeld && fits(greatestOf(reading.most, ...steps.map(({ size }) => size)), dialect);
}

function stepsOf(numeric: NumericPart, a: Reading, start: Extent["start"], dialect: Dialect): readonly Sized[] {
  if (numeric.relative === null) return [curveAt(numeric, a, start, dialect)];
  const relative = ticksOf(numeric.relative, a, start, dialect);
  return [relative, curveAt(numeric, relativeReading("", numeric, relative, dialect), null, dialect)];
}

/** The reading of a column that holds an indicator's rounded relative ratio. */
export function relativeReading(column: string, numeric: NumericPart, { outcome }: Sized, dialect: Dialect): Reading {
  const scale = String(numeric.relativeUnit).length - 1;
  return { column, scale, least: -outcome, most: outcome, isWide: dialect.isUnbounded };
}

/** The expression that reads one range of a column. */
export function readRange(
  value: string,
  { readings }: NumericColumn,
  index: number,
  scale: number | undefined,
  message: string,
  dialect: Dialect,
): string {
  const { reading, digits } = readings[index] as Ranged;
  const before = readings[index - 1];
  const type = reading.isWide ? dialect.wide : "BIGINT";
  const read = (scale === undefined ? dialect.readAny : dialect.readExact)(
    value,
    reading.scale,
    digits + 1 + reading.scale,
    message,
  );
  const [low, high] = [reading.least, reading.most].map(String) as [string, string];
  const cases = [
    ...(before === undefined ? [] : [`WHEN ${isWithin(value, before.digits)} THEN NULL`]),
    `WHEN ${isWithin(value, digits)} THEN ${cast(read, type)}`,
    ...(index < readings.length - 1
      ? []
      : [
          `WHEN ${dialect.print(value)} IN (${dialect.notFinite.map(literal).join(", ")}) THEN NULL`,
          `WHEN ${value} > 0 THEN ${high}`,
          `WHEN ${value} < 0 THEN ${low}`,
        ]),
  ];
  return cast(`CASE ${cases.join(" ")} END`, type);
}

function isWithin(value: string, digits: number): string {
  const most = String(tenTo(digits));
  return `${value} BETWEEN -${most} AND ${most}`;
}
