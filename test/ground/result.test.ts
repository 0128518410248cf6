import { expect, test } from "vitest";
import { resultOf } from "../../src/ground/result.js";

test("resultOf gives the value where there is no issue", () => {
  expect(resultOf<string, string>([], () => "value")).toEqual({ ok: true, value: "value" });
  expect(resultOf<undefined, string>([], () => undefined)).toStrictEqual({ ok: true, value: undefined });
});

test("resultOf gives every issue in order, and doesn't make the value", () => {
  const make = (): never => {
    throw new Error("nothing may be made of faulty input");
  };
  expect(resultOf(["first"], make)).toEqual({ ok: false, issues: ["first"] });
  expect(resultOf(["first", "second", "third"], make)).toEqual({ ok: false, issues: ["first", "second", "third"] });
});

test("resultOf takes more issues than a call takes arguments, and keeps the caller's list", () => {
  const issues = Object.freeze(Array.from({ length: 300_000 }, (_, index) => index));
  const result = resultOf<never, number>(issues, () => {
    throw new Error("unreachable");
  });
  expect(result.ok ? [] : result.issues).toHaveLength(300_000);
  expect(issues).toHaveLength(300_000);
});
