import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion } from "../../src/ground/apportion.js";

describe("largest remainder", () => {
  test("the textbook's example: seats 44 38 11 5 2 of 100 for 43 704, 38 295, 11 131, 4 870, 2 000 votes", () => {
    expect(apportion([43_704n, 38_295n, 11_131n, 4_870n, 2_000n], 100n)).toEqual([44n, 38n, 11n, 5n, 2n]);
  });

  test("ties go to the earlier share", () => {
    expect(apportion([1n, 1n, 1n], 2n)).toEqual([1n, 1n, 0n]);
    expect(apportion([1n, 3n, 1n, 3n], 2n)).toEqual([0n, 1n, 0n, 1n]);
    expect(apportion([5n, 3n], 4n)).toEqual([3n, 1n]);
  });

  test("nothing of nothing, and all to the only share", () => {
    expect(apportion([3n, 4n], 0n)).toEqual([0n, 0n]);
    expect(apportion([3n], 7n)).toEqual([7n]);
    expect(apportion([0n, 2n], 7n)).toEqual([0n, 7n]);
  });

  test("sums exactly, stays within one of each quota, and no larger remainder goes without", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.bigInt({ min: 0n, max: 10n ** 16n }), { minLength: 1, maxLength: 12 })
          .filter((all) => all.some((one) => one > 0n)),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        (shares, total) => {
          const parts = apportion(shares, total);
          const sum = shares.reduce((all, share) => all + share, 0n);
          expect(parts.reduce((all, part) => all + part, 0n)).toBe(total);
          const extra = parts.map((part, index) => part * sum - (shares[index] ?? 0n) * total);
          for (const gap of extra) expect(gap > -sum && gap < sum).toBe(true);
          const raised = extra.filter((gap) => gap > 0n);
          const lowered = extra.filter((gap) => gap <= 0n);
          // A raised part's remainder is sum − gap, a lowered one's −gap.
          for (const up of raised) for (const down of lowered) expect(sum - up >= -down).toBe(true);
        },
      ),
    );
  });
});
