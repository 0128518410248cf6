import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, freezeJson, type Json } from "../../src/ground/json.js";

const RFC_TEXT = String.raw`{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}`;
const RFC_BYTES =
  "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e33333333333333" +
  "2c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";

test("RFC 8785, 3.2.2 and 3.2.4: the sample object, byte by byte", () => {
  const canonical = canonicalJson(JSON.parse(RFC_TEXT) as Json);
  expect(Buffer.from(canonical, "utf8").toString("hex")).toBe(RFC_BYTES);
});

test("RFC 8785, 3.2.3: keys are sorted by UTF-16 unit, so an emoji stands before U+FB33", () => {
  const sorted = canonicalJson({
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  });
  const places = [
    "Carriage Return",
    "One",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ].map((word) => sorted.indexOf(word));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.each([
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
])("RFC 8785, appendix B: the double %s prints %s", (bits, text) => {
  expect(canonicalJson(Buffer.from(bits, "hex").readDoubleBE())).toBe(text);
});

test("canonical JSON is JSON of the same value, whatever the order of keys", () => {
  const shuffled = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((member: Json) => shuffled(member));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, shuffled(member)]),
    );
  };
  const law = fc.property(fc.jsonValue(), (value) => {
    const json = JSON.parse(JSON.stringify(value)) as Json;
    const canonical = canonicalJson(json);
    expect(JSON.parse(canonical)).toEqual(json);
    expect(canonicalJson(shuffled(json))).toBe(canonical);
  });
  fc.assert(law);
});

test("no white space, and an empty object and array stay what they are", () => {
  expect(canonicalJson({ b: [], a: {}, c: [{ d: [1, null] }] })).toBe('{"a":{},"b":[],"c":[{"d":[1,null]}]}');
});

test("freezeJson freezes to the leaves, in place, and passes what is no object", () => {
  const value = { list: [{ deep: { deeper: [1] } }], none: null };
  expect(freezeJson(value)).toBe(value);
  expect(Object.isFrozen(value.list[0]?.deep.deeper)).toBe(true);
  expect(Object.isFrozen(value.list)).toBe(true);
  expect([freezeJson("a"), freezeJson(1), freezeJson(null), freezeJson(undefined)]).toEqual(["a", 1, null, undefined]);
});
