import { describe, expect, test } from "vitest";
import { fill, paramsOf } from "../../src/locale/fill.js";

describe("fill", () => {
  test.each([
    ["{a} of {b}", { a: "1", b: "2" }, "1 of 2"],
    ["no parameter", { a: "1" }, "no parameter"],
    ["{a}{a}", { a: "x" }, "xx"],
    ["range[: {least} at least][: {most} at most]", { most: "9" }, "range: 9 at most"],
    ["[{a} and {b}]", { a: "1" }, ""],
    ["a[, excluded{exclusive}]", { exclusive: true }, "a, excluded"],
    ["a[, excluded{exclusive}]", {}, "a"],
    ["{a} stays", {}, "{a} stays"],
    ["{toString}", {}, "{toString}"],
  ] as const)("%s with %o", (template, params, text) => {
    expect(fill(template, params, { plurals: {} })).toBe(text);
  });

  test("what a parameter holds isn't filled again", () => {
    expect(fill("{a}", { a: "{b} [x] $&", b: "no" }, { plurals: {} })).toBe("{b} [x] $&");
  });

  test("paramsOf lists the parameters of a template", () => {
    expect(paramsOf("{a} [{b}] {a} {b|one:x|other:y}")).toEqual(["a", "b", "a", "b"]);
  });

  test.each([
    ["{n} {n|one:point|other:points}", { n: "1" }, "1 point"],
    ["{n} {n|one:point|other:points}", { n: "21" }, "21 points"],
    ["{n} {n|other:points|one:point}", { n: "1.0" }, "1.0 points"],
    ["{n} {n|one:point|other:points}", { n: "many" }, "many points"],
    ["[{n|one:one thing: |other:things: }{n}]", { n: "1" }, "one thing: 1"],
    ["[{n|one:point|other:points}]", {}, ""],
    ["{n|one:point|other:points}", {}, "{n|one:point|other:points}"],
    ["{n|one:point|other:points}", { n: true }, ""],
    ["{n|one:|other:s}", { n: "1" }, ""],
    ["{n|one:point}", { n: "2" }, "{n|one:point}"],
    ["{n|few:x|other:y}", { n: "1" }, "y"],
    ["{n|point|other:y}", { n: "1" }, "y"],
  ] as const)("%s with %o takes the form of words that its number has: %s", (template, params, text) => {
    expect(fill(template, params, { plurals: { one: "i = 1 and v = 0" } })).toBe(text);
  });
});
