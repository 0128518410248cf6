import type { Cost } from "../event.js";
import type { Stay } from "../state.js";
import { type Ask, isIn, note, type Outcome, refuse } from "./ask.js";

export function recordEffort(ask: Ask): Outcome {
  isIn(ask, "open", "paused");
  const { contact, minutes, cost } = ask.known.readEffort(ask);
  const early = isEarly(ask, minutes, cost);
  const milestone = ask.state.milestone as string;
  return { type: "effort-recorded", data: { milestone, contact, minutes, cost, early, ...note(ask) } };
}

/** Whether an effort comes before the process allows it: refused or, if the process says so, flagged (E9.3). */
function isEarly({ known, state, issues }: Ask, minutes: number | null, cost: Cost | null): boolean {
  const rule = known.process.effort;
  if (rule === undefined || isBehind(rule.after, state.stays, known.ahead)) return false;
  const { after, early } = rule;
  const costs = cost !== null && cost.amount !== "0" && !cost.amount.startsWith("-");
  const counts = costs || (rule.counts === "cost-and-time" && (minutes ?? 0) > 0);
  if (counts && early === "refuse") refuse(issues, "effort-too-early", [costs ? "cost" : "minutes"], { after });
  return counts;
}

/** Whether a gate was passed, and no way back has led before it since. A history from elsewhere that stands past it without telling of it has passed it, though nothing proves that. */
function isBehind(gate: string, stays: readonly Stay[], ahead: Ask["known"]["ahead"]): boolean {
  const at = stays.findLastIndex(({ milestone }) => milestone === gate);
  const isAhead = ahead.get(stays.at(-1)?.milestone ?? "")?.has(gate) === true;
  if (at < 0) return !isAhead && stays[0]?.entry === "imported";
  const exit = stays[at]?.exit;
  if (exit !== "passed" && exit !== "overridden" && exit !== "not-proven") return false;
  const isReturn = ({ entry, milestone }: Stay): boolean =>
    (entry === "back" || entry === "reopened") && ahead.get(milestone)?.has(gate) === true;
  return !stays.slice(at + 1).some(isReturn);
}
