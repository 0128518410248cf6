import {
  appendEvents,
  audit,
  decide,
  evolve,
  isKeyAccountError,
  migrate,
  openRecord,
  type ProcessRecord,
  replay,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { asProcess, minute, randomDeal } from "./random-deal.js";

const process = asProcess(keyAccountProcess);
const { events, state } = randomDeal(3, 40);
const record = appendEvents(openRecord(process, "deal"), events);

function hostile(): unknown[] {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const cyclic: Record<string, unknown> = { type: "advance" };
  cyclic["with"] = cyclic;
  const thrower = {
    get type() {
      throw new Error("no");
    },
  };
  const trap = new Proxy(
    { type: "advance" },
    {
      getPrototypeOf: () => {
        throw new Error("no");
      },
    },
  );
  const polluted = JSON.parse('{"type":"meet","standard":"__proto__","__proto__":{"type":"win"}}') as unknown;
  return [
    null,
    undefined,
    5,
    NaN,
    "x",
    true,
    [],
    {},
    Symbol("x"),
    () => 1,
    5n,
    new Date(0),
    proxy,
    cyclic,
    thrower,
    trap,
    polluted,
    new Array(5),
    Object.create({ type: "win" }),
  ];
}

/** Runs it, and says whether it ended as it should: with a result, or an error of ours. */
function endsWell(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    return isKeyAccountError(error);
  }
}

describe("E9.9 anything at all", () => {
  test("E9.9 as a command is refused, never a TypeError", () => {
    const head = { id: "h", at: minute(9000), by: "li" };
    for (const input of hostile()) {
      expect(decide(process, state, input as never).ok).toBe(false);
      for (const type of [
        "meet",
        "advance",
        "win",
        "override",
        "request-approval",
        "record-effort",
        "attach-form",
        "start",
      ]) {
        for (const key of [
          "with",
          "standard",
          "evidence",
          "fields",
          "form",
          "approval",
          "cost",
          "minutes",
          "to",
          "reason",
          "roles",
          "expectedRevision",
        ]) {
          expect(endsWell(() => decide(process, state, { ...head, type, [key]: input } as never))).toBe(true);
        }
        expect(
          endsWell(() =>
            decide(process, state, {
              ...head,
              type,
              with: { standards: input, tasks: input, forms: { "lead-summary": input } },
            } as never),
          ),
        ).toBe(true);
      }
    }
  });

  test("E9.9 as a process, a state, an event, a log or a record ends in an error of ours or a refusal", () => {
    for (const input of hostile()) {
      expect(endsWell(() => decide(input as never, state, {} as never))).toBe(true);
      expect(() => replay(input as never, [])).toThrow("undefined-process");
      expect(decide(process, input as never, { id: "h", type: "start", at: minute(0), by: "li" }).ok).toBe(false);
      expect(() => evolve(state, input as never)).toThrow();
      expect(endsWell(() => evolve(input as never, events[0] as never))).toBe(true);
      expect(endsWell(() => evolve(state, input as never))).toBe(true);
      expect(endsWell(() => replay(process, input as never))).toBe(true);
      expect(audit(input as never, { processes: [process] }).isClean).toBe(false);
      expect(audit({ ...record, events: [input] } as never, { processes: [process] }).isClean).toBe(false);
      for (const type of new Set(events.map((event) => event.type))) {
        const event = {
          v: 1,
          id: "h",
          revision: state.revision + 1,
          at: minute(9000),
          by: "li",
          roles: [],
          type,
          data: input,
        };
        expect(endsWell(() => evolve(state, event as never))).toBe(true);
      }
      expect(
        endsWell(() =>
          migrate(record, {
            from: process,
            to: process,
            milestones: input,
            id: "m",
            at: minute(9000),
            by: "li",
          } as never),
        ),
      ).toBe(true);
    }
  });

  test("E9.9 an event with a key that would change a prototype changes none", () => {
    const data = JSON.parse('{"milestone":"__proto__","contact":true,"minutes":1,"cost":null,"early":false}') as never;
    const event = {
      v: 1,
      id: "h",
      revision: state.revision + 1,
      at: minute(9000),
      by: "li",
      roles: [],
      type: "effort-recorded",
      data,
    } as const;
    expect(() => evolve(state, event as never)).toThrow("unreadable");
    expect(({} as { contacts?: number }).contacts).toBeUndefined();
  });

  test("E9.9 fields that somebody put on every object are nobody's command", () => {
    Object.defineProperty(Object.getPrototypeOf({}), "cause", {
      value: "price",
      enumerable: true,
      configurable: true,
      writable: true,
    });
    try {
      const open = replay(process, events.slice(0, 1));
      const decision = decide(process, open, { id: "h", type: "lose", at: minute(9000), by: "li" });
      expect(decision.ok ? [] : decision.issues.map(({ code }) => code)).toEqual(["required"]);
    } finally {
      Reflect.deleteProperty(Object.getPrototypeOf({}) as object, "cause");
    }
  });

  test("E9.9 a record opens with an id, and events are stored once, in order", () => {
    expect(() => openRecord(process, " ")).toThrow("required");
    expect(appendEvents(record, events)).toEqual(record);
    const [first, second] = events;
    expect(() => appendEvents(openRecord(process, "deal"), [second as never])).toThrow("revision-conflict");
    expect(appendEvents(openRecord(process, "deal"), [first as never]).events[0]?.previous).toBe(
      openRecord(process, "deal").head,
    );
  });

  test("E9.9 an audit names what a record says wrong of itself, and what it couldn't check", () => {
    const fault = (edited: ProcessRecord): unknown => audit(edited, { processes: [process] }).fault?.code;
    expect(fault({ ...record, process: { ...record.process, version: "9" } })).toBe("process-differs");
    expect(fault({ ...record, head: "0" })).toBe("head-differs");
    expect(fault({ ...record, v: 2 } as never)).toBe("not-a-record");
    expect(audit(record, { processes: [] })).toMatchObject({
      isClean: false,
      fault: { code: "process-unknown", index: 0 },
      unchecked: record.events.length,
      sound: 0,
    });
    expect(audit(openRecord(process, "x"), { processes: [process] })).toMatchObject({ isClean: true, sound: 0 });
    const bare = events.map((event) =>
      event.type === "started" ? event : { ...event, type: "won", data: { from: "planning" } },
    );
    const forged = appendEvents(openRecord(process, "deal"), bare as never);
    expect(audit(forged, { processes: [process] }).fault).toMatchObject({ code: "not-allowed", index: 1 });
  });
});
