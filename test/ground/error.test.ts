import { isKeyAccountError, KeyAccountError } from "keyaccount";
import { expect, test } from "vitest";
import type * as ownCopy from "../../src/ground/error.js";

const weights = {
  code: "weights-not-total",
  path: ["indicators"],
  details: { sum: "95", total: "100" },
} as const;
const group = {
  code: "unknown-group",
  path: ["indicators", "sellThrough", "group"],
  details: { group: "marketing" },
} as const;

test("an error carries its first issue's code, path and details, and all issues", () => {
  const error = new KeyAccountError([weights, group]);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("KeyAccountError");
  expect(error.code).toBe("weights-not-total");
  expect(error.path).toEqual(["indicators"]);
  expect(error.details).toEqual({ sum: "95", total: "100" });
  expect(error.issues).toEqual([weights, group]);
});

test("the message names the place, the offending id and the value of every issue", () => {
  expect(new KeyAccountError([weights, group]).message).toBe(
    'weights-not-total at indicators, sum "95", total "100"; unknown-group at indicators.sellThrough.group, group "marketing"',
  );
});

test("the message of an issue at the root names no place, and array indexes stand in the path", () => {
  const root = { code: "wrong-type", path: [], details: { expected: "object", received: "null" } } as const;
  expect(new KeyAccountError([root]).message).toBe('wrong-type, expected "object", received "null"');
  const second = { code: "duplicate-grade", path: ["grades", 1, "grade"], details: { grade: "A" } } as const;
  expect(new KeyAccountError([second]).message).toBe('duplicate-grade at grades.1.grade, grade "A"');
});

test("lists in details are printed as JSON", () => {
  const details = { received: "ration", allowed: ["ratio", "flag"] };
  const issue = { code: "unknown-value", path: ["indicators", "a", "kind"], details } as const;
  expect(new KeyAccountError([issue]).message).toBe(
    'unknown-value at indicators.a.kind, received "ration", allowed ["ratio","flag"]',
  );
});

test("isKeyAccountError asks for the class, or for one code of it", () => {
  const error: unknown = new KeyAccountError([weights]);
  expect(isKeyAccountError(error)).toBe(true);
  expect(isKeyAccountError(error, "weights-not-total")).toBe(true);
  expect(isKeyAccountError(error, "unknown-group")).toBe(false);
});

test("a code narrows the details", () => {
  const error: unknown = new KeyAccountError([weights]);
  let missing = 0;
  if (isKeyAccountError(error, "weights-not-total")) missing = Number(error.details.total) - Number(error.details.sum);
  expect(missing).toBe(5);
});

test("an error of another copy of the package is recognised, though it is another class", async () => {
  const other = "../../src/ground/error.ts?another-copy";
  const copy = (await import(other)) as typeof ownCopy;
  const error: unknown = new copy.KeyAccountError([group]);
  expect(error).not.toBeInstanceOf(KeyAccountError);
  expect(isKeyAccountError(error, "unknown-group")).toBe(true);
  expect(copy.isKeyAccountError(new KeyAccountError([group]), "unknown-group")).toBe(true);
});

test("what only looks a little like it isn't one", () => {
  const named = Object.assign(new Error("weights-not-total"), { name: "KeyAccountError" });
  const coded = Object.assign(new Error("weights-not-total"), { code: "weights-not-total" });
  const others = [named, coded, new TypeError("x"), "KeyAccountError", 1, null, undefined, {}, [], () => "x"];
  for (const other of others) expect(isKeyAccountError(other)).toBe(false);
});

test("a look-alike with name and code, as structured clones and logs leave it, is one", () => {
  const thrown = new KeyAccountError([weights]);
  const logged: unknown = JSON.parse(JSON.stringify(thrown));
  expect(isKeyAccountError(logged, "weights-not-total")).toBe(true);
  expect(logged).toEqual({ name: "KeyAccountError", ...weights, issues: [weights] });
});
