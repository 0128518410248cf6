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
  type ProcessEvent,
  replay,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "../support/random.js";
import { randomCommand } from "./random-command.js";
import { asProcess, minute } from "./random-deal.js";
import { recordOf } from "./record-of.js";

const MILESTONES = {
  a: { next: ["b"] },
  b: { standards: { t: {} }, next: ["c"], back: ["a", "c"] },
  c: { next: ["b", "d"], back: ["b"] },
  d: { end: true, back: ["c", "b", "a"] },
};
const round = (version: string): Process =>
  asProcess(defineProcess({ id: "round", version, milestones: MILESTONES, causes: ["price"] } as never));

/** The record of a deal after moves, and where it could go by one type of move. */
function after(moves: readonly object[]) {
  const record = recordOf(round("1"), { type: "start" }, ...moves);
  const state = replay(round("1"), record.events);
  const ways = (type: string): unknown[] =>
    availableMoves(round("1"), state).flatMap((move) => (move.type === type ? [move.to] : []));
  return { record, ways };
}

const on = (to: string): object => ({ type: "advance", to, ...(to === "c" ? { with: { standards: { t: {} } } } : {}) });
const back = (to: string): object => ({ type: "go-back", to, reason: "r" });
const WAY = [on("b"), on("c"), on("b"), on("c"), on("d")];

/** Milestones that lead on at random, also round, and back at random. */
function randomRound(random: Random): Process {
  const ids = ["a", "b", "c", "d", "e"];
  const some = (id: string, later: number, earlier: number): string[] =>
    ids.filter((one) => one !== id && random.chance(one > id ? later : earlier));
  const milestone = (id: string): object => ({
    next: some(id, 0.4, 0.25),
    back: some(id, 0.15, 0.6),
    end: random.chance(0.3),
    standards: random.chance(0.5) ? { [`s-${id}`]: {} } : {},
  });
  for (;;) {
    const milestones = Object.fromEntries(ids.map((id) => [id, milestone(id)]));
    const parts = { roles: { boss: {} }, override: { roles: ["boss"] }, causes: ["price"] };
    try {
      return asProcess(defineProcess({ id: "random", version: "1", milestones, ...parts } as never));
    } catch (error) {
      if (!isKeyAccountError(error)) throw error;
    }
  }
}

/** The gates that a deal passed on its way, in order, as the log tells it; with whether a way back led past none. */
class WayOracle {
  gates: string[] = [];
  /** Whether it only ever went back to where it came by: from elsewhere, what lies ahead lies behind no more. */
  isStraight = true;
  readonly faults: string[] = [];
  #at: string | null = null;
  readonly #process: Process;
  readonly #entries: readonly string[];

  constructor(process: Process) {
    this.#process = process;
    const followed = Object.values(process.milestones).flatMap(({ next }) => next);
    this.#entries = [...process.start, ...Object.keys(process.milestones).filter((id) => !followed.includes(id))];
  }

  read({ type, data }: ProcessEvent): void {
    if (type === "advanced" || type === "overridden" || type === "won") this.gates.push(data.from);
    if (type === "went-back" || type === "reopened") this.#return(data.to);
    if ("to" in data && typeof data.to === "string") this.#at = data.to;
  }

  #return(to: string): void {
    const last = this.gates.lastIndexOf(to);
    const isLed = this.gates.some((id) => this.#process.milestones[id]?.next.includes(to));
    if (last < 0 && !isLed && to !== this.#at && !this.#entries.includes(to))
      this.faults.push(`${to} isn't reached by ${this.gates.join(" ")}`);
    this.isStraight &&= last >= 0;
    const ahead = new Set([to]);
    for (const id of ahead) for (const next of this.#process.milestones[id]?.next ?? []) ahead.add(next);
    this.gates = last >= 0 ? this.gates.slice(0, last) : this.gates.filter((id) => !ahead.has(id));
  }
}

describe("E9.9 where milestones lead round", () => {
  test("E9.9 a deal goes back to wherever it came by", () => {
    expect(after(WAY).ways("go-back")).toEqual(["c", "b", "a"]);
    expect(after([...WAY, back("c")]).ways("go-back")).toEqual(["b"]);
    expect(after([...WAY, back("c"), on("d")]).ways("go-back")).toEqual(["c", "b", "a"]);
    expect(after([...WAY, back("b")]).ways("go-back")).toEqual(["a", "c"]);
    expect(after([on("b"), on("c"), on("d"), back("b")]).ways("go-back")).toEqual(["a"]);
    expect(after([on("b"), on("c"), on("b")]).ways("go-back")).toEqual(["a", "c"]);
  });

  test("E9.9 not past a gate where a migration led back to before it", () => {
    const { record } = after([on("b"), on("c")]);
    const head = { id: "m", at: minute(20), by: "li", reason: "r" };
    const milestones = { a: "a", b: "b", c: "b", d: "d" };
    const result = migrate(record, { from: round("1"), to: round("2"), milestones, ...head });
    const moves = result.ok ? availableMoves(round("2"), result.value.state) : [];
    expect(moves.flatMap(({ type, to }) => (type === "go-back" ? [to] : []))).toEqual(["a"]);
  });

  test("E9.9 nor where an import says that it did", () => {
    const head = { id: "i", at: minute(20), by: "li", source: "crm" };
    const stays = [{ milestone: "c" }, { milestone: "b" }] as const;
    const result = importHistory(round("1"), { ...head, stays, closed: { as: "lost" } } as never);
    const moves = availableMoves(round("1"), replay(round("1"), result.ok ? result.value : []));
    expect(moves.flatMap(({ type, to }) => (type === "reopen" ? [to] : []))).toEqual(["b"]);
  });

  test("E9.9 and is opened there again, each place once", () => {
    expect(after([...WAY, { type: "lose", cause: "price" }]).ways("reopen")).toEqual(["a", "b", "c", "d"]);
  });

  test("E9.9 no gate that was passed is left unproven by a migration", () => {
    const { record } = after([...WAY, { type: "withdraw", standard: "t", reason: "r" }]);
    const head = { id: "m", at: minute(20), by: "li", reason: "r" };
    const milestones = { a: "a", b: "b", c: "c", d: "d" };
    const result = migrate(record, { from: round("1"), to: round("2"), milestones, ...head });
    expect(result.ok && result.value.state.migrations[0]?.unproven).toEqual([]);
  });

  test("E9.9 law: 60 processes, 10 deals each: every way back leads to where the deal came by or a gate leads", () => {
    let [returns, checked] = [0, 0];
    for (let seed = 1; seed <= 600; seed += 1) {
      const process = randomRound(seededRandom(Math.ceil(seed / 10)));
      const random = seededRandom(seed);
      const oracle = new WayOracle(process);
      let record = openRecord(process, "deal");
      let state = replay(process, []);
      for (let count = 0; count < 50; count += 1) {
        const start = { id: "s", type: "start", by: "li", at: minute(0) };
        const command = state.status === "new" ? start : randomCommand(random, process, state, count);
        const decision = decide(process, state, command as never);
        if (!decision.ok) continue;
        for (const event of decision.value) {
          oracle.read(event);
          if (event.type === "went-back" || event.type === "reopened") returns += 1;
        }
        record = appendEvents(record, decision.value);
        state = decision.value.reduce((before, event) => evolve(before, event), state);
        if (!oracle.isStraight || state.status !== "open") continue;
        const came = process.milestones[state.milestone ?? ""]?.back.filter((id) => oracle.gates.includes(id)) ?? [];
        const moves = availableMoves(process, state);
        const ways = moves.flatMap(({ type, to }) => (type === "go-back" ? [to] : []));
        expect(ways).toEqual(expect.arrayContaining(came));
        checked += came.length;
      }
      expect(oracle.faults).toEqual([]);
      if (seed % 50 === 0) expect(audit(record, { processes: [process] }).fault).toBeNull();
    }
    expect([returns > 600, checked > 600]).toEqual([true, true]);
  });
});
