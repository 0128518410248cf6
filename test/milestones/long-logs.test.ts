import { appendEvents, audit, decide, defineProcess, migrate, openRecord, type ProcessEvent, replay } from "keyaccount";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";

const process = asProcess(
  defineProcess({ id: "p", version: "1", milestones: { a: { next: ["b"] }, b: { back: ["a"], end: true } } }),
);

/** Events as decide makes them, without asking it twenty thousand times. */
function longLog(length: number): ProcessEvent[] {
  const head = (index: number): object => ({
    v: 1,
    id: `e${String(index)}`,
    revision: index + 1,
    at: minute(0),
    by: "li",
    roles: [],
  });
  const { hash } = openRecord(process, "x").process;
  const effort = { milestone: "a", contact: true, minutes: null, cost: null, early: false };
  return Array.from({ length }, (_, index) =>
    index === 0
      ? { ...head(index), type: "started", data: { process: { id: "p", version: "1", hash }, milestone: "a" } }
      : { ...head(index), type: "effort-recorded", data: effort },
  ) as ProcessEvent[];
}

function milliseconds(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

describe("E9.9 logs", () => {
  test("E9.9 of 20,000 events are replayed in a second, as the time grows with their number", () => {
    const events = longLog(20_000);
    expect(milliseconds(() => expect(replay(process, events).ids).toHaveLength(20_000))).toBeLessThan(1000);
    expect(milliseconds(() => replay(process, [...events, ...events]))).toBeLessThan(1000);
  });

  test("E9.9 an audit of 5,000 events is clean within seconds", () => {
    const record = appendEvents(openRecord(process, "deal"), longLog(5_000));
    const time = milliseconds(() => expect(audit(record, { processes: [process] }).fault).toBeNull());
    expect(time).toBeLessThan(5000);
  });

  test("E9.9 moments are compared, not their texts: half a second after isn't before", () => {
    const start = { id: "1", type: "start", at: "2026-11-02T08:00:00.5Z", by: "li" } as const;
    const started = decide(process, replay(process, []), start);
    const state = replay(process, started.ok ? started.value : []);
    const pause = (at: string): readonly string[] => {
      const decision = decide(process, state, { id: "2", type: "pause", reason: "x", at, by: "li" });
      return decision.ok ? [] : decision.issues.map(({ code }) => code);
    };
    expect(pause("2026-11-02T08:00:00Z")).toEqual(["out-of-order"]);
    expect(pause("2026-11-02T08:00:00.50Z")).toEqual([]);
  });

  test("E9.9 that don't begin with a start are named at the first event; an id that stands twice at the second", () => {
    const [, second, third] = longLog(3).map((event, index) => ({ ...event, revision: Math.max(index, 1) }));
    const open = openRecord(process, "deal");
    const headless = appendEvents(open, [second as never]);
    expect(audit(headless, { processes: [process] }).fault).toMatchObject({
      code: "not-allowed",
      index: 0,
      reasons: ["wrong-status"],
    });
    expect(third).toBeDefined();
    const twice = longLog(3).map((event, index) => (index === 2 ? { ...event, id: "e1" } : event));
    let record = open;
    for (const event of twice) {
      const one = appendEvents({ ...record, events: record.events.map((before) => ({ ...before, id: "-" })) }, [event]);
      record = { ...one, events: [...record.events, ...one.events.slice(-1)] };
    }
    expect(audit(record, { processes: [process] }).fault).toMatchObject({ index: 2, reasons: ["already-done"] });
  });
});

describe("E9.9 anything at all instead of options or a record", () => {
  const record = appendEvents(openRecord(process, "deal"), longLog(2));
  const hostile = [null, undefined, 7, {}, { processes: null }, { processes: [null] }, new Proxy({}, { get: fail })];

  function fail(): never {
    throw new Error("no");
  }

  test.each(hostile)("E9.9 audit and migrate end in an error of ours: %#", (given) => {
    const ours = expect.objectContaining({ name: "KeyAccountError" }) as unknown;
    const caught = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    };
    expect(caught(() => audit(record, given as never))).toEqual(ours);
    expect(caught(() => migrate(record, given as never))).toEqual(ours);
    const options = { from: process, to: process, milestones: { a: "a", b: "b" }, id: "m", at: minute(1), by: "x" };
    expect(caught(() => migrate(given as never, { ...options, reason: "x" }))).toEqual(ours);
  });
});
