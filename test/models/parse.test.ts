import {
  AmountSchema,
  ArchiveSchema,
  archiveFacts,
  ClientSchema,
  ContactSchema,
  DecimalStringSchema,
  knownSchema,
  LeadSchema,
  PlainDateSchema,
  PlainMonthSchema,
  parseClient,
  parseLead,
  RatingSchema,
  ShareSchema,
} from "keyaccount/models";
import { describe, expect, test } from "vitest";
import * as z from "zod/v4";
import { deepFreeze } from "../support/deep-freeze.js";
import { faults, issuesOf, stored, valueOf } from "./noun.js";

const client = { v: 1, id: "c-7", name: "Huaxin", kind: "dealer" };

describe("E3 a host's own fields", () => {
  const OurClientSchema = ClientSchema.extend({
    erpNumber: z.string().regex(/^\d+$/),
    contacts: z.array(ContactSchema.extend({ wechat: z.string() })),
  });

  test("parse to the host's type", () => {
    const contacts = [{ v: 1, id: "a", name: "A", wechat: "a88" }];
    const value = valueOf(
      parseClient(deepFreeze({ ...client, erpNumber: "4711", contacts, other: { x: 1 } }), OurClientSchema),
    );
    expect(value.erpNumber.length + (value.contacts[0]?.wechat.length ?? 0)).toBe(7);
    expect(value).toMatchObject({ other: { x: 1 } });
  });

  test("and have issues like ours, while our rules still hold", () => {
    const contacts = [
      { v: 1, id: "a", name: "A" },
      { v: 1, id: "a", name: "A", wechat: 5 },
    ];
    expect(issuesOf(parseClient({ ...client, erpNumber: "47-11", contacts }, OurClientSchema))).toEqual([
      { code: "wrong-format", path: ["erpNumber"], details: { format: "regex", received: "47-11" } },
      { code: "required", path: ["contacts", 0, "wechat"], details: {} },
      { code: "duplicate-id", path: ["contacts", 1, "id"], details: { id: "a" } },
      { code: "wrong-type", path: ["contacts", 1, "wechat"], details: { expected: "string", received: "5" } },
    ]);
  });

  test("a host's archive section becomes facts too", () => {
    const OurArchive = ArchiveSchema.extend({
      fleet: z.object({ lorries: knownSchema(DecimalStringSchema).optional() }).optional(),
    });
    const schema = ClientSchema.extend({ archive: OurArchive.optional() });
    const value = valueOf(parseClient({ ...client, archive: { v: 1, fleet: { lorries: { value: "12" } } } }, schema));
    expect(value.archive && archiveFacts(value.archive).lorries).toEqual({ value: "12" });
    expect(faults(parseClient({ ...client, archive: { v: 1, fleet: { lorries: { value: 12 } } } }, schema))).toEqual([
      "decimal-not-text at archive.fleet.lorries.value",
    ]);
  });
});

describe("E3 every issue of a host's schema has one of our codes", () => {
  const issues = (shape: z.ZodRawShape, input: object): unknown =>
    issuesOf(parseLead({ ...stored("lead"), ...input }, LeadSchema.extend(shape) as unknown as typeof LeadSchema));
  const at = (code: string, details: object, path: readonly (string | number)[] = ["x"]): object => ({
    code,
    path,
    details,
  });

  test.each<[string, z.ZodType, unknown, object]>([
    ["int", z.int(), 1.5, at("wrong-type", { expected: "integer", received: "1.5" })],
    ["boolean", z.boolean(), null, at("wrong-type", { expected: "boolean", received: "null" })],
    ["text", z.string(), true, at("wrong-type", { expected: "string", received: "true" })],
    ["object", z.object({}), [], at("wrong-type", { expected: "object", received: "array" })],
    ["record", z.record(z.string(), z.string()), "x", at("unexpected-text", { expected: "object", received: "x" })],
    ["tuple", z.tuple([z.string()]), {}, at("wrong-type", { expected: "array", received: "object" })],
    ["literal", z.literal(["a", 5]), {}, at("unknown-value", { received: "object", allowed: ["a", "5"] })],
    ["email", z.email(), "x", at("wrong-format", { format: "email", received: "x" })],
    ["max text", z.string().max(2), "abc", at("too-long", { max: 2, length: 3 })],
    ["min text", z.string().min(5), "abc", at("too-short", { min: 5, length: 3 })],
    ["max list", z.array(z.number()).max(1), [1, 2], at("too-many", { most: 1, received: 2 })],
    ["min list", z.array(z.number()).min(3), [1, 2], at("too-few", { least: 3, received: 2 })],
    ["max", z.number().max(5), 6, at("out-of-range", { received: "6", most: 5 })],
    ["above", z.number().gt(5), 5, at("out-of-range", { received: "5", least: 5, exclusive: true })],
    ["below", z.number().lt(5), 5, at("out-of-range", { received: "5", most: 5, exclusive: true })],
    ["step", z.number().multipleOf(5), 6, at("host-rule", { message: "Invalid number: must be a multiple of 5" })],
    ["strict", z.strictObject({ a: z.number() }), { a: 1, b: 2 }, at("unknown-key", { key: "b" }, ["x", "b"])],
    ["refine", z.string().refine((text) => text === "y", "must be y"), "x", at("host-rule", { message: "must be y" })],
    [
      "refine with a rule",
      z.string().refine(() => false, { error: "must be y", params: { rule: "be-y" } }),
      "x",
      at("host-rule", { message: "must be y", rule: "be-y" }),
    ],
    ["key", z.record(z.string().min(2), z.number()), { a: 1 }, at("too-short", { min: 2, length: 1 }, ["x", "a"])],
    [
      "union of codes",
      z.union([z.literal("a"), z.literal("b")]),
      "c",
      at("unknown-value", { received: "c", allowed: ["a", "b"] }),
    ],
    [
      "union of types",
      z.union([z.string(), z.number(), z.string()]),
      [],
      at("wrong-type", { expected: "string|number", received: "array" }),
    ],
    [
      "union with what JSON can't be",
      z.union([z.date(), z.string(), z.union([z.number(), z.null(), z.string()])]),
      true,
      at("wrong-type", { expected: "string|number|null", received: "true" }),
    ],
    ["date", z.date(), "x", at("host-rule", { message: "Invalid input: expected date, received string" })],
    ["nothing but dates", z.union([z.date(), z.set(z.string())]), "x", at("host-rule", { message: "Invalid input" })],
    [
      "union of objects: the nearest speaks",
      z.union([z.object({ a: z.number(), b: z.number() }), z.object({ a: z.number() }), z.string()]),
      { a: "1" },
      at("unexpected-text", { expected: "number", received: "1" }, ["x", "a"]),
    ],
  ])("%s", (_, schema, input, expected) => {
    expect(issues({ x: schema }, { x: input })).toEqual([expected]);
  });

  test("an exclusive union of which two match", () => {
    const schema = z.xor([z.string(), z.string().min(1)]);
    expect(issues({ x: schema }, { x: "a" })).toMatchObject([{ code: "host-rule", path: ["x"] }]);
  });

  test("an unknown kind of a discriminated union names the kinds; an absent one is required", () => {
    const schema = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a") }),
      z.object({ kind: z.literal("b") }),
    ]);
    expect(issues({ x: schema }, { x: { kind: "c" } })).toEqual([
      at("unknown-value", { received: "c", allowed: ["a", "b"] }, ["x", "kind"]),
    ]);
    expect(issues({ x: schema }, { x: {} })).toEqual([at("required", {}, ["x", "kind"])]);
  });

  test("a rule about a key that isn't there is the host's, not `required`", () => {
    const schema = LeadSchema.superRefine((_, context) => {
      context.addIssue({ code: "custom", path: ["budget"], message: "ask for the budget" });
      context.addIssue({ code: "custom", path: ["number", "prefix"], message: "has no prefix" });
    });
    expect(issuesOf(parseLead(stored("lead"), schema))).toEqual([
      { code: "host-rule", path: ["number", "prefix"], details: { message: "has no prefix" } },
      { code: "host-rule", path: ["budget"], details: { message: "ask for the budget" } },
    ]);
  });

  test.each<[string, z.ZodType, unknown, string]>([
    ["type", z.number("a number please"), "x", "a number please"],
    ["absence", z.string("name it"), undefined, "name it"],
    ["value", z.enum(["a", "b"], "a or b"), "c", "a or b"],
    ["format", z.string().regex(/^\d{4}$/, "four digits please"), "47-11", "four digits please"],
    ["format of a kind", z.email({ error: () => "an address please" }), "x", "an address please"],
    ["least length", z.string().min(3, "at least 3!"), "ab", "at least 3!"],
    ["most members", z.array(z.number()).max(1, "one will do"), [1, 2], "one will do"],
    ["bound", z.number().max(5, "not above 5"), 6, "not above 5"],
    ["step", z.number().multipleOf(5, "by fives"), 6, "by fives"],
    ["strictness", z.strictObject({}, "nothing in here"), { b: 2 }, "nothing in here"],
    ["union", z.union([z.string(), z.number()], "text or number"), [], "text or number"],
    ["type in a union", z.union([z.string("text!"), z.number()]), true, "text!"],
    ["value in a union", z.union([z.literal("a"), z.literal("b", "b at last")]), "c", "b at last"],
    ["form in a union", z.union([z.enum(["a"]), z.string().regex(/^x-/, "begin with x-")]), "b", "begin with x-"],
    ["length in one of our own", DecimalStringSchema.max(3, "three digits"), "1234", "three digits"],
  ])("a message of the host's own survives: %s", (_, schema, input, message) => {
    expect(issues({ x: schema }, { x: input })).toEqual([at("host-rule", { message })]);
  });

  test("of a key, and of a member deep inside a union", () => {
    const named = z.record(z.string().min(2, "two letters"), z.number());
    expect(issues({ x: named }, { x: { a: 1 } })).toEqual([at("host-rule", { message: "two letters" }, ["x", "a"])]);
    const either = z.union([z.object({ a: z.string().min(2, "two letters") }), z.string()]);
    expect(issues({ x: either }, { x: { a: "b" } })).toEqual([at("host-rule", { message: "two letters" }, ["x", "a"])]);
  });

  test.each(["translated", { message: "translated" }])(
    "a message for all of zod's isn't the field's own: %j",
    (own) => {
      const { customError } = z.config();
      try {
        z.config({ customError: () => own });
        expect(issues({ x: z.string().min(3) }, { x: "ab" })).toEqual([at("too-short", { min: 3, length: 2 })]);
        expect(issues({ x: z.date() }, { x: "ab" })).toEqual([at("host-rule", { message: "translated" })]);
      } finally {
        z.config({ customError });
      }
    },
  );

  test("without words of zod's there is still a message", () => {
    const { localeError } = z.config();
    try {
      z.config({ localeError: () => null });
      expect(issues({ x: z.date() }, { x: "ab" })).toEqual([at("host-rule", { message: "Invalid input" })]);
    } finally {
      z.config({ localeError });
    }
  });

  test("what a host adds to one of our leaves isn't taken for the leaf's own", () => {
    const details = { max: 3, length: 4 };
    expect(issues({ x: DecimalStringSchema.max(3) }, { x: "1234" })).toEqual([at("too-long", details)]);
    expect(issues({ x: DecimalStringSchema.refine(() => false) }, { x: "1" })).toMatchObject([{ code: "host-rule" }]);
  });

  test("a number in the place of a decimal text, a text in the place of a number", () => {
    const shape = { a: DecimalStringSchema, b: ShareSchema, c: AmountSchema, d: RatingSchema };
    expect(issues(shape, { a: 8, b: 0.35, c: -1e21, d: "4" })).toEqual([
      at("decimal-not-text", { received: "8" }, ["a"]),
      at("decimal-not-text", { received: "0.35" }, ["b"]),
      at("decimal-not-text", { received: "-1e+21" }, ["c"]),
      at("unexpected-text", { expected: "number", received: "4" }, ["d"]),
    ]);
  });

  test("no value, a list, a record in the place of a text of ours", () => {
    const shape = { a: DecimalStringSchema, b: PlainDateSchema, c: PlainMonthSchema };
    expect(issues(shape, { a: null, b: [], c: {} })).toEqual([
      at("wrong-type", { expected: "string", received: "null" }, ["a"]),
      at("wrong-type", { expected: "string", received: "array" }, ["b"]),
      at("wrong-type", { expected: "string", received: "object" }, ["c"]),
    ]);
  });

  test("what was received is shown in short", () => {
    const [issue] = issuesOf(parseLead({ ...stored("lead"), date: "9".repeat(100) }));
    expect(issue?.details).toEqual({ received: "9".repeat(64) });
  });
});
