import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion } from "../../src/ground/apportion.js";

describe("largest remainder", () => {
  test.each<[string, bigint[], bigint, bigint[]]>([
    // Quotas 2.33, 4.66, 3: one is left, for .66.
    ["by hand", [7n, 14n, 9n], 10n, [2n, 5n, 3n]],
    ["ties in the order given", [1n, 1n, 1n], 100n, [34n, 33n, 33n]],
    ["two left for three equals", [1n, 1n, 1n], 101n, [34n, 34n, 33n]],
    ["nothing for a share of nothing", [0n, 1n, 0n], 5n, [0n, 5n, 0n]],
    ["nothing to give", [3n, 4n], 0n, [0n, 0n]],
    ["less than there are shares", [5n, 1n, 3n], 2n, [1n, 0n, 1n]],
  ])("%s", (_, shares, total, parts) => {
    expect(apportion(Object.freeze(shares), total)).toEqual(parts);
  });

  test("sums exactly, keeps to the quota, and no part can be had at a smaller remainder", () => {
    const shares = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(shares, fc.bigInt({ min: 0n, max: 10n ** 15n }), (given, total) => {
        const sum = given.reduce((added, share) => added + share, 0n);
        fc.pre(sum > 0n);
        const parts = apportion(given, total);
        expect(parts.reduce((added, part) => added + part, 0n)).toBe(total);
        const rests = parts.map((part, index) => (given[index] as bigint) * total - part * sum);
        for (const rest of rests) expect(rest < sum && rest > -sum).toBe(true);
        // Who was rounded up had at least the remainder of everybody who wasn't.
        const up = rests.filter((rest) => rest < 0n).map((rest) => rest + sum);
        const down = rests.filter((rest) => rest >= 0n);
        for (const one of up) for (const other of down) expect(one >= other).toBe(true);
      }),
    );
  });
});
