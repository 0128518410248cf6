import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/ground/sha256.js";

const reference = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
])("FIPS 180-4, the published examples: %.60s", (text, hash) => {
  expect(sha256(text)).toBe(hash);
});

test("every length around the borders of a block", () => {
  for (let length = 0; length < 200; length += 1) {
    const text = "x".repeat(length);
    expect([length, sha256(text)]).toEqual([length, reference(text)]);
  }
});

test("texts are hashed by their UTF-8 bytes: ASCII, percent signs, Chinese, emoji", () => {
  const texts = ["100%", "%41", "\0\u007f\u0080\u07ff\u0800\uffff", "评分", "\u{1F600}\u{10FFFF}"];
  for (const text of texts) expect(sha256(text)).toBe(reference(text));
});

test("any well-formed text hashes as node's implementation does", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => sha256(text) === reference(text)));
});
