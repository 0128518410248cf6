import {
  appendEvents,
  audit,
  availableMoves,
  decide,
  defineProcess,
  evolve,
  importHistory,
  isKeyAccountError,
  migrate,
  openRecord,
  type Process,
  type ProcessCommand,
  type ProcessEvent,
  type ProcessState,
  replay,
  whyNot,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { MILESTONES, twoWays } from "./two-ways.js";

const [process, later] = [twoWays("1"), twoWays("2")];
const head = { at: "2026-11-02T08:00:00Z", by: "li", roles: ["boss"] };
type Move = Record<string, unknown> & { readonly type: string };

const command = (move: Move, count: number): ProcessCommand =>
  ({ ...head, id: `c${String(count)}`, reason: "because", ...move }) as unknown as ProcessCommand;

function run(moves: readonly Move[]): { state: ProcessState; events: ProcessEvent[] } {
  const events: ProcessEvent[] = [];
  let state = replay(process, []);
  for (const move of moves) {
    const { reason, ...bare } = command(move, events.length) as ProcessCommand & { reason?: string };
    const takesReason = ["go-back", "override", "reopen"].includes(move.type);
    const result = decide(process, state, (takesReason ? { ...bare, reason } : bare) as ProcessCommand);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    events.push(...result.value);
    state = result.value.reduce((before, event) => evolve(before, event), state);
  }
  return { state, events };
}

const goals = (state: ProcessState, under: Process = process): (string | null)[] =>
  availableMoves(under, state).flatMap(({ type, to }) => (type === "go-back" ? [to] : []));
const refusals = (state: ProcessState, to: string): unknown[] =>
  whyNot(process, state, { type: "go-back", to, reason: "because" })?.issues.map(({ code, details }) => [
    code,
    details,
  ]) ?? [];

const start = { type: "start" };
const on = (to: string): Move => ({ type: "advance", to });
const back = (to: string): Move => ({ type: "go-back", to });

describe("E9.9 going back is no way past a gate", () => {
  test("E9.9 not to a milestone behind a gate that the deal never passed", () => {
    const { state } = run([start, on("b"), on("c")]);
    expect(goals(state)).toEqual(["b", "p", "a"]);
    expect(refusals(state, "q")).toEqual([["not-reachable", { from: "c", to: "q", allowed: ["b", "p", "a"] }]]);
    expect(refusals(state, "f")).toEqual([["not-reachable", { from: "c", to: "f", allowed: ["q", "b", "p", "a"] }]]);
  });

  test("E9.9 to where a gate leads that lies behind, overridden or passed, though the deal wasn't there", () => {
    const passed = [start, on("p"), { type: "meet", standard: "s" }, on("q"), on("c")];
    expect(goals(run(passed).state)).toEqual(["q", "b", "p", "a"]);
    expect(goals(run([start, on("p"), { type: "override", to: "q" }, on("c")]).state)).toEqual(["q", "b", "p", "a"]);
  });

  test("E9.9 a gate that lies ahead again lies behind no more", () => {
    const met = { type: "meet", standard: "s" };
    const { state } = run([start, on("p"), met, on("q"), on("c"), back("a"), on("b"), on("c")]);
    expect(goals(state)).toEqual(["b", "p", "a"]);
  });

  test("E9.9 to where no gate leads at all, and on the way again from there", () => {
    const { state } = run([start, on("p"), { type: "meet", standard: "s" }, on("q"), back("r")]);
    expect(state.milestone).toBe("r");
    expect(goals(run([start, on("p"), { type: "meet", standard: "s" }, on("q")]).state)).toEqual(["p", "r"]);
  });

  test("E9.9 a cure names where it may lead", () => {
    const { state } = run([start, on("b"), on("c")]);
    const refused = whyNot(process, state, { type: "go-back", reason: "because" } as never);
    expect(refused?.cure).toEqual({
      type: "object",
      properties: { to: { enum: ["b", "p", "a"] } },
      required: ["to"],
    });
  });

  test("E9.9 what an import doesn't tell of has been passed, though nothing proves it", () => {
    const history = importHistory(process, { id: "1", ...head, source: "crm", stays: [{ milestone: "c" }] });
    const imported = history.ok ? history.value : [];
    expect(goals(replay(process, imported))).toEqual(["q", "b", "p", "a"]);
  });

  test("E9.9 but not the gates of the other way", () => {
    const history = importHistory(process, { id: "1", ...head, source: "crm", stays: [{ milestone: "b" }] });
    const imported = replay(process, history.ok ? history.value : []);
    const onward = decide(process, imported, { ...head, id: "2", type: "advance", to: "c" });
    const state = onward.ok ? onward.value.reduce((before, event) => evolve(before, event), imported) : imported;
    expect(goals(state)).toEqual(["b", "p", "a"]);
  });

  test("E9.9 gates that a migration left unproven lie behind", () => {
    const record = appendEvents(openRecord(process, "deal"), run([start, on("p")]).events);
    const map = Object.fromEntries(Object.keys(MILESTONES).map((id) => [id, id === "p" ? "q" : id]));
    const options = { from: process, to: later, milestones: map, id: "m", reason: "because", ...head };
    const moved = migrate(record, options);
    expect(moved.ok && moved.value.state.migrations[0]?.unproven).toEqual(["p"]);
    expect(moved.ok && goals(moved.value.state, later)).toEqual(["p", "r"]);
    const onward = moved.ok ? moved.value.record : record;
    const advanced = decide(later, replay(later, onward.events), command({ type: "advance", to: "c" }, 99));
    expect(advanced.ok).toBe(false);
    const again = decide(later, replay(later, onward.events), { ...head, id: "n", type: "advance", to: "c" });
    const state = again.ok
      ? again.value.reduce((before, event) => evolve(before, event), replay(later, onward.events))
      : null;
    expect(state && goals(state, later)).toEqual(["q", "b", "p", "a"]);
  });

  test("E9.9 a log that went there is named", () => {
    const { events } = run([start, on("b"), on("c")]);
    const data = { from: "c", to: "q", reason: "because", undoesWin: false };
    const forged = { ...events[2], id: "x", revision: 4, type: "went-back", data } as unknown as ProcessEvent;
    const record = appendEvents(openRecord(process, "deal"), [...events, forged]);
    expect(audit(record, { processes: [process] }).fault).toMatchObject({ index: 3, reasons: ["not-reachable"] });
  });

  test("E9 a process whose way back leads on is refused", () => {
    const faulty = { a: { next: ["b"], back: ["c"] }, b: { next: ["c"] }, c: { end: true, back: ["a"] } } as const;
    try {
      defineProcess({ id: "x", version: "1", milestones: faulty });
      expect.unreachable();
    } catch (error) {
      expect(isKeyAccountError(error) && error.issues).toEqual([
        { code: "no-way-back", path: ["milestones", "a", "back", 0], details: { milestone: "c", from: "a" } },
      ]);
    }
  });
});
