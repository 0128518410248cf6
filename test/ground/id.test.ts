import { expect, test } from "vitest";
import { isSafeId } from "../../src/ground/id.js";

const SAFE = [
  "a",
  "A",
  "Z9",
  "sellThrough",
  "sell-through",
  "sell_through",
  "A+",
  "B-",
  "1a",
  "1e5",
  "0x1",
  "a".repeat(64),
];
const UNSAFE = [
  "",
  " ",
  "a b",
  "a.b",
  "$a",
  "_a",
  "_id",
  "-a",
  "+a",
  "a$",
  "a/b",
  "a\n",
  "a\0",
  "é",
  "评分",
  "a\u{1F600}",
  "a".repeat(65),
  // Objects would move them to the front.
  "0",
  "7",
  "007",
  "123456789012345678901234567890",
  // Every object has them.
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "__proto__",
  "__defineGetter__",
];

test.each(SAFE)("every store keeps the id %j", (id) => {
  expect(isSafeId(id)).toBe(true);
});

test.each(UNSAFE)("some store or object would change the id %j", (id) => {
  expect(isSafeId(id)).toBe(false);
});

test("safe ids stay keys of an object in the order in which they were written", () => {
  const record = Object.fromEntries(SAFE.map((id) => [id, true]));
  expect(Object.keys(JSON.parse(JSON.stringify(record)) as object)).toEqual(SAFE);
});
