import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hashJson } from "../../src/ground/hash.js";
import { canonicalJson, type Json } from "../../src/ground/json.js";

test.each([
  [{}, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"],
  [[], "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"],
  [null, "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b"],
] satisfies [Json, string][])("the SHA-256 of %j is the published one", (value, hash) => {
  expect(hashJson(value)).toBe(hash);
});

test("the hash is node's SHA-256 of the canonical JSON in UTF-8", () => {
  const law = fc.property(fc.jsonValue(), (value) => {
    const json = value as Json;
    expect(hashJson(json)).toBe(createHash("sha256").update(canonicalJson(json), "utf8").digest("hex"));
  });
  fc.assert(law);
});

test("the order of keys doesn't count, the order of members and the type of values do", () => {
  expect(hashJson({ b: [1, "2"], a: { d: null, c: true } })).toBe(hashJson({ a: { c: true, d: null }, b: [1, "2"] }));
  expect(hashJson([1, 2])).not.toBe(hashJson([2, 1]));
  expect(hashJson({ a: 1 })).not.toBe(hashJson({ a: "1" }));
  expect(hashJson({ a: null })).not.toBe(hashJson({}));
});

test("texts beyond ASCII are hashed as UTF-8", () => {
  expect(hashJson("评分 \u{1F600}")).toBe(createHash("sha256").update('"评分 \u{1F600}"', "utf8").digest("hex"));
});
