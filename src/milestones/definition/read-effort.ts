import { exactly } from "../../ground/numeral.js";
import { compare, plus, ZERO } from "../../ground/rational.js";
import { show } from "../../ground/show.js";
import { type Ask, mistyped, refuse } from "../decide/ask.js";
import { decimalOf } from "../decide/decimal.js";
import type { Cost } from "../event.js";
import { fieldsOf } from "../fields.js";
import type { EffortState } from "../state.js";
import type { ReadEffort } from "./registry.js";

export const MOST_MINUTES = 527_040;
const CURRENCY = /^[A-Z]{3}$/;

/** What a command says of an effort. */
export const readEffort: ReadEffort = (ask) => {
  const contact = ask.command["contact"] ?? false;
  if (typeof contact !== "boolean") mistyped(ask.issues, "boolean", ["contact"], contact);
  const effort = { contact: contact === true, minutes: readMinutes(ask), cost: readCost(ask) };
  const { minutes = null, cost = null } = ask.command;
  if (contact === false && minutes === null && cost === null) {
    refuse(ask.issues, "nothing-recorded", [], {});
  }
  return effort;
};

/** What was put in so far where the deal stands: no correction takes more away. */
const soFar = ({ state }: Ask): EffortState | undefined => state.efforts[state.milestone ?? ""];

/** A correction says why. */
function correct(ask: Ask): void {
  if ((ask.command["note"] ?? undefined) === undefined) refuse(ask.issues, "required", ["note"], {});
}

function readMinutes(ask: Ask): number | null {
  const minutes = ask.command["minutes"] ?? null;
  if (minutes === null) return null;
  if (typeof minutes !== "number") {
    mistyped(ask.issues, "integer", ["minutes"], minutes);
    return null;
  }
  const least = 0 - (soFar(ask)?.minutes ?? 0);
  if (Number.isInteger(minutes) && minutes >= least && minutes <= MOST_MINUTES) {
    if (minutes < 0) correct(ask);
    return minutes + 0;
  }
  const details = { received: show(minutes), least: least + 0, most: MOST_MINUTES };
  refuse(ask.issues, "out-of-range", ["minutes"], details);
  return null;
}

function readCost(ask: Ask): Cost | null {
  const cost = ask.command["cost"] ?? null;
  if (cost === null) return null;
  if (typeof cost !== "object") {
    mistyped(ask.issues, "object", ["cost"], cost);
    return null;
  }
  const { currency, amount: given } = fieldsOf(cost);
  const isCurrency = typeof currency === "string" && CURRENCY.test(currency);
  if (!isCurrency) refuse(ask.issues, "not-a-currency", ["cost", "currency"], { received: show(currency) });
  const amount = decimalOf(given, ["cost", "amount"], ask.issues) ?? "0";
  if (amount.startsWith("-")) checkCorrection(ask, amount, isCurrency ? currency : "");
  return { amount, currency: currency as string };
}

function checkCorrection(ask: Ask, amount: string, currency: string): void {
  const costs = soFar(ask)?.costs ?? {};
  const before = Object.hasOwn(costs, currency) ? (costs[currency] as string) : "0";
  if (compare(plus(exactly(before), exactly(amount)), ZERO) >= 0) return correct(ask);
  const least = Number(before);
  refuse(ask.issues, "out-of-range", ["cost", "amount"], { received: amount, least: least === 0 ? 0 : -least });
}
