import { compare, ONE, type Rational, times } from "../../ground/rational.js";
import { money, ratio } from "./amount.js";
import type { EffortDecision, EffortReason } from "./effort.js";
import type { EffortSettings } from "./effort-read.js";

/** What a decision about an effort rests on; `null` is unknown. */
export interface Standing {
  readonly value: Rational | null;
  readonly likelihood: Rational | null;
  readonly spent: Rational;
  readonly costToCome: Rational | null;
  readonly unknownCosts: number;
  /** The stage reached with the contacts it took. */
  readonly stage: string | null;
  readonly contactsAtStage: number;
}

/** A decision with its reasons. */
export interface Decided {
  readonly decision: EffortDecision | null;
  readonly decisionCertain: boolean;
  readonly reasons: readonly EffortReason[];
}

/** Goes on, escalates or stops; what is said of the unknown is said as such. */
export function decideEffort(standing: Standing, settings: EffortSettings): Decided {
  const { value, likelihood, unknownCosts } = standing;
  if (likelihood !== null && compare(likelihood, ONE) === 0)
    return { decision: "continue", decisionCertain: true, reasons: [{ code: "won" }] };
  const expected = value === null || likelihood === null ? null : times(value, likelihood);
  const judged = expected === null ? null : judge(standing, expected, settings);
  const stalled = stalledReasons(standing, settings);
  const decision = stalled.length > 0 && judged?.decision !== "stop" ? "escalate" : (judged?.decision ?? null);
  return {
    decision,
    decisionCertain: judged !== null && isCertain(decision, standing),
    reasons: [...(judged?.reasons ?? unknownReasons(standing)), ...stalled, ...costReasons(unknownCosts)],
  };
}

/** Unknown costs can only add: to stopping there is no more to add, and a known cost to come alone decides on it. */
function isCertain(decision: EffortDecision | null, { unknownCosts, costToCome }: Standing): boolean {
  return unknownCosts === 0 || decision === "stop" || (decision === "escalate" && costToCome !== null);
}

interface Verdict {
  readonly decision: EffortDecision;
  readonly reasons: readonly EffortReason[];
}

/** What is spent is gone: where the cost to come is known, that alone stops. */
function judge({ spent, costToCome }: Standing, expected: Rational, settings: EffortSettings): Verdict {
  const { escalate, stop } = settings;
  const reaches = (amount: Rational | null, limit: Rational): boolean =>
    amount !== null && compare(amount, times(limit, expected)) >= 0;
  const stops = reaches(costToCome ?? spent, stop);
  const limit = stops ? stop : escalate;
  const say = (code: LimitCode, amount: Rational): EffortReason => reason(code, amount, expected, limit, settings);
  const reasons = [
    ...(reaches(spent, limit) ? [say("spent-above-limit", spent)] : []),
    ...(costToCome !== null && reaches(costToCome, limit) ? [say("to-come-above-limit", costToCome)] : []),
  ];
  if (reasons.length === 0) return { decision: "continue", reasons: [say("within-limits", spent)] };
  return { decision: stops ? "stop" : "escalate", reasons };
}

type LimitCode = "spent-above-limit" | "to-come-above-limit" | "within-limits";

function reason(
  code: LimitCode,
  amount: Rational,
  expected: Rational,
  limit: Rational,
  { scale }: EffortSettings,
): EffortReason {
  return { code, amount: money(amount, scale), expectedValue: money(expected, scale), limit: ratio(limit) as number };
}

function unknownReasons({ value, likelihood }: Standing): EffortReason[] {
  return [
    ...(value === null ? [{ code: "value-unknown" } as const] : []),
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
