import type { JsonObject } from "../../ground/json.js";
import type { FormFields } from "../form.js";
import type { Entry } from "../roll-up.js";

/** Of some values those that a form's fields ask for. */
export function pick<F>(fields: FormFields, values: JsonObject): Entry<F> {
  const entries = Object.keys(fields)
    .filter((id) => Object.hasOwn(values, id))
    .map((id) => [id, values[id] ?? null] as const);
  return Object.fromEntries(entries) as Entry<F>;
}
