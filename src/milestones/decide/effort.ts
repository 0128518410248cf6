import { show } from "../../portfolio/arguments.js";
import type { Cost } from "../event.js";
import { fieldsOf } from "../fields.js";
import type { Stay } from "../state.js";
import { type Ask, isIn, mistyped, note, type Outcome, refuse } from "./ask.js";
import { decimalOf } from "./decimal.js";

const MOST_MINUTES = 527_040;
const CURRENCY = /^[A-Z]{3}$/;

export function recordEffort(ask: Ask): Outcome {
  isIn(ask, "open", "paused");
  const contact = ask.command["contact"] ?? false;
  if (typeof contact !== "boolean") {
    mistyped(ask.issues, "boolean", ["contact"], contact);
  }
  const minutes = readMinutes(ask);
  const cost = readCost(ask);
  if (contact === false && minutes === null && cost === null) {
    refuse(ask.issues, "nothing-recorded", [], {});
  }
  const early = isEarly(ask, minutes, cost);
  const milestone = ask.state.milestone as string;
  return {
    type: "effort-recorded",
    data: { milestone, contact: contact === true, minutes, cost, early, ...note(ask) },
  };
}

function readMinutes({ command, issues }: Ask): number | null {
  const minutes = command["minutes"] ?? null;
  if (minutes === null) return null;
  if (Number.isInteger(minutes) && (minutes as number) >= 0 && (minutes as number) <= MOST_MINUTES) {
    return (minutes as number) + 0;
  }
  const details = { received: show(minutes), least: 0, most: MOST_MINUTES };
  refuse(issues, "out-of-range", ["minutes"], details);
  return null;
}

function readCost({ command, issues }: Ask): Cost | null {
  const cost = command["cost"] ?? null;
  if (cost === null) return null;
  if (typeof cost !== "object") {
    mistyped(issues, "object", ["cost"], cost);
    return null;
  }
  const { currency, amount: given } = fieldsOf(cost);
  if (typeof currency !== "string" || !CURRENCY.test(currency)) {
    refuse(issues, "not-a-currency", ["cost", "currency"], { received: show(currency) });
  }
  const amount = decimalOf(given, ["cost", "amount"], issues) ?? "0";
  if (amount.startsWith("-")) {
    refuse(issues, "out-of-range", ["cost", "amount"], { received: amount, least: 0 });
  }
  return { amount, currency: currency as string };
}

/** Whether an effort comes before the process allows it: refused or, if the process says so, flagged (E9.3). */
function isEarly({ known, state, issues }: Ask, minutes: number | null, cost: Cost | null): boolean {
  const rule = known.process.effort;
  if (rule === undefined || isBehind(rule.after, state.stays, known.ahead)) return false;
  const { after, early } = rule;
  const costs = cost !== null && cost.amount !== "0";
  const counts = costs || (rule.counts === "cost-and-time" && (minutes ?? 0) > 0);
  if (counts && early === "refuse") refuse(issues, "effort-too-early", [costs ? "cost" : "minutes"], { after });
  return counts;
}

/** Whether a gate was passed, and no way back has led before it since. */
function isBehind(gate: string, stays: readonly Stay[], ahead: Ask["known"]["ahead"]): boolean {
  const at = stays.findLastIndex(({ milestone }) => milestone === gate);
  const exit = stays[at]?.exit;
  if (exit !== "passed" && exit !== "overridden" && exit !== "not-proven") return false;
  const isReturn = ({ entry, milestone }: Stay): boolean =>
    (entry === "back" || entry === "reopened") && ahead.get(milestone)?.has(gate) === true;
  return !stays.slice(at + 1).some(isReturn);
}
