import { defineProcess, isKeyAccountError, type Process } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";

/** What is wrong with a definition, as `code at path`. */
function faults(definition: unknown): string[] {
  try {
    defineProcess(definition as never);
    return [];
  } catch (error) {
    if (!isKeyAccountError(error)) throw error;
    return error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
  }
}

const sound = { id: "p", version: "1", milestones: { a: { next: ["b"] }, b: { end: true } } };
const withA = (a: object, more: object = {}): object => ({
  ...sound,
  ...more,
  milestones: { ...sound.milestones, a: { next: ["b"], ...a } },
});

describe("E9 a faulty process is refused with everything that is wrong", () => {
  test("E9 a sound one is not, and comes back in canonical form, frozen, from its own JSON", () => {
    expect(faults(sound)).toEqual([]);
    const process = defineProcess(sound as never) as unknown as Process;
    expect(Object.keys(process)).toEqual(["v", "id", "version", "milestones", "roles", "causes", "override", "start"]);
    expect(process.start).toEqual(["a"]);
    expect(Object.isFrozen(process.milestones["a"]?.next)).toBe(true);
    const again = defineProcess(JSON.parse(JSON.stringify(keyAccountProcess)) as never);
    expect(again).toEqual(keyAccountProcess);
    expect(JSON.parse(JSON.stringify(keyAccountProcess))).toEqual(keyAccountProcess);
  });

  test("E9 milestones that can't be reached, lead nowhere, or lead only round and round", () => {
    expect(faults({ ...sound, milestones: { ...sound.milestones, c: { end: true } } })).toEqual([
      "unreachable-milestone at milestones.c",
    ]);
    expect(faults({ ...sound, milestones: { a: { next: ["b"] }, b: {} } })).toEqual([
      "dead-end-milestone at milestones.b",
    ]);
    expect(
      faults({
        ...sound,
        milestones: { a: { next: ["b", "d"] }, b: { next: ["c"] }, c: { next: ["b"] }, d: { end: true } },
      }),
    ).toEqual(["no-way-out at milestones"]);
    expect(faults({ ...sound, milestones: { a: { next: ["b"] }, b: { next: ["a", "c"] }, c: { end: true } } })).toEqual(
      [],
    );
    expect(
      faults({ ...sound, milestones: { a: { next: ["b"] }, b: { end: true, back: ["c"] }, c: { next: ["b"] } } }),
    ).toEqual([]);
  });

  test("E9 references to what isn't there", () => {
    const broken = withA(
      { next: ["b", "x"], back: ["y"], tasks: { t: { role: "r" } }, approvals: { p: { role: "boss", form: "f" } } },
      { start: ["z"], roles: { boss: {} }, override: { roles: ["q"] }, effort: { after: "w" } },
    );
    expect(faults(broken)).toEqual([
      "unknown-reference at start.0",
      "unknown-reference at override.roles.0",
      "unknown-reference at effort.after",
      "unknown-reference at milestones.a.next.1",
      "unknown-reference at milestones.a.back.0",
      "unknown-reference at milestones.a.tasks.t.role",
      "unknown-reference at milestones.a.approvals.p.form",
    ]);
  });

  test("E9.3 an approval that nobody may give: a role that isn't there, or more persons than have it", () => {
    expect(faults(withA({ approvals: { p: { role: "boss" } } }))).toEqual([
      "approval-impossible at milestones.a.approvals.p",
    ]);
    const approvals = { p: { role: "boss", count: 3 } };
    expect(faults(withA({ approvals }, { roles: { boss: { holders: 2 } } }))).toEqual([
      "approval-impossible at milestones.a.approvals.p",
    ]);
    expect(faults(withA({ approvals }, { roles: { boss: { holders: 3 } } }))).toEqual([]);
    expect(faults(withA({ approvals }, { roles: { boss: {} } }))).toEqual([]);
  });

  test("E9 ids that stand twice, lead to themselves, or that a store would refuse", () => {
    const twice = {
      ...sound,
      causes: ["x", "x"],
      milestones: {
        a: { next: ["b", "b"], standards: { s: {} }, forms: { f: {} } },
        b: { end: true, back: ["b"], standards: { s: {} }, tasks: { f: {} } },
      },
    };
    expect(faults(twice)).toEqual([
      "duplicate-id at causes.1",
      "duplicate-id at milestones.a.next.1",
      "circular-reference at milestones.b.back.0",
      "duplicate-id at milestones.b.standards.s",
    ]);
    expect(faults({ ...sound, id: "$p" })).toEqual(["unsafe-id at id"]);
    expect(faults(withA({ standards: { constructor: {} } }))).toEqual([
      "unsafe-id at milestones.a.standards.constructor",
    ]);
    expect(faults({ ...sound, causes: ["1"] })).toEqual(["unsafe-id at causes.0"]);
  });

  test("E9 values out of their range and keys that nobody knows", () => {
    const wild = withA(
      {
        likelihood: "1.1",
        workingDays: -1,
        name: " ",
        next: "b",
        forms: { f: { fields: { x: { kind: "choice" }, y: { kind: "text", options: ["a"] }, z: { kind: "memo" } } } },
      },
      { v: 2, expectedContacts: 0, more: 1 },
    );
    expect(faults(wild)).toEqual([
      "unknown-key at more",
      "unsupported-version at v",
      "out-of-range at milestones.a.name",
      "required at milestones.a.forms.f.fields.x.options",
      "unknown-key at milestones.a.forms.f.fields.y.options",
      "unknown-value at milestones.a.forms.f.fields.z.kind",
      "wrong-type at milestones.a.next",
      "out-of-range at milestones.a.likelihood",
      "out-of-range at milestones.a.workingDays",
      "out-of-range at expectedContacts",
    ]);
    expect(faults(withA({ name: "x".repeat(2001), likelihood: "x" }))).toEqual([
      "out-of-range at milestones.a.name",
      "not-a-decimal at milestones.a.likelihood",
    ]);
    expect(faults(withA({ name: 5, likelihood: "0.25" }))).toEqual(["wrong-type at milestones.a.name"]);
  });

  test("E9 anything at all ends in an error of ours", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const thrower = {
      get id() {
        throw new Error("no");
      },
    };
    for (const input of [null, undefined, 5, "p", [], {}, proxy, thrower, { milestones: new Array(5) }]) {
      expect(() => defineProcess(input as never)).toThrow(
        expect.objectContaining({ name: "KeyAccountError" }) as Error,
      );
    }
  });
});

describe("E9 the handbook's process", () => {
  const { milestones } = keyAccountProcess;

  test("E9.1 E9.2 E9.3 E9.4 E9.5 E9.6 E9.7 E9.8 has all milestones in order, with the likelihoods given", () => {
    expect(Object.entries(milestones).map(([id, own]) => [id, (own as { likelihood?: string }).likelihood])).toEqual([
      ["planning", undefined],
      ["visit", "0.05"],
      ["approval", "0.1"],
      ["deep-contact", "0.25"],
      ["solution", "0.45"],
      ["bid", "0.8"],
      ["contract", "1"],
      ["delivery", "1"],
    ]);
  });

  test("E9.1 has the lead summary with the handbook's eight fields", () => {
    expect(Object.keys(milestones.planning.forms["lead-summary"]?.fields ?? {})).toEqual([
      "number",
      "client",
      "area",
      "industry",
      "revenue",
      "class",
      "source",
      "date",
    ]);
  });

  test("E9.3 asks the KA manager and the KA director, and allows no cost before", () => {
    expect(Object.values(milestones.approval.approvals).map(({ role }) => role)).toEqual(["ka-manager", "ka-director"]);
    expect(keyAccountProcess.effort).toEqual({ after: "approval", early: "refuse", counts: "cost" });
  });

  test("E4.7 A6.7 expects four contacts, and knows the four causes of failure", () => {
    expect(keyAccountProcess.expectedContacts).toBe(4);
    expect(keyAccountProcess.causes.slice(0, 4)).toEqual([
      "need-not-met",
      "mismatch",
      "client-obstacles",
      "bound-to-rival",
    ]);
  });
});
