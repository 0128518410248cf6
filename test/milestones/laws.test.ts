import fc from "fast-check";
import {
  appendEvents,
  audit,
  decide,
  defineProcess,
  evolve,
  migrate,
  openRecord,
  type Process,
  type ProcessCommand,
  type ProcessEvent,
  type ProcessRecord,
  replay,
} from "keyaccount";
import { keyAccountProcess, projectProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { seededRandom } from "../support/random.js";
import { asProcess, minute, randomCommand, randomDeal } from "./random-deal.js";

const keyAccount = asProcess(keyAccountProcess);
const project = asProcess(projectProcess);
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const recordOf = (events: readonly ProcessEvent[], process: Process = keyAccount): ProcessRecord =>
  appendEvents(openRecord(process, "deal"), events);

/** What held of a gate when it was passed, read out of the log alone. */
function unmetAt(events: readonly ProcessEvent[], gate: string, process: Process): string[] {
  const [met, attached, approved] = [new Set<string>(), new Set<string>(), new Map<string, Set<string>>()];
  for (const { type, data, by } of events) {
    const cures = "with" in data ? data.with : undefined;
    for (const id of Object.keys(cures?.standards ?? {})) met.add(id);
    const forms = [...Object.keys(cures?.forms ?? {}), ...(type === "form-attached" ? [data.form] : [])];
    for (const id of forms) {
      attached.add(id);
      for (const [key, { form }] of Object.entries(process.milestones[gate]?.approvals ?? {}) as [
        string,
        { form?: string },
      ][])
        if (form === id) approved.delete(key);
    }
    if (type === "standard-met") met.add(data.standard);
    if (type === "standard-withdrawn") met.delete(data.standard);
    if (type === "approval-requested") approved.set(data.approval, new Set());
    if (type === "approval-refused") approved.delete(data.approval);
    if (type === "approval-given") approved.get(data.approval)?.add(by);
    const isLast = events.at(-1)?.type === type && events.at(-1)?.data === data;
    if (
      !isLast &&
      (type === "went-back" ||
        type === "reopened" ||
        type === "advanced" ||
        type === "overridden" ||
        type === "lost" ||
        type === "won")
    )
      approved.clear();
  }
  const { standards, forms, approvals } = process.milestones[gate] ?? { standards: {}, forms: {}, approvals: {} };
  return [
    ...Object.keys(standards).filter((id) => !met.has(id)),
    ...Object.keys(forms).filter((id) => !attached.has(id)),
    ...Object.keys(approvals).filter((id) => (approved.get(id)?.size ?? 0) < 1),
  ];
}

describe("E9.9 no gate is passed with a work standard unmet", () => {
  test.each([
    ["key account", keyAccount],
    ["project", project],
  ])("E9.9 whatever is tried with the %s process; an override stays in the state for ever", (_, process) => {
    let passed = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events, state } = randomDeal(seed, 120, process);
        events.forEach((event, index) => {
          if (event.type !== "advanced" && event.type !== "won") return;
          passed += 1;
          expect(unmetAt(events.slice(0, index + 1), event.data.from, process)).toEqual([]);
        });
        const overrides = events.filter(({ type }) => type === "overridden");
        expect(state.overrides).toHaveLength(overrides.length);
        for (const { role, reason, unmet } of state.overrides) {
          expect(process.override.roles).toContain(role);
          expect(reason.trim()).not.toBe("");
          expect(Object.values(unmet).flat()).not.toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    expect(passed).toBeGreaterThan(20);
  });
});

describe("E9.9 the fold", () => {
  test("E9.9 every beginning of a log is a log, and the fold of the rest goes on from there", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events, state } = randomDeal(seed, 80);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        for (let length = 0; length <= events.length; length += 7) {
          const before = deepFreeze(replay(keyAccount, events.slice(0, length)));
          expect(before.revision).toBe(length);
          expect(events.slice(length).reduce((one, event) => evolve(one, event), before)).toEqual(state);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("E9.9 the same event twice, and the same command twice, are one move", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events, state } = randomDeal(seed, 60);
        expect(
          replay(
            keyAccount,
            events.flatMap((event) => [event, event]),
          ),
        ).toEqual(state);
        const again = { id: events[0]?.id ?? "", type: "start" as const, at: minute(5000), by: "li" };
        expect(decide(keyAccount, state, again)).toEqual({ ok: true, value: [] });
      }),
      { numRuns: 30 },
    );
  });

  test("E9.9 of two writers with the same revision one wins", () => {
    let races = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events, state } = randomDeal(seed, 40);
        const random = seededRandom(seed);
        const [one, other] = ["x", "y"].map((id) => ({
          ...randomCommand(random, keyAccount, state, 4000),
          id,
          expectedRevision: state.revision,
        }));
        const first = decide(keyAccount, state, one as ProcessCommand);
        if (!first.ok) return;
        const after = first.value.reduce((before, event) => evolve(before, event), state);
        const second = decide(keyAccount, after, other as ProcessCommand);
        races += 1;
        expect(second.ok ? [] : second.issues.map(({ code }) => code)).toContain("revision-conflict");
        const rival = decide(keyAccount, state, other as ProcessCommand);
        const record = appendEvents(recordOf(events), first.value);
        if (rival.ok) expect(() => appendEvents(record, rival.value)).toThrow("out-of-range");
      }),
      { numRuns: 100 },
    );
    expect(races).toBeGreaterThan(20);
  });

  test("E9.9 neither decide nor evolve changes what it is given", () => {
    const { events, state } = randomDeal(11, 100);
    deepFreeze(events);
    deepFreeze(state);
    const random = seededRandom(3);
    for (let count = 0; count < 300; count += 1) {
      const command = deepFreeze(randomCommand(random, keyAccount, state, 4000 + count));
      const decision = decide(keyAccount, state, command as ProcessCommand);
      for (const event of decision.ok ? decision.value : []) evolve(state, deepFreeze(event));
    }
    expect(replay(keyAccount, events)).toEqual(state);
  });
});

describe("E9.9 an audit", () => {
  const processes = [keyAccount];
  const edits: readonly ((record: ProcessRecord, at: number) => ProcessRecord["events"])[] = [
    ({ events }, at) => events.toSpliced(at, 1),
    ({ events }, at) =>
      at + 1 < events.length
        ? events.toSpliced(at, 2, ...events.slice(at, at + 2).toReversed())
        : events.toSpliced(at, 1),
    ({ events }, at) => events.with(at, { ...events[at], by: "somebody else" } as never),
    ({ events }, at) => events.with(at, { ...events[at], at: "2026-11-01T08:00:00Z" } as never),
    ({ events }, at) => events.with(at, { ...events[at], more: 1 } as never),
    ({ events }, at) => events.toSpliced(at, 0, { ...events[at], id: "inserted" } as never),
    ({ events }, at) => events.toSpliced(at, 0, events[at] as never),
  ];

  test("E9.9 names any edit of a stored log, and an honest log never", () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.nat(), (seed, place, which) => {
        const record = recordOf(randomDeal(seed, 60).events);
        expect(audit(record, { processes })).toEqual({
          v: 1,
          isClean: true,
          fault: null,
          sound: record.events.length,
          unchecked: 0,
          head: record.head,
        });
        const edit = edits[which % edits.length];
        const events = edit?.(record, place % record.events.length) ?? [];
        const found = audit({ ...record, events }, { processes });
        expect(found.isClean).toBe(false);
        expect(found.fault?.index ?? place % record.events.length).toBeGreaterThanOrEqual(place % record.events.length);
      }),
      { numRuns: 150 },
    );
  });

  test("E9.9 whose hashes are all made anew is seen by what it says, or by a head that is known from elsewhere", () => {
    const record = recordOf(randomDeal(5, 60).events);
    const bare = record.events.map(({ previous: _, ...event }) => event);
    const cut = recordOf(bare.slice(0, -3));
    expect(audit(cut, { processes }).isClean).toBe(true);
    expect(audit(cut, { processes, head: record.head }).fault?.code).toBe("head-differs");
    const forged = recordOf(bare.map((event, index) => (index === 2 ? { ...event, by: "forger" } : event)));
    expect(audit(forged, { processes, head: record.head }).fault?.code).toBe("head-differs");
  });
});

describe("E9.9 migration", () => {
  const second = asProcess(
    defineProcess({
      ...(JSON.parse(JSON.stringify(keyAccountProcess)) as object),
      version: "2",
      expectedContacts: 5,
    } as never),
  );
  const same = Object.fromEntries(Object.keys(keyAccount.milestones).map((id) => [id, id]));

  test("E9.9 of 1,000 random records loses nothing, and a dry run changes nothing", () => {
    for (let seed = 1; seed <= 1000; seed += 1) {
      const { events, state } = randomDeal(seed, 25);
      const record = recordOf(events);
      const options = { from: keyAccount, to: second, milestones: same, id: "m", by: "admin", at: minute(9000) };
      const result = migrate(record, options);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      const { record: after, state: moved, orphans } = result.value;
      expect(after.events.slice(0, -1)).toEqual(record.events);
      const { process, revision, at, ids, migrations, ...rest } = moved;
      const { process: _, revision: before, at: __, ids: old, migrations: none, ...kept } = state;
      expect(rest).toEqual(kept);
      expect([process, revision, at, ids, migrations]).toEqual([
        after.process,
        before + 1,
        minute(9000),
        [...old, "m"],
        [...none, state.process],
      ]);
      expect(Object.values(orphans).flat()).toEqual([]);
      const dry = migrate(record, { ...options, dryRun: true });
      expect(dry.ok && dry.value.record).toBe(record);
      if (seed % 50 === 0)
        expect(audit(after, { processes: [keyAccount, second] })).toMatchObject({ isClean: true, unchecked: 0 });
    }
  });

  test("E9.9 goes on under the new process, and no more under the old", () => {
    const { events } = randomDeal(2, 10);
    const result = migrate(recordOf(events), {
      from: keyAccount,
      to: second,
      milestones: same,
      id: "m",
      by: "admin",
      at: minute(9000),
    });
    const state = result.ok ? result.value.state : replay(second, []);
    const command = { id: "n", type: "record-effort" as const, contact: true, at: minute(9001), by: "li" };
    expect(decide(second, state, command).ok || state.status === "lost").toBe(true);
    const old = decide(keyAccount, state, command);
    expect(old.ok ? [] : old.issues.map(({ code }) => code)).toContain("process-mismatch");
  });
});
