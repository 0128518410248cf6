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
    expect(fill(template, params)).toBe(text);
  });

  test("what a parameter holds isn't filled again", () => {
    expect(fill("{a}", { a: "{b} [x] $&", b: "no" })).toBe("{b} [x] $&");
  });

  test("paramsOf lists the parameters of a template", () => {
    expect(paramsOf("{a} [{b}] {a}")).toEqual(["a", "b", "a"]);
  });
});
