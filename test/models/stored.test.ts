import { jsonSchemaOf, parseScorecard } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { faults, NOUN_NAMES, NOUNS, stored, valueOf } from "./noun.js";

describe.each(NOUN_NAMES)("E3 %s", (noun) => {
  const [schema, parse] = NOUNS[noun];

  test("a record stored as v1 still parses, keeps its host's keys and isn't changed", () => {
    const record = deepFreeze(stored(noun));
    expect(valueOf(parse(record))).toEqual(record);
  });

  test("round-trips through JSON", () => {
    const value = valueOf(parse(stored(noun)));
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    expect(parse(JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
  });

  test("shares nothing with its input", () => {
    const record = stored(noun);
    const value = valueOf(parse(record));
    for (const key of Object.keys(record)) {
      if (typeof record[key] === "object") expect((value as Record<string, unknown>)[key]).not.toBe(record[key]);
    }
  });

  test("needs v: 1", () => {
    const { v: _, ...rest } = stored(noun);
    expect(faults(parse(rest))).toEqual(["required at v"]);
    expect(parse({ ...rest, v: 2 })).toEqual({
      ok: false,
      issues: [{ code: "unsupported-version", path: ["v"], details: { received: "2", supported: [1] } }],
    });
  });

  test("keeps a host's key, however deep, also where only the schema is used", () => {
    const record = { ...stored(noun), houseKey: { deep: [1, { er: null }] } };
    expect(valueOf(parse(record))).toEqual(record);
    expect(schema.safeParse(record).data).toEqual(record);
  });

  test.each([undefined, null, 5, "text", true, [], () => 1, Symbol("s"), 10n])("is no %s", (input) => {
    expect(parse(input).ok).toBe(false);
  });

  test("lists all that an empty record lacks", () => {
    const required = jsonSchemaOf(schema)["required"] as string[];
    expect(faults(parse({}))).toEqual(required.map((key) => `required at ${key}`));
  });
});

test("A7.6 a scorecard stored as v1 still parses", () => {
  const record = deepFreeze(stored("scorecard"));
  expect(valueOf(parseScorecard(record))).toEqual(record);
});
