import {
  AUDIT_FAULTS,
  COMMAND_TYPES,
  EARLY_EFFORTS,
  EFFORT_MEASURES,
  EVIDENCE_KINDS,
  FIELD_KINDS,
  formatAuditFault,
  formatRefusal,
  INVOLVEMENTS,
  PROCESS_STATUSES,
  type Process,
  SEPARATIONS,
  STAY_ENTRIES,
  STAY_EXITS,
} from "keyaccount";
import { keyAccountProcess, projectProcess } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { paramsOf } from "../../src/locale/fill.js";

const processes = [keyAccountProcess, projectProcess] as unknown as readonly Process[];
const idsOf = (kind: "standards" | "tasks" | "forms" | "approvals"): string[] => [
  ...new Set(processes.flatMap(({ milestones }) => Object.values(milestones).flatMap((own) => Object.keys(own[kind])))),
];
const sorted = (list: readonly string[]): string[] => [...list].sort();

describe.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("%s", (_, { process: words, vocabulary }) => {
  test("E9.1 … E9.8 every part of the handbook's processes has its name, and no other", () => {
    for (const kind of ["standards", "tasks", "forms", "approvals"] as const)
      expect(Object.keys(words[kind]).sort()).toEqual(idsOf(kind).sort());
    const milestones = processes.flatMap((process) => Object.keys(process.milestones));
    for (const id of milestones) expect(words.definitions).toHaveProperty([id]);
    expect(Object.keys(words.definitions)).toEqual(Object.keys(vocabulary.milestones));
    const rules = processes.flatMap((process) => Object.values(process.milestones).flatMap((own) => own.rules));
    expect(sorted(Object.keys(words.rules))).toEqual(sorted([...new Set(rules)]));
    expect(sorted(Object.keys(words.causes))).toEqual(sorted([...new Set(processes.flatMap(({ causes }) => causes))]));
    expect(Object.keys(words.roles)).toEqual(Object.keys(keyAccountProcess.roles));
    expect(Object.keys(words.fields)).toEqual(
      Object.keys(keyAccountProcess.milestones.planning.forms["lead-summary"]?.fields ?? {}),
    );
    expect(Object.keys(words.processes)).toEqual(processes.map(({ id }) => id));
  });

  test("E9.9 every code has its word, and no other", () => {
    expect(Object.keys(words.statuses)).toEqual([...PROCESS_STATUSES]);
    expect(Object.keys(words.entries)).toEqual([...STAY_ENTRIES]);
    expect(Object.keys(words.exits)).toEqual([...STAY_EXITS]);
    expect(Object.keys(words.commands)).toEqual([...COMMAND_TYPES]);
    expect(Object.keys(words.evidenceKinds)).toEqual([...EVIDENCE_KINDS]);
    expect(Object.keys(words.fieldKinds)).toEqual([...FIELD_KINDS]);
    expect(Object.keys(words.separations)).toEqual([...SEPARATIONS]);
    expect(Object.keys(words.involvements)).toEqual([...INVOLVEMENTS]);
    expect(Object.keys(words.earlyEfforts)).toEqual([...EARLY_EFFORTS]);
    expect(Object.keys(words.effortMeasures)).toEqual([...EFFORT_MEASURES]);
    expect(Object.keys(words.faults)).toEqual([...AUDIT_FAULTS]);
  });

  test("E9.9 sentences use what refusals say", () => {
    const params = Object.fromEntries(
      Object.entries(words.refusals).map(([code, text]) => [code, sorted(paramsOf(text))]),
    );
    expect({ ...params, "same-person": [...new Set(params["same-person"])] }).toEqual({
      "not-an-id": ["received"],
      "in-the-future": ["at", "notAfter"],
      "proof-missing": ["fact", "standard"],
      "revision-conflict": ["expected", "received"],
      "process-mismatch": ["follows", "given"],
      "wrong-status": ["allowed", "status"],
      "not-reachable": ["allowed", "from", "to"],
      "standard-unmet": ["milestone", "standard"],
      "task-open": ["milestone", "role", "task"],
      "form-missing": ["form", "milestone"],
      "approval-missing": ["approval", "lacking", "milestone", "role"],
      "not-requested": ["approval"],
      "not-here": ["at", "milestone"],
      "already-done": ["approval", "task"],
      "evidence-missing": ["standard"],
      "role-missing": ["allowed"],
      "same-person": ["because", "by"],
      "gate-holds": ["milestone"],
      "effort-too-early": ["after"],
      "nothing-recorded": [],
    });
  });
});

test("E9.9 a refusal and a fault in words", () => {
  const roles = { code: "role-missing", path: ["roles"], details: { allowed: ["ka-manager", "host-role"] } } as const;
  expect(formatRefusal(roles, en)).toBe("Needs one of these roles: KA manager, host-role.");
  expect(formatRefusal({ code: "required", path: ["reason"], details: {} }, en)).toBe("reason: This is missing.");
  const nowhere = { code: "not-reachable", path: ["type"], details: { from: "bid", to: "", allowed: [] } } as const;
  expect(formatRefusal(nowhere, en)).toBe("No way leads from bid.");
  expect(formatAuditFault({ code: "chain-broken", index: 4, id: "e5", reasons: [] }, zhCN)).toBe(
    "第5条（e5）与前一条不衔接：有内容被修改、删除、插入或调换。",
  );
  expect(formatAuditFault({ code: "head-differs", index: null, id: null, reasons: [] }, en)).toContain(
    "The log doesn't end as it did",
  );
});
