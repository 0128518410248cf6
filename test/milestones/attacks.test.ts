import {
  decide,
  defineProcess,
  isKeyAccountError,
  openRecord,
  type ProcessEvent,
  type ProcessState,
  replay,
} from "keyaccount";
import { describe, expect, test } from "vitest";

const process = defineProcess({
  id: "attacked",
  version: "1",
  milestones: {
    talk: {
      standards: { signed: { evidence: true }, clear: {} },
      forms: { paper: { fields: { sum: { kind: "text" } } } },
      next: ["order"],
    },
    order: { back: ["talk"], end: true },
  },
  roles: { boss: {} },
  causes: ["price"],
  override: { roles: ["boss"] },
});

const head = { at: "2026-11-02T08:00:00Z", by: "li", roles: ["boss"] };

/** Decides on anything as a command. */
function tried(state: ProcessState, command: object): readonly string[] {
  const result = decide(process as never, state, { ...head, id: "next", ...command } as never);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, ...path].join(" "));
}

const started = decide(process, replay(process, []), { ...head, id: "1", type: "start" });
const open = replay(process, started.ok ? started.value : []) as ProcessState;

describe("E9.9 what can't be seen is no text", () => {
  const blanks = [
    " ",
    "\u3000",
    "\u00a0",
    "\u2003",
    "\ufeff",
    "\u200b",
    "\u200b\u3000",
    "\u2800",
    "\u3164",
    "\u0000",
    "\t\n",
  ];

  test.each(blanks)("%j is no reason, no evidence, no field and no person", (blank) => {
    expect(tried(open, { type: "override", reason: blank })).toEqual(["required reason"]);
    const signed = { type: "meet", standard: "signed", evidence: [{ kind: "note", text: blank }] };
    expect(tried(open, signed)).toEqual(["required evidence 0 text"]);
    expect(tried(open, { type: "attach-form", form: "paper", fields: { sum: blank } })).toEqual([
      "required fields sum",
    ]);
    expect(tried(open, { type: "pause", reason: "x", by: blank })).toEqual(["required by"]);
    expect(tried(open, { type: "pause", reason: "x", id: blank })).toEqual(["required id"]);
    expect(() => openRecord(process, blank)).toThrow(/required/);
  });

  test("the schema of the cure refuses the same texts as decide", () => {
    const refused = decide(process, open as never, { ...head, id: "n", type: "pause" });
    const { properties } = (refused as unknown as { cure: { properties: { reason: { pattern: string } } } }).cure;
    const pattern = new RegExp(properties.reason.pattern, "u");
    for (const blank of blanks) expect(pattern.test(blank), JSON.stringify(blank)).toBe(false);
    for (const text of ["x", "因", "\u3000因", "😀"]) expect(pattern.test(text)).toBe(true);
  });

  test("a version that can't be seen names no process", () => {
    const milestones = { only: { end: true } };
    expect(() => defineProcess({ id: "p", version: "\u3000", milestones })).toThrow(/out-of-range/);
  });
});

describe("E9.9 what all objects inherit opens no gate", () => {
  /** What is refused while all objects inherit these values. */
  function whilePolluted(values: Readonly<Record<string, unknown>>, enumerable: boolean, command: object): unknown {
    for (const [key, value] of Object.entries(values)) {
      Reflect.defineProperty(Object.prototype, key, { value, enumerable, configurable: true, writable: true });
    }
    try {
      return tried(open, command);
    } finally {
      for (const key of Object.keys(values)) Reflect.deleteProperty(Object.prototype, key);
    }
  }

  test.each([true, false])("enumerable: %s", (enumerable) => {
    const shut = [
      "standard-unmet with standards signed",
      "standard-unmet with standards clear",
      "form-missing with forms paper",
    ];
    const parts = { signed: {}, clear: {}, paper: {}, sum: "1" };
    expect(whilePolluted(parts, enumerable, { type: "advance", with: { standards: {}, forms: {} } })).toEqual(shut);
    const kinds = { standards: { clear: {} }, forms: { paper: {} }, fields: { sum: "1" } };
    expect(whilePolluted(kinds, enumerable, { type: "advance", with: {} })).toEqual(shut);
    const empty = { type: "advance", with: { forms: { paper: {} } } };
    expect(whilePolluted({ sum: "1" }, enumerable, empty)).toEqual([
      "required with forms paper fields sum",
      ...shut.slice(0, 2),
    ]);
  });
});

describe("a command is read once, and within bounds", () => {
  test("a getter that changes its mind is asked once", () => {
    let asked = 0;
    const command = {
      ...head,
      type: "pause",
      reason: "x",
      get id(): string {
        asked += 1;
        return asked === 1 ? "first" : "1";
      },
    };
    const result = decide(process, open as never, command as never);
    expect(result.ok && (result.value[0] as ProcessEvent).id).toBe("first");
  });

  test("a list that grows while it is read is as long as it said first", () => {
    let lengths = 0;
    const roles = new Proxy([] as string[], {
      get: (list, key): unknown => {
        if (key !== "length") return key === "0" ? "boss" : Reflect.get(list, key);
        lengths += 1;
        return lengths === 1 ? 1 : 3_000_000;
      },
    });
    const result = decide(process, open as never, { ...head, id: "2", type: "pause", reason: "x", roles });
    expect(result.ok && result.value[0]?.roles).toEqual(["boss"]);
  });

  test("evidence that grows is read as far as it said", () => {
    let lengths = 0;
    const evidence = new Proxy([] as object[], {
      get: (list, key): unknown => {
        if (key !== "length") return key === "0" ? { kind: "note", text: "x" } : Reflect.get(list, key);
        lengths += 1;
        return lengths === 1 ? 1 : 40;
      },
    });
    expect(tried(open, { type: "meet", standard: "signed", evidence }).length).toBeGreaterThan(0);
    expect(lengths).toBe(2);
  });

  test("any number of keys gets an answer of bounded size", () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${String(index)}`, {}]));
    const long = { ["x".repeat(1_000_000)]: {} };
    const commands = [
      { type: "advance", with: { standards: many } },
      { type: "advance", with: { forms: many } },
      { type: "advance", with: many },
      { type: "advance", with: { forms: { paper: { fields: many } } } },
      { type: "pause", reason: "x", ...many },
      { type: "advance", with: { standards: long, forms: long } },
    ];
    for (const command of commands) {
      const result = decide(process, open as never, { ...head, id: "2", ...command } as never);
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result).length).toBeLessThan(40_000);
    }
    expect(tried(open, { type: "advance", with: { standards: many } })[0]).toBe("too-many with standards");
  });
});

test("openRecord says what is wrong as an error of its own", () => {
  try {
    openRecord(process, 7 as never);
    expect.unreachable();
  } catch (error) {
    expect(isKeyAccountError(error)).toBe(true);
  }
});
