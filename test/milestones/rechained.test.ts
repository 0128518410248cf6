import {
  appendEvents,
  audit,
  decide,
  evolve,
  importHistory,
  migrate,
  openRecord,
  type Process,
  type ProcessCommand,
  type ProcessEvent,
  type ProcessRecord,
  replay,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "../support/random.js";
import { lesser } from "./lesser-process.js";
import { randomCommand } from "./random-command.js";
import { asProcess, minute } from "./random-deal.js";

const first = asProcess(keyAccountProcess);
const second = lesser(seededRandom(7), first);
const processes = [first, second];
const byVersion = (version: string): Process => (version === first.version ? first : second);
const same = Object.fromEntries(Object.keys(first.milestones).map((id) => [id, id]));

type Events = readonly ProcessEvent[];
type Data = Readonly<Record<string, unknown>>;

/** What a command says of each event; the rest the decision adds. */
const SAID: Readonly<Record<string, readonly [type: string, ...keys: string[]]>> = {
  started: ["start", "milestone"],
  "standard-met": ["meet", "standard", "evidence"],
  "standard-withdrawn": ["withdraw", "standard", "reason"],
  "task-completed": ["complete-task", "task"],
  "approval-requested": ["request-approval", "approval", "with"],
  "approval-given": ["give-approval", "approval", "note"],
  "approval-refused": ["refuse-approval", "approval", "reason"],
  advanced: ["advance", "to", "with"],
  overridden: ["override", "to", "reason", "with"],
  "went-back": ["go-back", "to", "reason"],
  paused: ["pause", "reason", "until"],
  resumed: ["resume", "note"],
  lost: ["lose", "cause", "note"],
  won: ["win", "with"],
  reopened: ["reopen", "to", "reason"],
  "effort-recorded": ["record-effort", "contact", "minutes", "cost", "note"],
};

/** What would be decided today in place of an event; `null` where it is refused. */
function decidedAnew(record: ProcessRecord, event: ProcessEvent): ProcessEvent | null {
  const { id, at, by, roles } = event;
  const head = { id, at, by, roles };
  const data = event.data as unknown as Data;
  const state = replay(first, record.events);
  if (event.type === "history-imported") {
    const { stays, closed, source } = event.data;
    const result = state.revision === 0 ? importHistory(first, { ...head, stays, closed, source }) : null;
    return result?.ok === true ? (result.value[0] as ProcessEvent) : null;
  }
  if (event.type === "migrated") {
    const [from, to] = [byVersion(event.data.from.version), byVersion(event.data.to.version)];
    const { milestones, standards, tasks, forms, reason = "" } = event.data;
    const result = migrate(record, { ...head, from, to, milestones, standards, tasks, forms, reason });
    return result.ok ? result.value.event : null;
  }
  const [type, ...keys] = SAID[event.type] ?? ["attach-form", "form"];
  const said = Object.fromEntries(keys.filter((key) => key in data).map((key) => [key, data[key]]));
  const content = event.type === "form-attached" ? event.data.content : {};
  const command = { ...head, type, ...said, ...content } as unknown as ProcessCommand;
  const decision = decide(byVersion(record.process.version), state, command);
  return decision.ok ? (decision.value[0] ?? null) : null;
}

/** A log with all hashes made anew. */
function chained(events: Events): ProcessRecord {
  const renumbered = events.map((event, index) => ({ ...event, revision: index + 1 }));
  return appendEvents(openRecord(first, "deal"), renumbered as never);
}

/** The first event that couldn't have been accepted; `null` where all could. */
function firstFault({ events }: ProcessRecord): number | null {
  let record: ProcessRecord = openRecord(first, "deal");
  for (const [index, { previous: _, ...bare }] of events.entries()) {
    const made = decidedAnew(record, bare);
    if (made === null || sorted(made) !== sorted(bare)) return index;
    record = appendEvents(record, [made]);
  }
  return null;
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** A deal that is started or imported, and comes under the second version half-way. */
function honest(seed: number): Events {
  const random = seededRandom(seed);
  const stays = [{ milestone: "visit" }, { milestone: "approval", entered: "2026-10-12" }];
  const head = { id: "begin", at: minute(0), by: "li", roles: [] };
  const begun = random.chance(0.3)
    ? importHistory(first, { ...head, source: "crm", stays })
    : decide(first, replay(first, []), { ...head, type: "start" });
  let record: ProcessRecord = appendEvents(openRecord(first, "deal"), begun.ok ? begun.value : []);
  let state = replay(first, record.events);
  for (let count = 1; count <= 45; count += 1) {
    const process = byVersion(record.process.version);
    if (count === 25 && random.chance()) {
      const milestones = random.chance() ? same : { ...same, visit: "bid", planning: "approval" };
      const options = { ...head, id: "moved", at: minute(count), from: first, to: second, milestones, reason: "x" };
      const result = migrate(record, options);
      if (!result.ok) throw new Error("refused");
      ({ record, state } = result.value);
    }
    const decision = decide(process, state, randomCommand(random, process, state, count) as ProcessCommand);
    for (const event of decision.ok ? decision.value : []) state = evolve(state, event);
    record = appendEvents(record, decision.ok ? decision.value : []);
  }
  return record.events.map(({ previous: _, ...event }) => event as ProcessEvent);
}

const altered = (events: Events, at: number, part: object): Events =>
  events.with(at, { ...events[at], ...part } as ProcessEvent);
const withData = (events: Events, at: number, part: object): Events =>
  altered(events, at, { data: { ...events[at]?.data, ...part } });

/** Flips whatever the decision adds: whether it wins, undoes a win, is early; else what isn't proven or met. */
function flipped(events: Events, at: number): Events {
  const data = events[at]?.data as unknown as Data;
  const key = ["wins", "undoesWin", "early", "contact"].find((one) => typeof data[one] === "boolean");
  if (key !== undefined) return withData(events, at, { [key]: data[key] !== true });
  return "unproven" in data ? withData(events, at, { unproven: ["planning"] }) : withData(events, at, { more: 1 });
}

const edits: Readonly<Record<string, (events: Events, at: number, random: Random) => Events>> = {
  drop: (events, at) => events.toSpliced(at, 1),
  swap: (events, at) => {
    const [one, other] = [events[at], events[at + 1]];
    return one === undefined || other === undefined
      ? events.toSpliced(at, 1)
      : events.toSpliced(at, 2, { ...other, at: one.at }, { ...one, at: other.at });
  },
  "change who": (events, at, random) => altered(events, at, { by: random.pick(["li", "wang", "zhao", "chen"]) }),
  "take the roles": (events, at) => altered(events, at, { roles: [] }),
  "re-date to before": (events, at) => altered(events, at, { at: "2026-10-01T08:00:00Z" }),
  "re-date to the one before": (events, at) => altered(events, at, { at: events[Math.max(at - 1, 0)]?.at }),
  "re-date to after": (events, at) => altered(events, at, { at: "2026-12-24T08:00:00Z" }),
  "change the place": (events, at) =>
    withData(
      events,
      at,
      events[at]?.type === "migrated"
        ? { milestones: { ...same, approval: "delivery" } }
        : { to: "delivery", milestone: "delivery" },
    ),
  "change what it adds": flipped,
  insert: (events, at, random) => {
    const other = events[random.int(0, events.length - 1)] as ProcessEvent;
    return events.toSpliced(at, 0, { ...other, id: "inserted", at: events[at]?.at ?? "" } as ProcessEvent);
  },
};

describe("E9.9 a log that was edited and chained anew", () => {
  test("E9.9 audit names the first event that couldn't have been accepted; where all could, only the head from elsewhere shows it: 800 edits", () => {
    const random = seededRandom(611);
    const counts = { named: 0, legal: 0 };
    for (let seed = 1; seed <= 80; seed += 1) {
      const events = honest(seed);
      const { head } = chained(events);
      expect([audit(chained(events), { processes, head }).fault, firstFault(chained(events))]).toEqual([null, null]);
      for (const [name, edit] of Object.entries(edits)) {
        const record = chained(edit(events, random.int(0, events.length - 1), random));
        if (record.head === head) continue;
        const expected = firstFault(record);
        const { fault, sound } = audit(record, { processes });
        const place = expected === null ? record.events.length : expected;
        const found = { seed, name, index: fault?.index ?? null, code: fault?.code ?? null, sound };
        expect(found).toMatchObject({ index: expected, sound: place });
        if (expected === null) expect(audit(record, { processes, head }).fault?.code).toBe("head-differs");
        else expect(["not-allowed", "content-differs", "not-an-event"]).toContain(fault?.code);
        counts[expected === null ? "legal" : "named"] += 1;
      }
    }
    expect(counts.named).toBeGreaterThan(300);
    expect(counts.legal).toBeGreaterThan(50);
  });
});
