import { VISIBLE } from "../../ground/blank.js";
import type { JsonObject } from "../../ground/json.js";
import { MOMENT } from "../../ground/moment.js";
import { EVIDENCE_KINDS } from "../event.js";
import type { EvidenceNeed, Process, ProcessField, ProcessForm } from "./process.js";

/** JSON Schemas (2020-12) of what commands may carry, by the place in the command: made once, when a process is defined. */
export type Schemas = ReadonlyMap<string, JsonObject>;

const LONGEST_TEXT = 2_000;
/** A text that isn't blank. */
const textSchema = (): JsonObject => ({
  type: "string",
  minLength: 1,
  maxLength: LONGEST_TEXT,
  pattern: VISIBLE.source,
});
const UNSIGNED = "(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?";
/** A decimal as `decide` takes it, also with an exponent: so many characters at most that, written out, it can be read again. */
export const decimalSchema = (sign = "-?"): JsonObject => ({
  type: "string",
  pattern: `^(?:${sign}${UNSIGNED}|(?=.{1,28}$)${sign}${UNSIGNED}[eE][+-]?[0-9]{1,2})$`,
  maxLength: 128,
});
/** Years are counted from 1. */
const DAY: JsonObject = { type: "string", format: "date", pattern: "^(?!0000)" };
const pieceSchema = (kinds: readonly string[]): JsonObject => ({
  type: "object",
  properties: { kind: { enum: kinds }, text: textSchema() },
  required: ["kind", "text"],
  additionalProperties: false,
});
const evidenceSchema = (need: EvidenceNeed = true): JsonObject => ({
  type: "array",
  minItems: 1,
  maxItems: 50,
  items: pieceSchema(EVIDENCE_KINDS),
  ...(need === "decision-map" ? { contains: { properties: { kind: { const: need } } } } : {}),
});

/** An id of a command, person or role: it neither begins nor ends with what can't be seen. */
const idSchema = ({ source } = VISIBLE): JsonObject => ({
  type: "string",
  minLength: 1,
  maxLength: 128,
  pattern: `^${source}(?:[\\s\\S]*${source})?$`,
});
/** What every command says. */
const headSchemas = (): readonly (readonly [string, JsonObject])[] => [
  ["id", idSchema()],
  ["by", idSchema()],
  ["at", { type: "string", format: "date-time", pattern: MOMENT.source }],
  ["roles", { type: "array", maxItems: 100, items: idSchema() }],
  ["expectedRevision", { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER }],
];

/** All schemas of a process: `reason`, `cause` …, `evidence`, `standard/<id>`, `form/<id>`, `fields/<form>`, `field/<form>/<id>`. */
export function schemasOf({ milestones, causes, start }: Process): Schemas {
  const schemas = new Map<string, JsonObject>([
    ...headSchemas(),
    ["reason", textSchema()],
    ["note", textSchema()],
    ["reference", textSchema()],
    ["until", DAY],
    ["evidence", evidenceSchema()],
    ["proof", evidenceSchema("decision-map")],
    ...(causes.length > 0 ? [["cause", { enum: causes }] as const] : []),
    ["milestone", { enum: start }],
  ]);
  for (const { standards, forms } of Object.values(milestones)) {
    for (const [id, standard] of Object.entries(standards))
      schemas.set(`standard/${id}`, standardSchema(standard?.evidence));
    for (const [id, form] of Object.entries(forms)) addForm(schemas, id, form as ProcessForm);
  }
  return schemas;
}

function standardSchema(need: EvidenceNeed | undefined): JsonObject {
  const properties = { evidence: evidenceSchema(need) };
  return { type: "object", properties, ...(need === false ? {} : { required: ["evidence"] }) };
}

function addForm(schemas: Map<string, JsonObject>, id: string, form: ProcessForm): void {
  const fields = Object.entries(form.fields);
  const required = fields.flatMap(([key, { optional }]) => (optional ? [] : key));
  const properties = Object.fromEntries(fields.map(([key, field]) => [key, fieldSchema(field)]));
  const filled = { type: "object", properties, required, additionalProperties: false };
  const content = { fields: filled, reference: textSchema() };
  const needed = [...(required.length > 0 ? ["fields"] : []), ...(form.reference === true ? ["reference"] : [])];
  schemas.set(`form/${id}`, { type: "object", properties: content, required: needed });
  schemas.set(`fields/${id}`, filled);
  for (const [key, schema] of Object.entries(properties)) schemas.set(`field/${id}/${key}`, schema);
}

function fieldSchema({ kind, options = [] }: ProcessField): JsonObject {
  const schemas: { readonly [K in ProcessField["kind"]]: JsonObject } = {
    text: textSchema(),
    decimal: decimalSchema(),
    integer: { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
    flag: { type: "boolean" },
    day: DAY,
    choice: { enum: options },
  };
  return schemas[kind];
}
