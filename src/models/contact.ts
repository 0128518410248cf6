import * as z from "zod/v4";
import type { Result } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import { knownSchema } from "./known.js";
import { LineSchema, open, ProseSchema, RecordIdSchema, VersionSchema } from "./leaf.js";
import { parseModel } from "./parse.js";
import type { Known } from "./record/known.js";
import type { Rule } from "./rule.js";
import {
  INFLUENCES,
  INNOVATION_ATTITUDES,
  type Influence,
  type InnovationAttitude,
  PURCHASE_ROLES,
  type PurchaseRole,
  RELATION_DEPTHS,
  type RelationDepth,
  SUPPORTS,
  type Support,
} from "./vocabulary.js";

/** A person at the client (D1.4, D4.3, E4.5, E5). Keys of the host's own are kept. */
export interface Contact {
  /** The version of this stored shape. */
  readonly v: 1;
  /** Unique among the contacts of a client. */
  readonly id: string;
  readonly name: string;
  readonly position?: string | undefined;
  readonly department?: string | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly emails?: readonly string[] | undefined;
  /** The parts that the person plays in buying (E5.1, E4.5). */
  readonly roles?: readonly PurchaseRole[] | undefined;
  /** How open the person is to what is new (E5.2). */
  readonly innovation?: Known<InnovationAttitude> | undefined;
  /** Whether the person wants our project (E5.3). */
  readonly support?: Known<Support> | undefined;
  /** How deep our relation is (E5.4). */
  readonly relationDepth?: Known<RelationDepth> | undefined;
  /** How deep we want it to become (E5.4). */
  readonly relationWanted?: RelationDepth | undefined;
  /** How much weight the person's word has (E5.5). */
  readonly influence?: Known<Influence> | undefined;
  /** Id of the contact above this one in the organisation chart (E5.5). */
  readonly reportsTo?: string | undefined;
  /** Ids of the contacts whom this one influences (E5.5). */
  readonly influences?: readonly string[] | undefined;
  /** Ids of our own people who look after this person (E5.5). */
  readonly coveredBy?: readonly string[] | undefined;
  readonly profile?: PersonProfile | undefined;
}

/** What is known about a person (D1.4, D4.3). Store only what the person would agree to. */
export interface PersonProfile {
  readonly character?: Known<string> | undefined;
  readonly pressures?: Known<string> | undefined;
  readonly interests?: Known<string> | undefined;
  readonly family?: Known<string> | undefined;
  readonly finances?: Known<string> | undefined;
  readonly health?: Known<string> | undefined;
  readonly work?: Known<string> | undefined;
  readonly society?: Known<string> | undefined;
  readonly hobbies?: Known<string> | undefined;
  readonly culture?: Known<string> | undefined;
  readonly aims?: Known<string> | undefined;
  readonly ideals?: Known<string> | undefined;
}

/** The schema of {@link PersonProfile}. */
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
