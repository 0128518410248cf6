import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { defineScorecard, evaluate, evaluateAll, formatIssue, isKeyAccountError, type RowResult } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { judged } from "./arbitrary.js";

const card = defineScorecard({
  id: "two",
  version: "1",
  indicators: {
    sellThrough: { kind: "ratio", weight: "60", standard: "6", cap: "1.5", floor: "0", maxAgeDays: 30 },
    engineers: { kind: "flag", weight: "40" },
  },
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: null },
  ],
});

const hostile = {
  get sellThrough(): number {
    throw new Error("no");
  },
  engineers: true,
};

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** A record of one key, which may be `then`: here on purpose. */
const having = (key: string, value: unknown): object => ({ [key]: value });

/** A source that notes what happens to it. */
function noted(rows: readonly object[]): { readonly log: string[]; readonly source: Iterable<object> } {
  const log: string[] = [];
  const source = (function* () {
    try {
      for (const [index, row] of rows.entries()) {
        log.push(`pulled ${String(index)}`);
        yield row;
      }
      log.push("ended");
    } finally {
      log.push("closed");
    }
  })();
  return { log, source };
}

const codesOf = (result: RowResult): readonly string[] => (result.ok ? [] : result.issues.map(({ code }) => code));

describe("C3 evaluateAll judges rows one by one", () => {
  test("C3 each row as evaluate does, in order, with its index and the row itself; inputs stay as they are", () => {
    fc.assert(
      fc.property(judged(), ({ card: any, facts }) => {
        const rows = deepFreeze([facts, {}, facts]);
        const results = [...evaluateAll(any, rows)];
        expect(results).toStrictEqual(rows.map((row, index) => ({ index, row, ok: true, value: evaluate(any, row) })));
        expect(results[0]?.row).toBe(rows[0]);
      }),
      { numRuns: 100 },
    );
  });

  test("C3 no rows, no results", () => {
    expect([...evaluateAll(card, [])]).toEqual([]);
  });

  test("C3 asOf goes to every row: a fact of 31 days is stale after 30", () => {
    const rows = [{ sellThrough: { value: 6, observedAt: "2026-10-21" } }, { sellThrough: 6 }];
    const results = [...evaluateAll(card, rows, { asOf: "2026-11-21" })];
    expect(results.map((result) => result.ok && result.value.indicators.sellThrough.status)).toEqual([
      "stale",
      "known",
    ]);
  });

  test("C3 host rows are read by the host's function, which is told the index", () => {
    const rows = [{ turns: 6 }, { turns: 3 }];
    const results = [
      ...evaluateAll(card, rows, { facts: ({ turns }, index) => ({ sellThrough: turns, engineers: index === 1 }) }),
    ];
    expect(results.map((result) => result.ok && result.value.score)).toEqual([60, 70]);
    expect(results.map(({ row }) => row)).toEqual(rows);
  });

  test("C3 a bad row says what is wrong with it, at its index, and doesn't stop the others", () => {
    const rows = [{ sellThrough: 6 }, null, [], "text", 7, revoked(), hostile, { engineers: false }] as object[];
    const results = [...evaluateAll(card, rows)];
    expect(results.map(codesOf)).toEqual([
      [],
      ["wrong-type"],
      ["wrong-type"],
      ["wrong-type"],
      ["wrong-type"],
      ["unreadable"],
      [],
      [],
    ]);
    expect(results[1]).toStrictEqual({
      index: 1,
      row: null,
      ok: false,
      issues: [{ code: "wrong-type", path: [1], details: { expected: "object", received: "null" } }],
    });
    const read = results[6];
    expect(read?.ok && read.value.issues).toEqual([{ code: "unreadable", path: ["sellThrough"], details: {} }]);
  });

  test("C3 strict: a row with any faulty fact fails, with every issue's path behind its index", () => {
    const rows = [{ sellThrough: "1,5", engineers: "yes" } as object, { sellThrough: 6 }];
    const results = [...evaluateAll(card, rows, { strict: true })];
    expect(results[0]).toStrictEqual({
      index: 0,
      row: rows[0],
      ok: false,
      issues: [
        { code: "not-a-decimal", path: [0, "sellThrough"], details: { received: "1,5" } },
        { code: "wrong-type", path: [0, "engineers"], details: { expected: "boolean", received: "yes" } },
      ],
    });
    expect(results[1]?.ok).toBe(true);
    expect([...evaluateAll(card, rows, { strict: false })].map(({ ok }) => ok)).toEqual([true, true]);
  });

  test.each([
    ["an error's message", new Error("x".repeat(300)), "x".repeat(200)],
    ["a thrown text", "y".repeat(300), "y".repeat(200)],
    ["nothing", undefined, ""],
    ["an error whose message is no text", { message: 7, toString: () => "seven" }, "seven"],
    ["an object that can't be printed", Object.create(null), ""],
  ])("C3 where the host's function throws, the row fails: %s", (_, thrown, message) => {
    const facts = (row: number): object => {
      if (row === 1) throw thrown;
      return {};
    };
    const results = [...evaluateAll(card, [0, 1, 2], { facts })];
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
    const failed = results[1];
    expect(failed && !failed.ok && failed.issues).toEqual([
      { code: "mapping-failed", path: [1], details: { message } },
    ]);
  });

  test("C3 a failed mapping is said in words", () => {
    const issue = { code: "mapping-failed", path: [3], details: { message: "no such column" } } as const;
    expect(formatIssue(issue, en)).toContain("no such column");
  });

  test("C3 what the host's function returns must be a record", () => {
    const [result] = evaluateAll(card, [1], { facts: () => null as never });
    expect(result && codesOf(result)).toEqual(["wrong-type"]);
  });

  test.each([
    ["an async function", async (row: number) => Promise.resolve({ sellThrough: row })],
    ["another's promise", () => having("then", () => undefined)],
    [
      "a function with then",
      () =>
        Object.assign(
          () => undefined,
          having("then", () => undefined),
        ),
    ],
  ])("C3 a promise for facts isn't a record in which everything is unknown: %s", (_, facts) => {
    const results = [...evaluateAll(card, [6, 3], { facts: facts as never })];
    const details = { expected: "object", received: "Promise" };
    expect(results).toEqual([
      { index: 0, row: 6, ok: false, issues: [{ code: "wrong-type", path: [0], details }] },
      { index: 1, row: 3, ok: false, issues: [{ code: "wrong-type", path: [1], details }] },
    ]);
  });

  test("C3 an async function that rejects fails its row, and nothing else", async () => {
    const rejections: unknown[] = [];
    const note = (reason: unknown): void => void rejections.push(reason);
    process.on("unhandledRejection", note);
    try {
      const facts = async (): Promise<object> => Promise.reject(new Error("no"));
      const [result] = evaluateAll(card, [1], { facts: facts as never });
      expect(result && codesOf(result)).toEqual(["wrong-type"]);
      await nextTurn();
      await nextTurn();
    } finally {
      process.off("unhandledRejection", note);
    }
    expect(rejections).toEqual([]);
  });

  test("C3 facts under the name then are facts; what can't be read is said to be unreadable", () => {
    const results = [
      ...evaluateAll(card, [{ sellThrough: 6, ...having("then", 7) }, { proxy: true }], {
        facts: (row) => ("proxy" in row ? revoked() : row),
      }),
    ];
    expect(results.map(codesOf)).toEqual([[], ["unreadable"]]);
    const trap = new Proxy(
      { sellThrough: 6, engineers: true },
      {
        get: (from, key) => {
          if (String(key) === "then") throw new Error("no");
          return Reflect.get(from, key) as unknown;
        },
      },
    );
    const [result] = evaluateAll(card, [1], { facts: () => trap });
    expect(result?.ok && result.value.score).toBe(100);
  });
});

describe("C3 evaluateAll is lazy and closes its source", () => {
  test("C3 nothing is pulled before it is asked for, and only one row at a time", () => {
    const { log, source } = noted([{}, {}, {}]);
    const results = evaluateAll(card, source);
    expect(log).toEqual([]);
    expect(results.next().value).toMatchObject({ index: 0 });
    expect(log).toEqual(["pulled 0"]);
    results.next();
    expect(log).toEqual(["pulled 0", "pulled 1"]);
    expect([...results]).toHaveLength(1);
    expect(log).toEqual(["pulled 0", "pulled 1", "pulled 2", "ended", "closed"]);
  });

  test("C3 leaving the loop, return and throw close the source; what was never started isn't opened", () => {
    const left = noted([{}, {}]);
    for (const { ok } of evaluateAll(card, left.source)) if (ok) break;
    expect(left.log).toEqual(["pulled 0", "closed"]);
    const thrown = noted([{}, {}]);
    const results = evaluateAll(card, thrown.source);
    results.next();
    expect(() => results.throw(new Error("stop"))).toThrow("stop");
    expect(thrown.log).toEqual(["pulled 0", "closed"]);
    const idle = noted([{}]);
    expect(evaluateAll(card, idle.source).return()).toEqual({ value: undefined, done: true });
    expect(idle.log).toEqual([]);
  });

  test("C3 a source that throws ends the iteration by throwing, after the rows before it", () => {
    const results = evaluateAll(
      card,
      (function* () {
        yield {};
        throw new Error("connection lost");
      })(),
    );
    expect(results.next().value).toMatchObject({ index: 0, ok: true });
    expect(() => results.next()).toThrow("connection lost");
    expect(results.next()).toEqual({ value: undefined, done: true });
  });

  test("C3 a million rows of a generator take no memory to speak of", { timeout: 120_000 }, () => {
    const rows = function* (): Generator<object> {
      for (let row = 0; row < 1_000_000; row += 1) yield { sellThrough: (row % 900) / 100, engineers: row % 2 === 0 };
    };
    let [count, heap, most] = [0, 0, 0];
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    // What is held, without what only waits to be collected.
    const held = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    for (const { index } of evaluateAll(card, rows())) {
      count += 1;
      if (index === 100_000) heap = held();
      if (index > 100_000 && index % 100_000 === 0) most = Math.max(most, held());
    }
    expect(count).toBe(1_000_000);
    // Kept results would be some 3 KB each: 2,700 MB.
    expect(most - heap).toBeLessThan(100 * 2 ** 20);
  });
});

describe("C3 evaluateAll over streams", () => {
  const stream = async function* (log: string[], rows: readonly object[]): AsyncGenerator<object> {
    try {
      for (const [index, row] of rows.entries()) {
        await nextTurn();
        log.push(`pulled ${String(index)}`);
        yield row;
      }
    } finally {
      log.push("closed");
    }
  };

  test("C3 rows come in order, with their index; bad ones are reported", async () => {
    const found: string[] = [];
    for await (const result of evaluateAll(card, stream([], [{ sellThrough: 6 }, null as never, { engineers: true }])))
      found.push(
        result.ok
          ? `${String(result.index)}: ${String(result.value.score)}`
          : `${String(result.index)}: ${result.issues[0].code}`,
      );
    expect(found).toEqual(["0: 100", "1: wrong-type", "2: 100"]);
  });

  test("C3 pulled one at a time, closed when left", async () => {
    const log: string[] = [];
    const results = evaluateAll(card, stream(log, [{}, {}, {}]));
    await nextTurn();
    expect(log).toEqual([]);
    await results.next();
    await nextTurn();
    expect(log).toEqual(["pulled 0"]);
    await results.return();
    expect(log).toEqual(["pulled 0", "closed"]);
  });

  test("C3 a stream that fails rejects, after the rows before it", async () => {
    const results = evaluateAll(
      card,
      (async function* () {
        yield {};
        await nextTurn();
        throw new Error("connection lost");
      })(),
    );
    expect((await results.next()).value).toMatchObject({ index: 0 });
    await expect(results.next()).rejects.toThrow("connection lost");
  });

  test("C3 what is iterable in both ways is read as a stream", async () => {
    const both = { [Symbol.iterator]: () => [][Symbol.iterator](), [Symbol.asyncIterator]: () => stream([], [{}]) };
    const results = evaluateAll(card, both as AsyncIterable<object>);
    expect((await results.next()).value).toMatchObject({ index: 0, ok: true });
  });
});

describe("C3 evaluateAll refuses at once what a programmer got wrong", () => {
  const codeOf = (call: () => unknown): string => {
    try {
      call();
    } catch (error) {
      return isKeyAccountError(error) ? error.code : String(error);
    }
    return "none";
  };

  test.each([
    ["null", null],
    ["undefined", undefined],
    ["a number", 7],
    ["an object", {}],
    ["an object with a key by chance", { [Symbol.iterator]: 7 }],
  ])("C3 rows that can't be iterated: %s", (_, rows) => {
    expect(codeOf(() => evaluateAll(card, rows as never))).toBe("wrong-type");
  });

  test("C3 a bad asOf and a faulty scorecard", () => {
    expect(codeOf(() => evaluateAll(card, [], { asOf: "yesterday" }))).toBe("not-a-date");
    expect(codeOf(() => evaluateAll({ ...card, total: "7" }, []))).toBe("weights-not-total");
  });

  const issuesOf = (rows: unknown, options: unknown): unknown => {
    try {
      evaluateAll(card, rows as never, options as never);
    } catch (error) {
      return isKeyAccountError(error) ? error.issues : error;
    }
    return [];
  };
  const unreadable = (key: string): object => ({ code: "unreadable", path: [key], details: {} });

  test.each([
    ["a text", "sellThrough", "sellThrough"],
    ["a record", {}, "object"],
    ["a list", [], "array"],
    ["false", false, "false"],
    ["zero", 0, "0"],
  ])("C3 facts that is no function is refused before anything is pulled: %s", (_, facts, received) => {
    const { log, source } = noted([{}]);
    const details = { expected: "null|function", received };
    expect(issuesOf(source, { facts })).toEqual([{ code: "wrong-type", path: ["facts"], details }]);
    expect(log).toEqual([]);
  });

  test("C3 facts of null or undefined is none", () => {
    for (const facts of [null, undefined])
      expect([...evaluateAll(card, [{}], { facts } as object)].map(({ ok }) => ok)).toEqual([true]);
  });

  test("C3 facts that is no function is said in words", () => {
    const details = { expected: "null|function", received: "7" } as const;
    expect(formatIssue({ code: "wrong-type", path: ["facts"], details }, en)).toContain("function");
  });

  test.each(["asOf", "strict", "facts"])("C3 an option whose getter throws is unreadable: %s", (key) => {
    const get = (): never => {
      throw new Error("no");
    };
    const { log, source } = noted([{}]);
    expect(issuesOf(source, Object.defineProperty({}, key, { get }))).toEqual([unreadable(key)]);
    expect(log).toEqual([]);
  });

  test("C3 revoked proxies are unreadable: options, rows, facts; all in one error", () => {
    expect(issuesOf([], revoked())).toEqual(["asOf", "strict", "facts"].map(unreadable));
    expect(issuesOf(revoked(), undefined)).toEqual([unreadable("rows")]);
    expect(issuesOf(revoked(), { facts: revoked() })).toEqual(["facts", "rows"].map(unreadable));
  });

  test("C3 each option is read once", () => {
    const log: string[] = [];
    const options = new Proxy(
      { facts: () => ({}), strict: true },
      {
        get: (from, key) => {
          log.push(String(key));
          return Reflect.get(from, key) as unknown;
        },
      },
    );
    expect([...evaluateAll(card, [1, 2], options)]).toHaveLength(2);
    expect(log).toEqual(["asOf", "strict", "facts"]);
  });
});
