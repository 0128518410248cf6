import * as z from "zod/v4";
import type { Json, JsonObject } from "../ground/json.js";
import type { Result } from "../ground/result.js";
import { CLIENT_KINDS, TARGET_CLASSES } from "../ground/vocabulary.js";
import { ArchiveSchema } from "./archive.js";
import { ContactSchema } from "./contact.js";
import type { ModelIssue } from "./issue.js";
import { CurrencySchema, DayOrMomentSchema, LineSchema, open, RecordIdSchema, VersionSchema } from "./leaf.js";
import { parseModel } from "./parse.js";
import type { Client } from "./record/client.js";
import { asRecord, distinct, members, type Rule, refersTo, textsOf, within } from "./rule.js";
import { TRADE_RULES, TradeRecordSchema } from "./trade.js";

/** The schema of `AccountGroups`. */
export const AccountGroupsSchema = /* @__PURE__ */ (() =>
  open({ product: LineSchema.optional(), nature: LineSchema.optional(), service: LineSchema.optional() }))();

/** The schema of `TargetJudgement`. */
export const TargetJudgementSchema = /* @__PURE__ */ (() =>
  open({
    class: z.enum(TARGET_CLASSES),
    status: z.enum(["provisional", "confirmed"]),
    judgedAt: DayOrMomentSchema.optional(),
    judgedBy: LineSchema.optional(),
  }))();

/**
 * The schema of {@link Client}. `.extend` it with the host's own fields. It checks each field; `parseClient` also checks
 * the fields against each other.
 */
export const ClientSchema = /* @__PURE__ */ (() =>
  open({
    v: VersionSchema,
    id: RecordIdSchema,
    name: LineSchema,
    kind: z.enum(CLIENT_KINDS),
    industry: LineSchema.optional(),
    area: LineSchema.optional(),
    address: LineSchema.optional(),
    currency: CurrencySchema.optional(),
    groups: AccountGroupsSchema.optional(),
    targetClass: TargetJudgementSchema.optional(),
    parentId: RecordIdSchema.optional(),
    managedBy: z.array(RecordIdSchema).max(1000).optional(),
    contacts: z.array(ContactSchema).max(1000).optional(),
    archive: ArchiveSchema.optional(),
    trade: TradeRecordSchema.optional(),
  }))();

/** The lines of reporting have an end: nobody is above oneself. */
const noCircle: Rule = (record) => {
  const contacts = members(record["contacts"]);
  const circle = circleOf(new Map(contacts.flatMap((contact) => lineUp(asRecord(contact)))));
  return textsOf(record, "contacts", "reportsTo")
    .filter(({ path: [, index] }) => circle.has(asRecord(contacts[Number(index)])?.["id"]))
    .map(({ text, path }) => ({ code: "circular-reference", path, details: { id: text } }));
};

function lineUp(contact: JsonObject | undefined): [Json, Json][] {
  return contact?.["id"] === undefined || contact["reportsTo"] === undefined
    ? []
    : [[contact["id"], contact["reportsTo"]]];
}

/** All that come back to themselves. Looks at each one once, so that a long line stays quick. */
function circleOf(above: ReadonlyMap<Json, Json>): ReadonlySet<Json | undefined> {
  const circle = new Set<Json | undefined>();
  const seen = new Set<Json>();
  for (const start of above.keys()) {
    const line: Json[] = [];
    let one: Json | undefined = start;
    for (; one !== undefined && !seen.has(one); one = above.get(one)) {
      seen.add(one);
      line.push(one);
    }
    const back = one === undefined ? -1 : line.indexOf(one);
    if (back >= 0) for (const member of line.slice(back)) circle.add(member);
  }
  return circle;
}

const influencesKnown: Rule = (record) => {
  const known = new Set(textsOf(record, "contacts", "id").map(({ text }) => text));
  return members(record["contacts"]).flatMap((contact, index) =>
    members(asRecord(contact)?.["influences"]).flatMap((id, at): ModelIssue[] =>
      typeof id !== "string" || known.has(id)
        ? []
        : [{ code: "unknown-reference", path: ["contacts", index, "influences", at], details: { id } }],
    ),
  );
};

const RULES: readonly Rule[] = [
  distinct("contacts", "id"),
  refersTo("contacts", "reportsTo", "contacts"),
  noCircle,
  influencesKnown,
  within("trade", TRADE_RULES),
];

/**
 * Reads anything into a {@link Client}, or lists everything that is wrong with it, in the order of the input. The second
 * argument is the host's own schema, extended from {@link ClientSchema}; the result then has the host's type.
 *
 * @example
 * ```ts
 * import { ClientSchema, parseClient } from "keyaccount/models";
 * import * as z from "zod/v4";
 *
 * parseClient({ v: 1, id: "c-7", name: "Huaxin Trading", kind: "dealer" }).ok; // => true
 *
 * const OurClientSchema = ClientSchema.extend({ erpNumber: z.string() });
 * const ours = parseClient({ v: 1, id: "c-7", name: "Huaxin", kind: "dealer", erpNumber: "4711" }, OurClientSchema);
 * const erpNumber = ours.ok ? ours.value.erpNumber : "";
 * erpNumber; // => "4711"
 *
 * const wrong = parseClient({ v: 1, id: "c-7", name: "Huaxin", kind: "shop" }, OurClientSchema);
 * const issues = wrong.ok ? [] : wrong.issues.map(({ code, path }) => [code, ...path]);
 * issues; // => [["unknown-value", "kind"], ["required", "erpNumber"]]
 * ```
 */
export function parseClient(input: unknown): Result<Client, ModelIssue>;
export function parseClient<S extends z.ZodType<Client>>(input: unknown, schema: S): Result<z.output<S>, ModelIssue>;
export function parseClient(input: unknown, schema: z.ZodType<Client> = ClientSchema): Result<Client, ModelIssue> {
  return parseModel(input, schema, RULES);
}
