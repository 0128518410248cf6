import {
  appendEvents,
  audit,
  availableMoves,
  decide,
  defineProcess,
  migrate,
  openRecord,
  type Process,
  type ProcessCommand,
  type ProcessRecord,
  replay,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";
import { MILESTONES, twoWays } from "./two-ways.js";

const LEADS = Object.fromEntries(Object.keys(MILESTONES).map((id) => [id, id]));

/** A deal that is carried on and brought to other processes, a minute after the other or all at once. */
class Deal {
  readonly processes: Process[];
  record: ProcessRecord;
  #count = 0;
  readonly #pace: number;

  constructor(process: Process, pace = 1) {
    this.processes = [process];
    this.record = openRecord(process, "deal");
    this.#pace = pace;
    this.do({ type: "start" });
  }

  get process(): Process {
    return this.processes.at(-1) as Process;
  }

  #head(): object {
    this.#count += 1;
    return { id: `c${String(this.#count)}`, at: minute(this.#count * this.#pace), by: "li", reason: "because" };
  }

  do(...commands: readonly object[]): this {
    for (const command of commands) {
      const { reason, ...head } = this.#head() as Record<string, unknown>;
      const why = "type" in command && /go-back|reopen/.test(String(command.type)) ? { reason } : {};
      const whole = { ...head, ...why, ...command } as unknown as ProcessCommand;
      const result = decide(this.process, replay(this.process, this.record.events), whole);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      this.record = appendEvents(this.record, result.value);
    }
    return this;
  }

  /** Brings it to another process; what that leaves unproven. */
  to(to: Process, milestones: Readonly<Record<string, string>>): readonly string[] | undefined {
    const names = this.process.id === "two-ways" ? { ...LEADS, ...milestones } : milestones;
    const options = { from: this.process, to, milestones: names, ...this.#head() };
    const result = migrate(this.record, options as never);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    this.record = result.value.record;
    this.processes.push(to);
    return result.value.state.migrations.at(-1)?.unproven;
  }

  /** Where moves of a type may lead; the log is sound. */
  ways(type: "go-back" | "reopen"): readonly unknown[] {
    expect(audit(this.record, { processes: this.processes }).fault).toBeNull();
    const moves = availableMoves(this.process, replay(this.process, this.record.events));
    return moves.flatMap((move) => (move.type === type ? [move.to] : []));
  }
}

const lose = { type: "lose", cause: "price" };
const on = (to: string, ...standards: readonly string[]): object => ({
  type: "advance",
  to,
  ...(standards.length === 0 ? {} : { with: { standards: Object.fromEntries(standards.map((id) => [id, {}])) } }),
});
const back = (to: string): object => ({ type: "go-back", to });

const define = (version: string, milestones: object): Process =>
  asProcess(defineProcess({ id: "more", version, milestones } as never));

describe("E9.9 a migration is no way past a gate, nor are two", () => {
  test("E9.9 a gate that was passed beside the way and asks for more now is told, as the next process may lead there by it", () => {
    const less = define("1", { a: { next: ["b"] }, b: { end: true } });
    const gate = { standards: { t: {} }, next: ["b"] };
    const deal = new Deal(less).do(on("b"));
    const beside = define("2", { s: { next: ["b", "p"] }, p: gate, b: { end: true } });
    expect(deal.to(beside, { a: "p", b: "b" })).toEqual(["p", "s"]);
    expect(deal.to(define("3", { s: { next: ["p"] }, p: gate, b: { end: true } }), { s: "s", p: "p", b: "b" })).toEqual(
      ["s"],
    );
  });

  test("E9.9 so is one that lies behind but doesn't lead to where the deal went since", () => {
    const shape = (version: string, b: object): Process =>
      define(version, {
        a: { next: ["d"] },
        b: { ...b, next: ["c", "d"] },
        c: { next: ["d"] },
        e: { next: ["d"] },
        d: { back: ["b", "c", "e"], end: true },
      });
    const deal = new Deal(shape("1", {})).do(on("d"), back("b"), on("d"), back("e"), on("d"));
    const same = { a: "a", b: "b", c: "c", d: "d", e: "e" };
    expect(deal.to(shape("2", { standards: { s: {} } }), same)).toEqual(["b", "a"]);
    expect(deal.ways("go-back")).toEqual(["b", "c", "e"]);
  });

  test("E9.9 a closed deal isn't opened past a gate that its way never had under its new name", () => {
    const deal = new Deal(twoWays("1")).do(on("p"), on("q", "s"), on("c"), lose);
    expect(deal.ways("reopen")).toEqual(["a", "p", "q", "c"]);
    expect(deal.to(twoWays("2"), { p: "b" })).toEqual([]);
    expect(deal.ways("reopen")).toEqual(["a", "b", "c"]);
  });

  test("E9.9 what an earlier migration left unproven opens no way back under names of a later one", () => {
    const deal = new Deal(twoWays("1")).do(on("b"));
    expect(deal.to(twoWays("2"), { b: "f" })).toEqual(["p", "q"]);
    expect(deal.ways("go-back")).toEqual(["q"]);
    expect(deal.to(twoWays("3"), { f: "c" })).toEqual(["b"]);
    expect(deal.ways("go-back")).toEqual(["b", "p", "a"]);
  });

  test.each([
    ["later", 1],
    ["at the same moment", 0],
  ])("E9.9 nor does what it left unproven once the deal went back before that, %s", (_, pace) => {
    const deal = new Deal(twoWays("1"), pace).do(on("b"));
    deal.to(twoWays("2"), { b: "f" });
    deal.do(back("q"), back("p"), back("a"), on("b"), on("c"));
    expect(deal.ways("go-back")).toEqual(["b", "p", "a"]);
  });

  test("E9.9 what was left by opening the deal again isn't passed, whatever it is called since", () => {
    const deal = new Deal(twoWays("1")).do(on("p"), on("q", "s"), on("f"));
    deal.do({ type: "win", with: { standards: { u: {} } } }, { type: "reopen", to: "q" }, on("c"));
    expect(deal.to(twoWays("2"), { f: "b" })).toEqual([]);
    expect(deal.ways("go-back")).toEqual(["q", "b", "p", "a"]);
    expect(deal.to(twoWays("3"), { q: "p" })).toEqual(["b"]);
  });

  test("E9.9 where no way leads from a start, the gates from elsewhere are told; where none leads at all, none", () => {
    const first = define("1", { a: { next: ["d"] }, d: { end: true } });
    const aside = { a: { next: ["d"] }, b: { next: ["c"] }, c: { next: ["d"] }, d: { back: ["b"], end: true } };
    expect(new Deal(first).do(on("d")).to(define("2", aside), { a: "a", d: "c" })).toEqual(["b"]);
    const round = { a: { next: ["d"] }, x: { next: ["y"] }, y: { next: ["x", "d"] }, d: { back: ["x"], end: true } };
    expect(new Deal(first).do(on("d")).to(define("3", round), { a: "a", d: "x" })).toEqual([]);
  });
});
