import { decide, defineProcess, replay } from "keyaccount";
import { describe, expect, test } from "vitest";
import { minute } from "./random-deal.js";

const process = defineProcess({
  id: "p",
  version: "1",
  milestones: {
    a: {
      standards: { s: { evidence: true } },
      forms: { f: { reference: true, fields: { evidence: { kind: "integer" } } } },
      next: ["b"],
    },
    b: { end: true },
  },
});
const head = { by: "li", roles: [] };
const started = decide(process, replay(process, []), { ...head, id: "1", type: "start", at: minute(0) } as never);
const open = replay(process, started.ok ? started.value : []);

function cureOf(command: object): unknown {
  const result = decide(process, open, { ...head, id: "2", at: minute(1), ...command } as never);
  return result.ok ? "accepted" : result.cure;
}

const text: unknown = expect.objectContaining({ type: "string", minLength: 1 });
const evidence: unknown = expect.objectContaining({ type: "array", minItems: 1 });
const object = (properties: object): object => ({ type: "object", properties, required: Object.keys(properties) });
const piece = { kind: "note", text: "x" };

describe("E9.9 the cure of a refusal says which fields would mend it", () => {
  test("E9.9 a reference that a form in `with` lacks", () => {
    const command = {
      type: "advance",
      with: { standards: { s: { evidence: [piece] } }, forms: { f: { fields: { evidence: 1 } } } },
    };
    expect(cureOf(command)).toEqual(object({ with: object({ forms: object({ f: object({ reference: text }) }) }) }));
    const whole = { ...command.with, forms: { f: { fields: { evidence: 1 }, reference: "r" } } };
    expect(cureOf({ ...command, with: whole })).toBe("accepted");
  });

  test("E9.9 pieces of evidence that can't be: the whole list", () => {
    expect(cureOf({ type: "meet", standard: "s", evidence: [{ ...piece, kind: "odd" }, { kind: "note" }] })).toEqual(
      object({ evidence }),
    );
  });

  test("E9.9 a field of a form is a field, whatever it is called", () => {
    const command = { type: "attach-form", form: "f", reference: "r", fields: { evidence: "many" } };
    expect(cureOf(command)).toEqual(
      object({ fields: object({ evidence: expect.objectContaining({ type: "integer" }) as unknown }) }),
    );
  });

  test("E9.9 what of the process a command names, where there is any", () => {
    expect(cureOf({ type: "meet", evidence: [piece] })).toEqual(object({ standard: { enum: ["s"] } }));
    expect(cureOf({ type: "attach-form", form: "z" })).toEqual(object({ form: { enum: ["f"] } }));
    expect(cureOf({ type: "complete-task", task: "z" })).toBeNull();
  });
});
