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
import { ApprovalPasses } from "./approval-passes.js";
import { GateOracle } from "./gate-oracle.js";
import { randomCommand } from "./random-command.js";
import { asProcess, minute, randomDeal } from "./random-deal.js";
import { strict } from "./strict-process.js";

const keyAccount = asProcess(keyAccountProcess);
const project = asProcess(projectProcess);
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const recordOf = (events: readonly ProcessEvent[], process: Process = keyAccount): ProcessRecord =>
  appendEvents(openRecord(process, "deal"), events);

describe("E9.9 no gate is passed with a work standard unmet", () => {
  test.each([
    ["key account", keyAccount],
    ["project", project],
    ["strict", strict],
  ])("E9.9 whatever is tried with the %s process; an override stays in the state for ever", (_, process) => {
    let passed = 0;
    const passes = new ApprovalPasses();
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events, state } = randomDeal(seed, 60, process);
        const oracle = new GateOracle([process]);
        for (const event of events) {
          oracle.read(event);
          passes.read(process, event);
          passed += Number(event.type === "advanced" || event.type === "won");
        }
        expect(oracle.faults).toEqual([]);
        const overrides = events.filter(({ type }) => type === "overridden");
        expect(state.overrides).toHaveLength(overrides.length);
        for (const { role, reason, unmet } of state.overrides) {
          expect(process.override.roles).toContain(role);
          expect(reason.trim()).not.toBe("");
          expect(Object.values(unmet).flat()).not.toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(passed).toBeGreaterThan(1_000);
    expect(passes.below(10, process)).toEqual([]);
  });
});

/** The way on which a deal stands after each event, read off the events alone: gates that were passed one after another, without what was left by going back. */
function wayThrough(events: readonly ProcessEvent[], see: (way: readonly string[], event: ProcessEvent) => void): void {
  let way: string[] = [];
  for (const event of events) {
    see(way, event);
    if (event.type === "started") way = [event.data.milestone];
    if (event.type === "advanced" || event.type === "overridden") way = [...way, event.data.to ?? ""];
    if (event.type === "went-back" || event.type === "reopened")
      way = [...way.slice(0, Math.max(way.lastIndexOf(event.data.to), 0)), event.data.to];
  }
}

describe("E9.9 losing and opening again is no way past a gate", () => {
  test("E9.9 whatever is tried, a deal is opened only where its passed gates led it", () => {
    let opened = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        wayThrough(randomDeal(seed, 60).events, (way, event) => {
          if (event.type !== "reopened") return;
          opened += 1;
          expect(way).toContain(event.data.to);
        });
      }),
      { numRuns: 1_000 },
    );
    expect(opened).toBeGreaterThan(100);
  });
});

describe("E9.9 the fold", () => {
  test("E9.9 every beginning of a log is a log, and the fold of the rest goes on from there", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events, state } = randomDeal(seed, 40);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        for (let length = 0; length <= events.length; length += 7) {
          const before = deepFreeze(replay(keyAccount, events.slice(0, length)));
          expect(before.revision).toBe(length);
          expect(events.slice(length).reduce((one, event) => evolve(one, event), before)).toEqual(state);
        }
      }),
      { numRuns: 300 },
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
        const { events, state } = randomDeal(seed, 20);
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
        if (rival.ok) expect(() => appendEvents(record, rival.value)).toThrow("revision-conflict");
      }),
      { numRuns: 1_000 },
    );
    expect(races).toBeGreaterThan(200);
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
  const DAY = 86_400_000;
  const redated = (at: string, days: number): string =>
    new Date(Date.parse(at) + days * DAY).toISOString().replace(".000Z", "Z");
  type Events = ProcessRecord["events"];
  /** Each is an edit of one place; `other` is where else. */
  const edits: Readonly<Record<string, (events: Events, at: number, other: number) => Events>> = {
    drop: (events, at) => events.toSpliced(at, 1),
    swap: (events, at, other) => events.with(at, events[other] as never).with(other, events[at] as never),
    "change who": (events, at) => events.with(at, { ...events[at], by: "somebody else" } as never),
    "change the roles": (events, at) => events.with(at, { ...events[at], roles: ["ka-director", "x"] } as never),
    "change the id": (events, at) => events.with(at, { ...events[at], id: "another" } as never),
    "change what it carries": (events, at) =>
      events.with(at, { ...events[at], data: { ...events[at]?.data, reason: "made up" } } as never),
    "carry one more": (events, at) => events.with(at, { ...events[at], more: 1 } as never),
    "carry one less": (events, at) => {
      const [key = ""] = Object.keys(events[at]?.data ?? {});
      const { [key]: _, ...data } = (events[at]?.data ?? {}) as unknown as Record<string, unknown>;
      return events.with(at, { ...events[at], data: key === "" ? { made: "up" } : data } as never);
    },
    insert: (events, at) => events.toSpliced(at, 0, { ...events[at], id: "inserted" } as never),
    repeat: (events, at) => events.toSpliced(at, 0, events[at] as never),
    "re-date earlier": (events, at) =>
      events.with(at, { ...events[at], at: redated(events[at]?.at ?? "", -1) } as never),
    "re-date later": (events, at) => events.with(at, { ...events[at], at: redated(events[at]?.at ?? "", 1) } as never),
    "re-date by a day's form": (events, at) =>
      events.with(at, { ...events[at], at: String(events[at]?.at).replace("Z", ".0Z") } as never),
  };

  test("E9.9 names any edit of a stored log, drop, swap, change, insert or re-date, and an honest log never: 2,600 edits", () => {
    const random = seededRandom(20_261_126);
    const found = new Set<string>();
    for (let seed = 1; seed <= 200; seed += 1) {
      const record = recordOf(randomDeal(seed, 25).events);
      const { events } = record;
      expect(audit(record, { processes })).toEqual({
        v: 1,
        isClean: true,
        fault: null,
        sound: events.length,
        unchecked: 0,
        head: record.head,
      });
      for (const [name, edit] of Object.entries(edits)) {
        const at = random.int(0, events.length - 1);
        const other = events.length === 1 ? at : (at + random.int(1, events.length - 1)) % events.length;
        const edited = edit(events, at, other);
        if (name === "swap" && at === other) continue;
        const { fault, sound } = audit({ ...record, events: edited }, { processes });
        // Everything before the edit is sound, but for an event that only the dropped one vouched for; the edited one never is.
        const first = Math.min(at, name === "swap" ? other : at);
        const isAdded = name === "insert" || name === "repeat";
        const least = name === "drop" ? Math.max(first - 1, 0) : first;
        const told = { seed, name, isFound: fault !== null && sound >= least && sound <= first + Number(isAdded) };
        expect(told).toEqual({ seed, name, isFound: true });
        const place = { seed, name, code: fault?.code, index: fault?.index ?? edited.length };
        // A change shows by itself where it wasn't allowed, else by the next link, or by the head: always at its own place.
        const last = edited.length - 1;
        const isNamedAtIt = place.index === first || (first === last && fault?.code === "head-differs");
        if (/change|re-date|carry|swap/.test(name))
          expect({ ...place, isNamedAtIt }).toEqual({ ...place, isNamedAtIt: true });
        if (name === "drop" && at < events.length - 1) expect(place).toMatchObject({ code: "revision-gap", index: at });
        const code = name === "repeat" ? "not-an-event" : "revision-gap";
        if (isAdded) expect(place).toMatchObject({ code, index: at + 1 });
        found.add(name);
      }
    }
    expect([...found]).toEqual(Object.keys(edits));
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
      const options = {
        from: keyAccount,
        to: second,
        milestones: same,
        id: "m",
        by: "admin",
        reason: "version 2",
        at: minute(9000),
      };
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
        [...none, { ...state.process, at: minute(9000), by: "admin", reason: "version 2", unproven: [] }],
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
      reason: "version 2",
      at: minute(9000),
    });
    const state = result.ok ? result.value.state : replay(second, []);
    const command = { id: "n", type: "record-effort" as const, contact: true, at: minute(9001), by: "li" };
    expect(decide(second, state, command).ok || state.status === "lost").toBe(true);
    const old = decide(keyAccount, state, command);
    expect(old.ok ? [] : old.issues.map(({ code }) => code)).toContain("process-mismatch");
  });
});
