import { compare, ONE, type Rational, times, ZERO } from "../../ground/rational.js";
import { money, ratio } from "../money.js";
import type { EffortDecision, EffortReason } from "./effort.js";
import type { EffortSettings } from "./effort-read.js";

/** What a decision about an effort rests on; `null` is unknown. */
export interface Standing {
  readonly marginIfWon: Rational | null;
  readonly likelihood: Rational | null;
  readonly spent: Rational;
  readonly costToCome: Rational | null;
  readonly unknownCosts: number;
  /** The stage reached with the contacts that it took. */
  readonly stage: string | null;
  /** Whether the stage was told, or no contact of unknown stage or day could have reached another. */
  readonly isStageCertain: boolean;
  readonly contactsAtStage: number;
  /** Contacts of unknown stage: they may be of the stage reached. */
  readonly unknownStages: number;
}

/** A decision with its reasons. */
export interface Decided {
  readonly decision: EffortDecision | null;
  readonly certain: boolean;
  readonly reasons: readonly EffortReason[];
}

interface Verdict {
  readonly decision: EffortDecision;
  readonly reasons: readonly EffortReason[];
}

/** Goes on, escalates or stops; what is said of the unknown is said as such. */
export function decideEffort(standing: Standing, settings: EffortSettings): Decided {
  const { marginIfWon, likelihood, unknownCosts, isStageCertain } = standing;
  if (likelihood !== null && compare(likelihood, ONE) === 0)
    return { decision: "continue", certain: isStageCertain, reasons: [{ code: "won" }] };
  const expected = marginIfWon === null || likelihood === null ? null : times(marginIfWon, likelihood);
  const judged = expected === null ? null : judge(standing, expected, settings);
  const stalled = stalledReasons(standing, settings);
  const decision = stalled.length > 0 && judged?.decision !== "stop" ? "escalate" : (judged?.decision ?? null);
  return {
    decision,
    certain: judged !== null && isStageCertain && isCertain(decision, standing, settings),
    reasons: [...(judged?.reasons ?? unknownReasons(standing)), ...stalled, ...costReasons(unknownCosts)],
  };
}

/** What is unknown can only add: nothing to stopping, and to escalating no more than the cost to come, which alone stops. */
function isCertain(decision: EffortDecision | null, standing: Standing, settings: EffortSettings): boolean {
  const { costToCome, unknownCosts, contactsAtStage, unknownStages } = standing;
  if (decision === "stop") return true;
  if (costToCome === null) return false;
  return decision === "escalate" || (unknownCosts === 0 && contactsAtStage + unknownStages <= settings.contactsAtStage);
}

/** What is spent is gone: it escalates; only the cost to come stops, and without a known one only that there is nothing to win. */
function judge({ spent, costToCome }: Standing, expected: Rational, settings: EffortSettings): Verdict {
  const { escalate, stop, scale } = settings;
  if (compare(expected, ZERO) <= 0)
    return { decision: "stop", reasons: [{ code: "brings-nothing", expectedValue: money(expected, scale) }] };
  const reaches = (amount: Rational | null, limit: Rational): amount is Rational =>
    amount !== null && compare(amount, times(limit, expected)) >= 0;
  const say = (code: LimitCode, amount: Rational, limit: Rational): EffortReason => ({
    code,
    amount: money(amount, scale),
    expectedValue: money(expected, scale),
    limit: ratio(limit) as number,
  });
  const stops = reaches(costToCome, stop);
  const limit = stops ? stop : escalate;
  const reasons = [
    ...(reaches(costToCome, limit) ? [say("to-come-above-limit", costToCome, limit)] : []),
    ...(reaches(spent, escalate) ? [say("spent-above-limit", spent, escalate)] : []),
  ];
  if (reasons.length === 0) return { decision: "continue", reasons: [say("within-limits", spent, escalate)] };
  return { decision: stops ? "stop" : "escalate", reasons };
}

type LimitCode = "spent-above-limit" | "to-come-above-limit" | "within-limits";

function unknownReasons({ marginIfWon, likelihood }: Standing): EffortReason[] {
  return [
    ...(marginIfWon === null ? [{ code: "margin-unknown" } as const] : []),
    ...(likelihood === null ? [{ code: "likelihood-unknown" } as const] : []),
  ];
}

function stalledReasons({ stage, contactsAtStage: contacts }: Standing, settings: EffortSettings): EffortReason[] {
  const most = settings.contactsAtStage;
  return stage === null || contacts <= most ? [] : [{ code: "stalled", stage, contacts, most }];
}

function costReasons(contacts: number): EffortReason[] {
  return contacts === 0 ? [] : [{ code: "costs-unknown", contacts }];
}
