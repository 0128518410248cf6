import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { freezeJson } from "../ground/json.js";
import { checkForm } from "./check-form.js";
import { type FormField, withoutPrototype } from "./field.js";
import type { Form, FormDefinition, FormFields, NoFields, ValuesOf } from "./form.js";
import { readRecord } from "./keys.js";
import type { ReadsOnly } from "./reads-only.js";

const sound = new WeakSet<object>();

/**
 * Checks a form's definition and returns the form, frozen. Definitions are plain data: a host stores them, edits them in a screen and reads them
 * back with this same function. Field ids are inferred, so a sheet with another field doesn't compile, nor does a computation of a column that there isn't.
 *
 * Throws `KeyAccountError` with every fault: an unknown type, a code twice, a computation that reads a field that there isn't …
 *
 * @example
 * ```ts
 * import { defineForm, parseSheet } from "keyaccount/reports";
 *
 * const stock = defineForm({
 *   id: "stock-check", version: "1",
 *   fields: {
 *     dealer: { type: "text", required: true },
 *     pieces: { type: "integer", computed: { by: "sum", field: "count" } },
 *   },
 *   rows: { product: { type: "text" }, count: { type: "integer", least: 0 } },
 * });
 * const sheet = parseSheet(stock, { fields: { dealer: "Huaxin" }, rows: [{ product: "A", count: 4 }, { product: "B", count: 3 }] });
 * const pieces = sheet.ok ? sheet.value.fields.pieces : null;
 * pieces; // => 7
 *
 * defineForm({ id: "stock-check", version: "1", fields: { dealer: { type: "text", computed: { by: "sum", field: "count" } } } } as never); // throws unknown-field
 * ```
 */
export function defineForm<const F extends FormFields = NoFields, const R extends FormFields = NoFields>(
  definition: FormDefinition<F, R> & {
    readonly fields?: { readonly [K in keyof F]: ReadsOnly<F[K], F, NoInfer<R>> } | undefined;
  },
): Form<ValuesOf<F>, ValuesOf<R>> {
  return makeForm(definition) as unknown as Form<ValuesOf<F>, ValuesOf<R>>;
}

/** A form out of anything that says it is one; throws if it isn't. */
export function makeForm(definition: unknown): Form {
  if (isSound(definition)) return definition;
  const issues: ArgumentIssue[] = [];
  const form = checkForm(readRecord(definition), issues);
  throwIssues(issues);
  const made = freezeJson({ ...form, fields: withConsequences(form.fields) }) as Form;
  sound.add(made);
  return made;
}

function isSound(form: unknown): form is Form {
  return typeof form === "object" && form !== null && sound.has(form);
}

/** A field that is computed on a condition may not apply. */
function withConsequences(fields: Readonly<Record<string, FormField>>): Readonly<Record<string, FormField>> {
  const entries = Object.entries(fields).map(([id, field]): [string, FormField] => [
    id,
    field.computed?.given === undefined ? field : withoutPrototype({ ...field, mayNotApply: true }),
  ]);
  return Object.fromEntries(entries);
}
