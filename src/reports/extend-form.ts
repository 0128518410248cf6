import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../ground/json.js";
import { print } from "../ground/print.js";
import { makeForm } from "./define-form.js";
import type { Form, FormFields, NoFields, ValuesOf } from "./form.js";
import { readRecord } from "./keys.js";
import type { ReadsOnly } from "./reads-only.js";

/** How a form differs from the one that it extends. */
export interface FormExtension<F, R, O extends string> {
  readonly id: string;
  readonly version: string;
  /** Fields to add behind the others, or to put in the place of one with the same id. */
  readonly fields?: F | undefined;
  /** Columns of rows, likewise. */
  readonly rows?: R | undefined;
  /** Fields and columns to leave out. */
  readonly omit?: readonly O[] | undefined;
  /** The columns that rows are sorted by; those of the base unless told. */
  readonly sort?: readonly string[] | undefined;
}

/** The fields of a base with a host's own. */
export type Extended<B, F, O> = Omit<B, (O & keyof B) | keyof F> & ValuesOf<F>;

/** Ids of a base with a host's own fields, as they are defined. */
type Joined<B, F, O> = Omit<B, (O & keyof B) | keyof F> & F;

/** What refuses a computation that can't be, and sorting by a column that there isn't. */
export interface SoundExtension<F, AllF, AllR> {
  readonly fields?: { readonly [K in keyof F]: ReadsOnly<F[K], AllF, AllR> } | undefined;
  readonly sort?: readonly (keyof AllR & string)[] | undefined;
}

/**
 * A form with fields and columns of the host's own, without some of the base's. The base stays as it is. Labels for the new ones go into the locale:
 * `extendLocale(en, { formFields: { … } })`.
 *
 * Throws `KeyAccountError` as `defineForm` does, and `unknown-field` for an omission of what the base doesn't have.
 *
 * @example
 * ```ts
 * import { extendForm, leadSummaryForm } from "keyaccount/reports";
 *
 * const ours = extendForm(leadSummaryForm, { id: "our-leads", version: "1", rows: { seller: { type: "text" } }, omit: ["revenue"] });
 * Object.keys(ours.rows); // => ["number", "client", "area", "industry", "class", "source", "date", "seller"]
 * ```
 */
export function extendForm<
  BF,
  BR,
  const F extends FormFields = NoFields,
  const R extends FormFields = NoFields,
  const O extends (keyof BF | keyof BR) & string = never,
>(
  base: Form<BF, BR>,
  extension: FormExtension<F, R, O> &
    SoundExtension<NoInfer<F>, Joined<BF, NoInfer<F>, NoInfer<O>>, Joined<BR, NoInfer<R>, NoInfer<O>>>,
): Form<Extended<BF, F, O>, Extended<BR, R, O>> {
  const { fields, rows, sort } = makeForm(base);
  const { omit = [], ...own } = readRecord(extension);
  const left = readOmissions(omit, [...Object.keys(fields), ...Object.keys(rows)]);
  const kept = (all: FormFields): FormFields =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !left.includes(id)));
  return makeForm({
    sort: sort.filter((id) => !left.includes(id)),
    ...own,
    fields: joined(kept(fields), own["fields"]),
    rows: joined(kept(rows), own["rows"]),
  }) as unknown as Form<Extended<BF, F, O>, Extended<BR, R, O>>;
}

/** What isn't an object is left for the check of the whole to refuse. */
function joined(base: FormFields, own: Json = {}): Json {
  return isRecord(own) ? { ...(base as unknown as JsonObject), ...own } : own;
}

function readOmissions(omit: Json, known: readonly string[]): readonly string[] {
  const issues: ArgumentIssue[] = [];
  const ids: readonly Json[] = Array.isArray(omit) ? omit : [omit];
  ids.forEach((id, index) => {
    if (typeof id === "string" && known.includes(id)) return;
    issues.push({ code: "unknown-field", path: ["omit", index], details: { field: print(id) } });
  });
  throwIssues(issues);
  return ids as readonly string[];
}
