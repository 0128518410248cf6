import { Ajv2020 } from "ajv/dist/2020.js";
import { ClientSchema, jsonSchemaOf, ScorecardSchema } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import * as z from "zod/v4";
import { NOUN_NAMES, NOUNS, stored } from "./noun.js";

const ajv = new Ajv2020({ allowUnionTypes: true, strict: true, allErrors: true });

describe.each(NOUN_NAMES)("E3 JSON Schema of %s", (noun) => {
  const described = jsonSchemaOf(NOUNS[noun][0]);
  const validate = ajv.compile(described);

  test("is plain JSON, of draft 2020-12, without $id", () => {
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
    expect(described["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(described).not.toHaveProperty("$id");
  });

  test("takes the stored record with its host's keys", () => {
    expect(validate(stored(noun)), JSON.stringify(validate.errors)).toBe(true);
  });

  test("refuses what the parser refuses: no record, nothing, another version", () => {
    for (const input of [null, [], "x", {}, { ...stored(noun), v: 2 }]) expect(validate(input)).toBe(false);
  });
});

describe("E3 JSON Schema sees dates, decimals, ids, shares and codes", () => {
  const client = ajv.compile(jsonSchemaOf(ClientSchema));
  const lead = ajv.compile(jsonSchemaOf(NOUNS.lead[0]));
  const milestone = ajv.compile(jsonSchemaOf(NOUNS.milestone[0]));

  test.each([
    [client, "client", { archive: { v: 1, finance: { netMargin: { value: 0.08 } } } }],
    [client, "client", { archive: { v: 1, finance: { netMargin: { value: "1,5" } } } }],
    [client, "client", { archive: { v: 1, finance: { netMargin: { value: "1", observedAt: "2025-02-29" } } } }],
    [client, "client", { currency: "yuan" }],
    [client, "client", { id: "c 7" }],
    [client, "client", { trade: { v: 1, currency: "CNY", from: "2026-13", to: "2026-12", months: [] } }],
    [lead, "lead", { source: "fair" }],
    [lead, "lead", { source: "x-" }],
    [lead, "lead", { date: "2026-11-21T08:30:00+08:00" }],
    [milestone, "milestone", { likelihood: "1.5" }],
    [milestone, "milestone", { id: "constructor" }],
    [milestone, "milestone", { workingDays: 1.5 }],
  ] as const)("%# refuses %s", (validate, noun, wrong) => {
    expect(validate(stored(noun))).toBe(true);
    expect(validate({ ...stored(noun), ...wrong })).toBe(false);
    expect(NOUNS[noun][1]({ ...stored(noun), ...wrong }).ok).toBe(false);
  });

  test("a host's own schema, also one with parts that JSON Schema can't say", () => {
    const schema = ClientSchema.extend({ erpNumber: z.string().regex(/^\d+$/), seen: z.custom<string>().optional() });
    const validate = ajv.compile(jsonSchemaOf(schema));
    expect(validate({ ...stored("client"), erpNumber: "4711" })).toBe(true);
    expect(validate({ ...stored("client"), erpNumber: "47-11" })).toBe(false);
  });

  test("A7.6 a scorecard's structure", () => {
    const validate = ajv.compile(jsonSchemaOf(ScorecardSchema));
    const card = stored("scorecard");
    expect(validate(card), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...card, wieghts: {} })).toBe(false);
    expect(validate({ ...card, indicators: { "4711": { kind: "flag", weight: "100" } } })).toBe(false);
    expect(validate({ ...card, indicators: { a: { kind: "flag", weight: "100", min: 1 } } })).toBe(false);
  });
});
