import { compare, type Rational, rational } from "../../ground/rational.js";
import { addUnits, type Whole } from "../../ground/scaled.js";
import type { Quadrant } from "../quadrants/volume-loyalty.js";
import { shareOf } from "../share.js";
import type { ReadMarks } from "./options.js";
import type { Risk, RiskFigure, RiskLevel, RiskReason } from "./risk.js";

/** A client that bought something. */
export interface Buyer {
  readonly id: string;
  readonly quadrant: Quadrant | null;
  readonly certain: boolean;
  readonly whole: Whole;
}

/** What some clients bought. */
export function boughtBy(buyers: readonly Buyer[], zero: Whole): Whole {
  return buyers.reduce((sum, { whole }) => addUnits(sum, whole), zero);
}

/** A figure's part of a whole, within what the unknown leaves open; `value` is `null` where nothing is known of it. */
export interface Parts {
  readonly least: Whole;
  readonly value: Whole | null;
  readonly most: Whole;
  readonly whole: Whole;
}

/** The parts of a figure that no quadrant changes. */
export function settled(value: Whole, whole: Whole): Parts {
  return { least: value, value, most: value, whole };
}

/** How much is bought by large clients without loyalty: those for sure, those so far as known, those at most. */
export function dangerousParts(buyers: readonly Buyer[], whole: Whole, zero: Whole): Parts {
  const sum = (isIn: (buyer: Buyer) => boolean): Whole => boughtBy(buyers.filter(isIn), zero);
  const isDangerous = ({ quadrant }: Buyer): boolean => quadrant === "dangerous";
  return {
    least: sum((buyer) => isDangerous(buyer) && buyer.certain),
    value: buyers.some(({ quadrant }) => quadrant !== null) ? sum(isDangerous) : null,
    most: sum((buyer) => isDangerous(buyer) || buyer.quadrant === null || mayBecomeDangerous(buyer)),
    whole,
  };
}

/** Loyalty may turn out low, volume is what it is. */
function mayBecomeDangerous({ quadrant, certain }: Buyer): boolean {
  return quadrant === "treasure" && !certain;
}

/** A figure with its level. `reasons` says what it doesn't know. */
export function figureOf(
  risk: Risk,
  { least, value, most, whole }: Parts,
  marks: ReadMarks,
  behind: readonly Buyer[],
  reasons: readonly RiskReason[],
): RiskFigure {
  const level = (part: Whole): RiskLevel => levelOf(rational(BigInt(part), BigInt(whole)), marks);
  const isKnown = whole > 0 && value !== null;
  return {
    risk,
    value: isKnown ? shareOf(value, whole) : null,
    least: whole > 0 ? shareOf(least, whole) : null,
    most: whole > 0 ? shareOf(most, whole) : null,
    level: isKnown ? level(value) : null,
    certain: isKnown && !reasons.includes("volumes-unknown") && level(least) === level(most),
    reasons: whole > 0 ? reasons : ["nothing-bought"],
    moderate: Number(marks.printed.moderate),
    high: Number(marks.printed.high),
    clients: behind.map(({ id }) => id),
  };
}

function levelOf(value: Rational, { moderate, high }: ReadMarks): RiskLevel {
  if (compare(value, high) >= 0) return "high";
  return compare(value, moderate) >= 0 ? "moderate" : "low";
}
