import { audit, defineProcess, migrate, type Process } from "keyaccount";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";
import { recordOf } from "./record-of.js";

interface Gate {
  readonly standards?: object;
  readonly tasks?: object;
  readonly forms?: object;
  readonly approvals?: object;
}

const FORM = { fields: { sum: { kind: "decimal" } } };
const MORE = { fields: { ...FORM.fields, remark: { kind: "text", optional: true } } };
const WHOLE = { fields: { ...FORM.fields, remark: { kind: "text" } } };
const FIRST: Gate = {
  standards: { heard: { text: "We herd the need" } },
  tasks: { call: {} },
  forms: { offer: FORM, plan: FORM },
  approvals: { budget: { role: "boss", form: "offer" } },
};

const versionOf = (version: string, gate: Gate): Process =>
  asProcess(
    defineProcess({
      id: "small",
      version,
      milestones: {
        a: { ...gate, next: ["b"] },
        b: { standards: Object.hasOwn(gate.standards ?? {}, "early") ? {} : { early: {} }, end: true, back: ["a"] },
      },
      roles: { boss: {} },
    }),
  );

/** What a version leaves unproven of a deal that passed the first one's gate, approval and all. */
function unproven(second: Gate, names: object = {}): readonly string[] | undefined {
  const [from, to] = [versionOf("1", FIRST), versionOf("2", second)];
  const sum = { fields: { sum: "5" } };
  const work = { standards: { heard: {}, early: {} }, tasks: ["call"], forms: { offer: sum, plan: sum } };
  const steps = [
    { type: "start", by: "li" },
    { type: "request-approval", approval: "budget", with: work, by: "li" },
    { type: "give-approval", approval: "budget", by: "hu", roles: ["boss"] },
    { type: "advance", by: "li" },
  ];
  const record = recordOf(from, ...steps);
  const head = { id: "m", at: minute(9), by: "li", reason: "version 2" };
  const result = migrate(record, { from, to, milestones: { a: "a", b: "b" }, ...names, ...head });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  expect(audit(result.value.record, { processes: [from, to] }).fault).toBeNull();
  return result.value.state.migrations.at(-1)?.unproven;
}

describe("E9.9 a gate that was passed stays proven unless what a version asks more of it doesn't hold", () => {
  test.each<[string, Gate]>([
    ["a word was mended", { standards: { heard: { text: "We heard the need" } } }],
    ["a standard is asked that was met elsewhere", { standards: { heard: { text: "We herd the need" }, early: {} } }],
    ["a task needs a role, and is done", { tasks: { call: { role: "boss" } } }],
    ["a form has a field more that may be left out", { forms: { offer: FORM, plan: MORE } }],
    ["nothing but the approval is asked", { standards: {}, tasks: {}, forms: { offer: FORM } }],
  ])("E9.9 %s: the approval of the passage isn't asked again", (_, gate) => {
    expect(unproven({ ...FIRST, ...gate })).toEqual([]);
  });

  test.each<[string, Gate]>([
    ["a standard that isn't met", { standards: { heard: {}, seen: {} } }],
    ["a task that is open", { tasks: { call: {}, write: {} } }],
    ["a form that isn't filled so", { forms: { offer: FORM, plan: WHOLE } }],
    ["an approval by two", { approvals: { budget: { role: "boss", form: "offer", count: 2 } } }],
    ["an approval of another form", { approvals: { budget: { role: "boss", form: "plan" } } }],
    ["an approval of what that form is now", { forms: { offer: MORE, plan: FORM } }],
    ["an approval more", { approvals: { budget: { role: "boss", form: "offer" }, staff: { role: "boss" } } }],
  ])("E9.9 %s is told", (_, gate) => {
    expect(unproven({ ...FIRST, ...gate })).toEqual(["a"]);
  });

  test("E9.9 forms that both versions have can't change names: the approval of one would count for the other", () => {
    expect(() => unproven(FIRST, { forms: { offer: "plan", plan: "offer" } })).toThrow(
      'duplicate-id at forms.offer, id "offer"; duplicate-id at forms.plan, id "plan"',
    );
  });
});
