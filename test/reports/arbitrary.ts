import fc from "fast-check";
import { defineForm, type FormField, type FormValues } from "keyaccount/reports";

/** A field of every type, singly, as a list, and one that may not apply. */
const SINGLE = {
  text: { type: "text" },
  integer: { type: "integer" },
  decimal: { type: "decimal" },
  money: { type: "money" },
  flag: { type: "flag" },
  day: { type: "day" },
  clock: { type: "clock" },
  moment: { type: "moment" },
  code: { type: "code", codes: ["warm", "neutral", "cold"], open: true, list: "attitudes" },
} as const satisfies Readonly<Record<string, FormField>>;

function fieldsWith(prefix: string): Record<string, FormField> {
  return Object.fromEntries(
    Object.entries(SINGLE).flatMap(([id, field]): [string, FormField][] => [
      [`${prefix}-${id}`, field],
      [`${prefix}-${id}-many`, { ...field, many: true, mayNotApply: true }],
      [`${prefix}-${id}-na`, { ...field, mayNotApply: true }],
    ]),
  );
}

const parts = { heads: fieldsWith("head"), rows: fieldsWith("row") };

/** With fields and rows, with fields only, with rows only. */
export const FORMS_OF_ALL = {
  both: defineForm({ id: "both", version: "1", fields: parts.heads, rows: parts.rows }),
  heads: defineForm({ id: "heads", version: "1", fields: parts.heads }),
  rows: defineForm({ id: "rows", version: "1", rows: parts.rows }),
};

/** Texts that spreadsheets, CSV readers and our own marks could take for something else. */
const HOSTILE = [
  ..."=+-@＝＋－＠\t\r\n'\",;；\\ ".split(""),
  "",
  "''",
  "'=1",
  "''=1",
  " =1",
  "\u3000=1",
  "'\t",
  "\r\n",
  "a\nb",
  "a\r\nb",
  "a\rb",
  '"',
  '""',
  'a"b',
  '"a',
  "none",
  "无",
  "'none",
  "not applicable",
  "不适用",
  "''不适用",
  "warm",
  "热情",
  "x-热情",
  "true",
  "是",
  "yes",

  "=HYPERLINK(0)",
  "+1",
  "-1",
  "@SUM(A1)",
  "1",
  "01",
  "1e3",
  "2026-11-21",
  "a; b",
  "a;b",
  "a\\;b",
  "\\",
  ";",
  "; ",
  " a",

  "\ufeff",
  "\u2028",
  "__proto__",
  "constructor",
  "<b>",
  "|",
  "é",
  "e\u0301",
  "😀",
  "\u001b[31m",
  "\u007f",
];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((all) => all.join("")),
  fc.string({ unit: "binary", maxLength: 12 }).map((one) => one.replaceAll("\u0000", "")),
);
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -30, max: 5 }))
  .map(([digits, exponent]) => `${String(digits)}e${String(exponent)}`);
const day = fc
  .date({ min: new Date("0001-01-02"), max: new Date("9999-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString());

const VALUES: Readonly<Record<FormField["type"], fc.Arbitrary<unknown>>> = {
  text,
  integer: fc.maxSafeInteger(),
  decimal,
  money: fc.record({ amount: decimal, currency: fc.constantFrom("CNY", "USD", "XXX") }),
  flag: fc.boolean(),
  day: day.map((at) => at.slice(0, 10)),
  clock: day.map((at) => at.slice(11, 16)),
  moment: fc.oneof(
    day,
    day.map((at) => at.slice(0, 10)),
  ),
  code: fc.constantFrom("warm", "neutral", "cold", "x-own", "x-1"),
};

function valueOf({ type, many, mayNotApply }: FormField): fc.Arbitrary<unknown> {
  const single = VALUES[type];
  const members = fc.array(
    single.filter((value) => value !== ""),
    { maxLength: 3 },
  );
  return fc.oneof(
    { arbitrary: fc.constant(null), weight: 1 },
    { arbitrary: many === true ? members : single, weight: 4 },
    { arbitrary: fc.constant(mayNotApply === true ? { notApplicable: true } : null), weight: 1 },
  );
}

function filled(fields: Readonly<Record<string, FormField>>): fc.Arbitrary<FormValues> {
  const all = Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, valueOf(field)]));
  return fc.record(all) as fc.Arbitrary<FormValues>;
}

const extraCell = fc.record({ column: text.map((name) => `extra ${name}`), text });
/** Cells of columns that the form doesn't have, no column twice in a line. */
export const extraLine = fc.uniqueArray(extraCell, { maxLength: 2, selector: ({ column }) => column });

/** Any filled form of a form, as a host may hand it in. */
export function sheetOf(form: {
  readonly fields: Readonly<Record<string, FormField>>;
  readonly rows: Readonly<Record<string, FormField>>;
}): fc.Arbitrary<{ readonly fields: FormValues; readonly rows: readonly FormValues[] }> {
  const rows = Object.keys(form.rows).length > 0 ? fc.array(filled(form.rows), { maxLength: 3 }) : fc.constant([]);
  return fc.record({ fields: filled(form.fields), rows });
}
