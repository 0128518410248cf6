import { describe, expect, test } from "vitest";
import { cutAbove, cutAt } from "../../../src/evaluation/columns/cut.js";
import { threshold } from "../../../src/evaluation/exact/threshold.js";

describe("A7.6 a cut parts the doubles at a decimal", () => {
  test.each([
    ["0.3", 0.3, 0.30000000000000004],
    ["0.30000000000000000001", 0.30000000000000004, 0.30000000000000004],
    ["0.29999999999999999999", 0.3, 0.3],
    ["-0.3", -0.3, -0.29999999999999993],
    ["-0.30000000000000000001", -0.3, -0.3],
    ["-0.29999999999999999999", -0.29999999999999993, -0.29999999999999993],
    ["0", 0, 5e-324],
    ["3", 3, 3.0000000000000004],
    ["-1", -1, -0.9999999999999999],
  ])("A7.6 %s: at least from %d, above from %d", (text, at, above) => {
    expect(cutAt(threshold(text))).toBe(at);
    expect(cutAbove(threshold(text))).toBe(above);
  });
});
