import { expect, test } from "vitest";
import { print } from "../../src/ground/print.js";
import { show } from "../../src/ground/show.js";

test.each([
  ["1,5", "1,5"],
  ["", ""],
  ["x".repeat(65), "x".repeat(64)],
  [1.5, "1.5"],
  [Number.NaN, "NaN"],
  [-0, "0"],
  [true, "true"],
  [null, "null"],
  [undefined, "undefined"],
  [12n, "12"],
  [Symbol("s"), "Symbol(s)"],
  [[1, 2], "array"],
  [{ a: 1 }, "object"],
  [new Date(0), "Date"],
  [() => 1, "function"],
] satisfies [unknown, string][])("a refused value is printed short: %#", (value, printed) => {
  expect(print(value)).toBe(printed);
});

test("printing runs no foreign code", () => {
  const fail = (): never => {
    throw new Error("foreign code");
  };
  const hostile = { toString: fail, valueOf: fail, toJSON: fail, [Symbol.toPrimitive]: fail };
  expect(print(hostile)).toBe("object");
  expect(print(Object.assign(() => 1, hostile))).toBe("function");
  expect(print(Object.create(null))).toBe("object");
});

test("a revoked proxy can't be looked at: print throws, show says what it was", () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  expect(() => print(proxy)).toThrow(TypeError);
  expect([show(proxy), show([]), show("1,5")]).toEqual(["object", "array", "1,5"]);
});
