import { show } from "../../portfolio/arguments.js";
import { type Ask, mistyped, refuse } from "../decide/ask.js";
import { decimalOf } from "../decide/decimal.js";
import type { Cost } from "../event.js";
import { fieldsOf } from "../fields.js";
import type { ReadEffort } from "./registry.js";

const MOST_MINUTES = 527_040;
const CURRENCY = /^[A-Z]{3}$/;

/** What a command says of an effort. */
export const readEffort: ReadEffort = (ask) => {
  const contact = ask.command["contact"] ?? false;
  if (typeof contact !== "boolean") mistyped(ask.issues, "boolean", ["contact"], contact);
  const effort = { contact: contact === true, minutes: readMinutes(ask), cost: readCost(ask) };
  if (contact === false && effort.minutes === null && effort.cost === null) {
    refuse(ask.issues, "nothing-recorded", [], {});
  }
  return effort;
};

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
