import type { Facts, Scorecard } from "keyaccount";
import type { ResolvedIndicator } from "../../../src/evaluation/resolved/indicator.js";
import { resolve } from "../../../src/evaluation/resolved/resolve.js";
import { exactly, printDecimal } from "../../../src/ground/numeral.js";
import { rational, tenTo } from "../../../src/ground/rational.js";
import type { Random } from "../../support/random.js";

/** How the numeric columns are stored. */
export interface Storage {
  readonly type: "double" | "decimal";
  /** Digits and decimals of a DECIMAL column. */
  readonly digits: number;
  readonly decimals: number;
}

/** A client's row, by indicator: the text that is loaded, `null` for NULL. */
export type Row = Readonly<Record<string, string | null>>;

/** Rows for a scorecard: unknown facts, values anywhere, ties, thresholds and their neighbours, extremes. */
export function rowsFor(card: Scorecard, count: number, random: Random, storage: Storage): Row[] {
  const { indicators } = resolve(card);
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      indicators.map((indicator) => [indicator.id, random.chance(0.15) ? null : valueFor(indicator, random, storage)]),
    ),
  );
}

function valueFor(indicator: ResolvedIndicator, random: Random, storage: Storage): string {
  if (indicator.answers !== null) {
    const known = [...indicator.answers.keys()].map(String);
    return indicator.kind === "choice" && random.chance(0.05)
      ? random.pick(["", "NONE", "none ", "'", "other"])
      : random.pick(known as [string]);
  }
  if (storage.type === "double" && random.chance(0.06)) return random.pick(DOUBLES);
  if (storage.type === "decimal" && random.chance(0.03)) return extreme(random, storage);
  const exact = random.chance(0.6) ? special(indicator, random) : anywhere(indicator, random, storage);
  if (storage.type === "double")
    return random.chance(0.3) ? String(Number(exact) * (1 + (random.next() - 0.5) / 2 ** 40)) : String(Number(exact));
  return onGrid(exact, storage);
}

const DOUBLES: readonly [string, ...string[]] = [
  "NaN",
  "Infinity",
  "-Infinity",
  "5e-324",
  "-5e-324",
  "1e-30",
  "-1e-22",
  "1e-10",
  "1.7976931348623157e+308",
  "-1e300",
  "1e15",
  "123456789012345680",
  "1e22",
  "0.1",
  "0.30000000000000004",
  "-0.0",
  "0",
  "1.2345678901234567e-7",
  "9.999999999999999e-5",
  "0.00012345678901234567",
  "1.2345678901234567e-15",
  "-3.3333333333333335e-9",
  "1e23",
  "0.0001",
];

function extreme(random: Random, { digits, decimals }: Storage): string {
  const most = printDecimal(rational(tenTo(digits) - 1n, tenTo(decimals)));
  const least = printDecimal(rational(1n, tenTo(decimals)));
  return random.pick([most, `-${most}`, least, `-${least}`, "0"]);
}

function special(indicator: ResolvedIndicator, random: Random): string {
  const { numeric } = indicator;
  if (numeric === null) return "0";
  const starts = [...numeric.curve.starts, numeric.min, numeric.max].flatMap((at) => (at === null ? [] : [at.text]));
  if (starts.length > 0 && random.chance(0.3)) return random.pick(starts as [string]);
  const line =
    numeric.relative ?? random.pick(numeric.curve.pieces as unknown as [(typeof numeric.curve.pieces)[0]]).points;
  const k = BigInt(random.int(-20, 1) + Math.round(random.next() * 1.2 * Math.max(1, indicator.full)));
  const tick = line.reciprocal
    ? rational(2n * line.bigP, line.bigR * (2n * (k < 1n ? 1n : k) + 1n))
    : line.bigP === 0n
      ? rational(k, 100n)
      : rational((2n * k + 1n) * line.bigR - 2n * line.bigQ, 2n * line.bigP);
  const unit = tenTo(random.int(2, 12));
  return printDecimal(rational((tick.n * unit) / tick.d, unit));
}

function anywhere(indicator: ResolvedIndicator, random: Random, { decimals }: Storage): string {
  const unit = 10 ** Math.min(decimals, random.int(0, 4));
  if (indicator.numeric?.min != null) return String(random.int(-unit / 10, 6 * unit) / unit);
  return String(random.int(-3 * unit, random.pick([1, 10, 100, 1000]) * unit) / unit);
}

function onGrid(text: string, { digits, decimals }: Storage): string {
  const { n, d } = exactly(text);
  const unit = tenTo(decimals);
  const whole = (n * unit) / d;
  const most = tenTo(digits) - 1n;
  return printDecimal(rational(whole > most ? most : whole < -most ? -most : whole, unit));
}

/** The row as facts: texts of decimals as they are, doubles as numbers. */
export function factsOf(card: Scorecard, row: Row, { type }: Storage): Facts {
  return Object.fromEntries(
    Object.entries(card.indicators).map(([id, { kind }]) => {
      const text = row[id] ?? null;
      if (text === null || kind === "choice") return [id, text];
      if (kind === "flag") return [id, text === "true"];
      return [id, type === "double" ? Number(text) : text];
    }),
  ) as Facts;
}
