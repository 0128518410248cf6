import { classifyAbc, selectKeyAccounts } from "keyaccount";
import { describe, expect, test } from "vitest";

const MOST = 2_000_000;

/** Rows without end. */
function* endless(row: unknown): Generator<never> {
  for (;;) yield row as never;
}

/** A list that is nothing but holes. */
function holes(length: number): never[] {
  const list: never[] = [];
  list.length = length;
  return list;
}

describe("E4.2 E2.2 input without end is refused in bounded time", () => {
  const tooMany = (path: string, received: number): Error =>
    expect.objectContaining({ code: "too-many", path: [path], details: { most: MOST, received } }) as Error;

  test("rows", { timeout: 60_000 }, () => {
    expect(() => classifyAbc(endless(7))).toThrow(tooMany("clients", MOST + 1));
  });

  test("lists of options", () => {
    for (const length of [MOST + 1, 2 ** 32 - 1]) {
      expect(() => selectKeyAccounts([], { select: holes(length) })).toThrow(tooMany("select", length));
    }
    expect(() => selectKeyAccounts([], { tiers: holes(MOST) })).toThrow(
      expect.objectContaining({ code: "too-many-values" }),
    );
  });
});
