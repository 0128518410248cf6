import * as z from "zod/v4";
import type { Result } from "../ground/result.js";
import { INFLUENCES, INNOVATION_ATTITUDES, PURCHASE_ROLES, RELATION_DEPTHS, SUPPORTS } from "../ground/vocabulary.js";
import type { ModelIssue } from "./issue.js";
import { knownSchema } from "./known.js";
import { LineSchema, open, ProseSchema, RecordIdSchema, VersionSchema } from "./leaf.js";
import { parseModel } from "./parse.js";
import type { Contact } from "./record/contact.js";
import type { Rule } from "./rule.js";

/** The schema of `PersonProfile`. */
export const PersonProfileSchema = /* @__PURE__ */ (() => {
  const note = knownSchema(ProseSchema).optional();
  return open({
    character: note,
    pressures: note,
    interests: note,
    family: note,
    finances: note,
    health: note,
    work: note,
    society: note,
    hobbies: note,
    culture: note,
    aims: note,
    ideals: note,
  });
})();

/** The schema of {@link Contact}. `.extend` it with the host's own fields. */
export const ContactSchema = /* @__PURE__ */ (() =>
  open({
    v: VersionSchema,
    id: RecordIdSchema,
    name: LineSchema,
    position: LineSchema.optional(),
    department: LineSchema.optional(),
    phones: z.array(LineSchema).max(50).optional(),
    emails: z.array(LineSchema).max(50).optional(),
    roles: z.array(z.enum(PURCHASE_ROLES)).max(PURCHASE_ROLES.length).optional(),
    innovation: knownSchema(z.enum(INNOVATION_ATTITUDES)).optional(),
    support: knownSchema(z.enum(SUPPORTS)).optional(),
    relationDepth: knownSchema(z.enum(RELATION_DEPTHS)).optional(),
    relationWanted: z.enum(RELATION_DEPTHS).optional(),
    influence: knownSchema(z.enum(INFLUENCES)).optional(),
    reportsTo: RecordIdSchema.optional(),
    influences: z.array(RecordIdSchema).max(1000).optional(),
    coveredBy: z.array(RecordIdSchema).max(1000).optional(),
    profile: PersonProfileSchema.optional(),
  }))();

/** Nobody reports to oneself. */
const reportsToAnother: Rule = ({ id, reportsTo }) =>
  typeof id === "string" && id === reportsTo
    ? [{ code: "circular-reference", path: ["reportsTo"], details: { id } }]
    : [];

/**
 * Reads anything into a {@link Contact}, or lists everything that is wrong with it. The second argument is the host's own
 * schema, extended from {@link ContactSchema}.
 *
 * @example
 * ```ts
 * import { parseContact } from "keyaccount/models";
 *
 * parseContact({ v: 1, id: "li-wei", name: "Li Wei", roles: ["decider"] }).ok; // => true
 * const result = parseContact({ v: 1, id: "li-wei", roles: ["boss"] });
 * const codes = result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
 * codes; // => ["unknown-value at roles.0", "required at name"]
 * ```
 */
export function parseContact(input: unknown): Result<Contact, ModelIssue>;
export function parseContact<S extends z.ZodType<Contact>>(input: unknown, schema: S): Result<z.output<S>, ModelIssue>;
export function parseContact(input: unknown, schema: z.ZodType<Contact> = ContactSchema): Result<Contact, ModelIssue> {
  return parseModel(input, schema, [reportsToAnother]);
}
