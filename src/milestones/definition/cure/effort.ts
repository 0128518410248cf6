import type { JsonObject } from "../../../ground/json.js";
import type { Refusal } from "../../refusal.js";
import { MOST_MINUTES } from "../read-effort.js";
import { decimalSchema } from "../schemas.js";
import { type Asked, type Spot, textOf } from "./spot.js";

const CURRENCY: JsonObject = { type: "string", pattern: "^[A-Z]{3}$" };
const minutesSchema = (least = 0): JsonObject => ({ type: "integer", minimum: least, maximum: MOST_MINUTES });

function costSchema(): JsonObject {
  const properties = { amount: decimalSchema(""), currency: CURRENCY };
  return { type: "object", properties, required: Object.keys(properties) };
}

/** Any of a contact, time and cost is an effort. */
export function anyEffort(): readonly JsonObject[] {
  const parts = { contact: { const: true }, minutes: minutesSchema(), cost: costSchema() };
  return Object.entries(parts).map(([key, schema]) => ({ properties: { [key]: schema }, required: [key] }));
}

/** What would mend a part of an effort, with the note that a correction takes. */
export function effortSpots({ code, path: [key, part] }: Refusal, ask: Asked): readonly Spot[] {
  if (key === "contact") return [{ path: ["contact"], schema: contactSchema(ask) }];
  if (key === "minutes") return minutesSpots(ask);
  if (part === "currency") return currencySpots(ask);
  if (part === "amount") return code === "out-of-range" ? correctionSpots(ask) : [amountSpot(decimalSchema(""))];
  return [{ path: ["cost"], schema: costSchema() }];
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
const amountSpot = (schema: JsonObject): Spot => ({ path: ["cost", "amount"], schema });
const costOf = ({ command }: Asked): { readonly amount?: unknown; readonly currency?: unknown } =>
  command["cost"] as object;

/** Where nothing else is recorded, it was a contact. */
function contactSchema({ command }: Asked): JsonObject {
  return isGiven(command["minutes"]) || isGiven(command["cost"]) ? { type: "boolean" } : { const: true };
}

function noteSpots({ command, known }: Asked): readonly Spot[] {
  return isGiven(command["note"]) ? [] : [{ path: ["note"], schema: known.schemas.get("note") }];
}

/** Less than 0 for who corrects: says so by the number, or has a note. */
function minutesSpots(ask: Asked): readonly Spot[] {
  const { minutes, note } = ask.command;
  const before = ask.state.efforts[ask.state.milestone ?? ""]?.minutes ?? 0;
  const corrects = before > 0 && (isGiven(note) || Number(textOf(minutes)) < 0);
  const spot = { path: ["minutes"], schema: minutesSchema(corrects ? -before : 0) };
  return corrects ? [spot, ...noteSpots(ask)] : [spot];
}

/** In another currency there may be nothing to take away. */
function currencySpots(ask: Asked): readonly Spot[] {
  const spot = { path: ["cost", "currency"], schema: CURRENCY };
  return textOf(costOf(ask).amount).startsWith("-") ? [spot, amountSpot(decimalSchema(""))] : [spot];
}

/** A correction that takes more away than there is: no less than nothing, or everything so far. */
function correctionSpots(ask: Asked): readonly Spot[] {
  const costs = Object.entries(ask.state.efforts[ask.state.milestone ?? ""]?.costs ?? {});
  const before = new Map<string, string>(costs).get(textOf(costOf(ask).currency)) ?? "0";
  if (before === "0") return [amountSpot(decimalSchema(""))];
  return [amountSpot({ anyOf: [decimalSchema(""), { const: `-${before}` }] }), ...noteSpots(ask)];
}
