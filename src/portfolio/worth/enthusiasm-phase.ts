import { dayOf } from "../../ground/dates.js";
import { ratio } from "../money.js";
import type { EnthusiasmPhase, EnthusiasmSpan } from "./enthusiasm.js";
import { countAnswers } from "./enthusiasm-answers.js";
import type { EnthusiasmReading, ReadNeed, ReadTouch } from "./enthusiasm-read.js";

const RATE_DAYS = 30;

/** A phase from one day to another, both included. */
interface PhaseDays {
  readonly phase: EnthusiasmPhase;
  readonly from: number;
  readonly to: number;
}
/** Phases in order; the first has no beginning, the last no end. */
export type Phases = readonly PhaseDays[];

/** The phases that the days of signing and delivery delimit. */
export function phasesOf({ signedOn, deliveredOn }: EnthusiasmReading): Phases {
  const signed = signedOn === null ? null : (dayOf(signedOn) as number);
  const delivered = deliveredOn === null ? null : (dayOf(deliveredOn) as number);
  const before: PhaseDays[] = signed === null ? [] : [{ phase: "before-signing", from: -Infinity, to: signed }];
  if (delivered !== null) {
    if (signed !== null) before.push({ phase: "before-delivery", from: signed + 1, to: delivered });
    return [...before, { phase: "after-delivery", from: delivered + 1, to: Infinity }];
  }
  return signed === null ? [] : [...before, { phase: "after-signing", from: signed + 1, to: Infinity }];
}

/** The phase of a day; `null` where none is known. */
export function phaseOn(day: number, phases: Phases): EnthusiasmPhase | null {
  return phases.find(({ from, to }) => day >= from && day <= to)?.phase ?? null;
}

/** Each phase as a whole, from the first row to the day of the question. */
export function spansOf(
  phases: Phases,
  touches: readonly ReadTouch[],
  needs: readonly ReadNeed[],
  lastDay: number,
): EnthusiasmSpan[] {
  const dayAt = ({ at }: { readonly at: string }): number => Math.min(dayOf(at) as number, lastDay);
  const firstDay = [...touches, ...needs].reduce((least, row) => Math.min(least, dayAt(row)), Infinity);
  return phases.flatMap(({ phase, from, to }) => {
    const [start, end] = [Math.max(from, firstDay), Math.min(to, lastDay)];
    const isWithin = (row: { readonly at: string }): boolean => dayAt(row) >= start && dayAt(row) <= end;
    const ours = touches.filter((touch) => touch.by === "us" && isWithin(touch)).length;
    return end < start ? [] : [spanOf(phase, end - start + 1, ours, needs.filter(isWithin))];
  });
}

function spanOf(phase: EnthusiasmPhase, days: number, touches: number, needs: readonly ReadNeed[]): EnthusiasmSpan {
  return {
    phase,
    days,
    touches,
    touchRate: rate(touches, days),
    needs: needs.length,
    needRate: rate(needs.length, days),
    answers: countAnswers(needs),
    answerDays: meanDays(needs),
  };
}

function rate(count: number, days: number): number {
  return quotient(count * RATE_DAYS, days);
}

function meanDays(needs: readonly ReadNeed[]): number | null {
  const known = needs.map(({ days }) => days).filter((days) => days !== null);
  return known.length === 0
    ? null
    : quotient(
        known.reduce((sum, days) => sum + days, 0),
        known.length,
      );
}

/** To four decimals; counts and days are far below the numbers that no longer print them. */
function quotient(a: number, b: number): number {
  return ratio({ n: BigInt(a), d: BigInt(b) }) as number;
}
