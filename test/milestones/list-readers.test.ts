import { appendEvents, decide, defineProcess, isKeyAccountError, openRecord, replay } from "keyaccount";
import { describe, expect, test } from "vitest";
import { minute } from "./random-deal.js";

const process = defineProcess({ id: "p", version: "1", milestones: { a: { end: true } } });
const head = { by: "li", roles: [] };
const started = decide(process, replay(process, []), { ...head, id: "1", type: "start", at: minute(0) });
const log = started.ok ? started.value : [];
const record = openRecord(process, "deal");

function codes(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return isKeyAccountError(error) ? error.issues.map(({ code, path }) => `${code} ${path.join(".")}`) : error;
  }
}

/** A list that says of how to go through it what has no end. */
const endless = <T>(list: readonly T[]): T[] =>
  Object.assign([...list], {
    *[Symbol.iterator](): Generator<T> {
      for (;;) yield list[0] as T;
    },
  });
const revoked = (): never => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy as never;
};
const throwing = (): never =>
  Object.defineProperty([], 0, {
    get: () => {
      throw new Error("no");
    },
  }) as never;

describe("E9.9 a log is read by its places, by whoever reads it", () => {
  test("E9.9 an iterator without an end isn't asked", () => {
    expect(replay(process, endless(log)).revision).toBe(1);
    const stored = appendEvents(record, endless(log));
    expect(stored.events).toHaveLength(1);
    expect(appendEvents({ ...stored, events: endless(stored.events) }, [])).toEqual(stored);
  });

  test("E9.9 holes without end: the first one is said", () => {
    const holes = new Array<never>(4_000_000_000);
    expect(codes(() => replay(process, holes))).toEqual(["wrong-type events.0"]);
    expect(codes(() => appendEvents(record, holes))).toEqual(["not-json events.0"]);
    expect(codes(() => appendEvents({ ...record, events: holes }, []))).toEqual(["too-many record.events"]);
  });

  test("E9.9 the same event without end is too many; a million is as much as is read", () => {
    const { events } = appendEvents(record, log);
    const stored = new Array(1_000_000).fill(events[0]) as typeof events;
    expect(appendEvents({ ...record, events: stored }, []).events).toHaveLength(1_000_000);
    const longer = [...stored, ...events];
    expect(codes(() => appendEvents({ ...record, events: longer }, []))).toEqual(["too-many record.events"]);
  });

  test("E9.9 what can't be looked at is no list, or no event", () => {
    expect(codes(() => replay(process, revoked()))).toEqual(["wrong-type events"]);
    expect(codes(() => appendEvents(record, revoked()))).toEqual(["wrong-type events"]);
    expect(codes(() => replay(process, throwing()))).toEqual(["wrong-type events.0"]);
    expect(codes(() => appendEvents(record, throwing()))).toEqual(["not-json events.0"]);
    for (const length of [Symbol("1"), "1", 1.5, Number.NaN]) {
      const odd = new Proxy([], {
        get: (list, key) => (key === "length" ? length : Reflect.get(list, key)) as unknown,
      });
      expect(codes(() => replay(process, odd))).toEqual(["wrong-type events"]);
      expect(codes(() => appendEvents(record, odd))).toEqual(["wrong-type events"]);
    }
    expect(codes(() => appendEvents({ ...record, events: null } as never, []))).toEqual(["wrong-type record.events"]);
  });
});
