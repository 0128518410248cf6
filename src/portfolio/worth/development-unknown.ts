import { type DecimalString, printDecimal } from "../../ground/numeral.js";
import { minus, ONE, over, type Rational, roundTo, ZERO } from "../../ground/rational.js";
import { DEVELOPMENT_INPUTS, type DevelopmentInput, type UnknownInput, type WorthVerdict } from "./development.js";
import type { DevelopmentSettings, Inputs } from "./development-read.js";
import { effectOf, rounded, verdictOf, worthOf } from "./development-sum.js";
import { type Interval, isBound, isPoint, order, point, span } from "./interval.js";

const TURN_DECIMALS = 4;

interface Judged {
  readonly entry: UnknownInput;
  readonly swing: Rational;
}

/** What isn't known exactly, the most decisive first. */
export function unknownInputs(inputs: Inputs, verdict: WorthVerdict, settings: DevelopmentSettings): UnknownInput[] {
  const open = DEVELOPMENT_INPUTS.filter((input) => !isPoint(inputs[input]));
  const judged = open.map((input) => judge(input, inputs, verdict, open.length === 1, settings));
  return judged.sort(byWeight).map(({ entry }) => entry);
}

/** First what settles the verdict alone, then by how far it moves the worth; the sort keeps the order of the inputs. */
function byWeight(a: Judged, b: Judged): number {
  return Number(settles(b.entry)) - Number(settles(a.entry)) || order(b.swing, a.swing);
}

function settles({ matters, atLow, atHigh }: UnknownInput): boolean {
  return matters && (atLow !== "find-out" || atHigh !== "find-out");
}

function judge(
  input: DevelopmentInput,
  inputs: Inputs,
  verdict: WorthVerdict,
  isAlone: boolean,
  { scale, minimum }: DevelopmentSettings,
): Judged {
  const { low, high } = inputs[input];
  const at = (value: Rational): WorthVerdict =>
    verdictOf(rounded(worthOf({ ...inputs, [input]: point(value) }), scale), minimum);
  const swing = span(inputs[input], effectOf(inputs)[input]);
  const entry = {
    input,
    low: end(low),
    high: end(high),
    swing: isBound(swing) ? end(roundTo(swing, scale)) : null,
    matters: verdict === "find-out" && swing.n > 0n,
    atLow: at(low),
    atHigh: at(high),
    turnsAt: isAlone ? turningPoint(input, inputs, minimum) : null,
  };
  return { entry, swing };
}

/** A bound that is open has no number. */
export function end(value: Rational): DecimalString | null {
  return isBound(value) ? printDecimal(value) : null;
}

/** The worth is linear in each input: where it meets the minimum. */
function turningPoint(input: DevelopmentInput, inputs: Inputs, minimum: Rational): DecimalString | null {
  const at = (value: Rational): Rational => worthOf({ ...inputs, [input]: point(value) } satisfies Inputs).low;
  const base = at(ZERO);
  const slope = minus(at(ONE), base);
  if (slope.n === 0n) return null;
  const turn = over(minus(minimum, base), slope);
  const { low, high }: Interval = inputs[input];
  return order(turn, low) < 0 || order(turn, high) > 0 ? null : printDecimal(roundTo(turn, TURN_DECIMALS));
}
