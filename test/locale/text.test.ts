import { describe, expect, test } from "vitest";
import { fixed, fixedSum, isExactly, percent } from "../../src/locale/numbers.js";
import { safeText } from "../../src/locale/safe-text.js";
import { tableLines } from "../../src/locale/table.js";
import { displayWidth } from "../../src/locale/width.js";
import { wrap } from "../../src/locale/wrap.js";

describe("displayWidth", () => {
  test.each([
    ["", 0],
    ["points", 6],
    ["经销商", 6],
    ["沃尔评分法 Wall", 15],
    ["（1～5）", 8],
    ["한국어 カナ", 11],
    ["ｱ", 1],
    ["𠮷", 2],
    ["👍", 2],
    ["e\u0301a\u200d", 2],
    ["× … ÷ “”", 8],
  ])("of %s is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("safeText", () => {
  test.each([
    ["two\nlines\r\n", "two\\u{a}lines\\u{d}\\u{a}"],
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["abc\u202etxt.exe", "abc\\u{202e}txt.exe"],
    ["\u200f\u2028\ufeff\u0085", "\\u{200f}\\u{2028}\\u{feff}\\u{85}"],
    ["\ud800x\u{e0041}", "\\u{d800}x\\u{e0041}"],
    ["经销商 é 👍 می\u200cخواهم", "经销商 é 👍 می\u200cخواهم"],
  ])("%j prints as %s", (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });
});

test("a table aligns by display width, fills short rows and leaves no space at the end of a line", () => {
  expect(
    tableLines(
      [
        ["客户", "1", "x"],
        ["client", "10.50"],
        ["a\tb", "", "客户 y"],
      ],
      ["left", "right", "left"],
    ),
  ).toEqual(["客户         1  x", "client   10.50", "a\\u{9}b         客户 y"]);
});

test.each([
  [[], []],
  [["aaaa"], ["aaaa"]],
  [
    ["aa", "bb", "c"],
    ["aabb", "c"],
  ],
  [
    ["aa, ", "b, ", "c"],
    ["aa, ", "b, c"],
  ],
  [
    ["aaaaaaa", "b"],
    ["aaaaaaa", "b"],
  ],
  [
    ["客户、", "b"],
    ["客户、", "b"],
  ],
])("wrap puts %j into lines of four columns", (parts, lines) => {
  expect(wrap(parts, 4)).toEqual(lines);
});

describe("numbers", () => {
  test.each([
    [5.5, 2, "5.50"],
    [5, 2, "5.00"],
    [5, 0, "5"],
    [12.345, 2, "12.345"],
    [-0.3, 1, "-0.3"],
    [1e-7, 9, "0.000000100"],
    [1e15, 0, "1000000000000000"],
  ])("fixed(%d, %i) is %s", (value, decimals, text) => {
    expect(fixed(value, decimals)).toBe(text);
  });

  test("sums are exact", () => {
    expect(fixedSum([0.1, 0.2, -0.3], 1)).toBe("0.0");
    expect(fixedSum([], 2)).toBe("0.00");
  });

  test("percentages are exact", () => {
    expect([percent(0.5532), percent(1), percent(0.07)]).toEqual(["55.32", "100", "7"]);
  });

  test("isExactly tells a rounded quotient from an exact one", () => {
    expect(isExactly(76.5, 61.2, 80, 100)).toBe(true);
    expect(isExactly(43.42, 16.5, 38, 100)).toBe(false);
  });
});
