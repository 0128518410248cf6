import { expect, test } from "vitest";
import { readJson } from "../../src/ground/json.js";
import { readJsonRows } from "../../src/ground/json-rows.js";

const indexes = (input: unknown, depth: number): unknown[] =>
  readJsonRows(input, {}, depth).issues.map(({ path }) => path.slice(0, depth).join("."));

test("however many records have faults, each has an issue, in the order of the records", () => {
  const records = Array.from({ length: 250 }, (_, n) => ({ n, minutes: Number.NaN }));
  expect(indexes(records, 1)).toEqual(records.map(({ n }) => String(n)));
  expect(indexes({ visits: records }, 2)).toEqual(records.map(({ n }) => `visits.${String(n)}`));
});

test("behind the 100 issues each field has one, and what is no record none", () => {
  const records = Array.from({ length: 70 }, () => ({ a: Number.NaN, b: [Number.NaN, Number.NaN] }));
  const { issues } = readJsonRows([...records, Number.NaN], {}, 1);
  const fields = Array.from({ length: 36 }, (_, n) => [`${String(n + 34)}.a`, `${String(n + 34)}.b.0`]).flat();
  expect(issues.slice(100).map(({ path }) => path.join("."))).toEqual(["33.b.0", ...fields]);
});

test("that there are too many values is said behind any number of issues", () => {
  const records = Array.from({ length: 300 }, () => ({ a: Number.NaN }));
  const { issues } = readJsonRows(records, { values: 400 }, 1);
  expect(issues.some(({ code }) => code === "too-many-values")).toBe(true);
});

test("a getter stays one where the prototype of all has a value", () => {
  let ran = 0;
  const record = {
    get a(): number {
      ran += 1;
      return 1;
    },
  };
  const everything = Object.getPrototypeOf({}) as { value?: unknown };
  Object.defineProperty(everything, "value", { value: 5, configurable: true });
  const read = readJson(record);
  delete everything.value;
  expect(read).toEqual({ json: { a: null }, issues: [{ code: "accessor", path: ["a"], details: {} }] });
  expect(ran).toBe(0);
});
