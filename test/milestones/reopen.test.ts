import { availableMoves, decide, defineProcess, evolve, type ProcessState, replay, whyNot } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";

const small = asProcess(
  defineProcess({
    id: "small",
    version: "1",
    milestones: {
      a: { standards: { s: {} }, next: ["b", "x"] },
      b: { next: ["c"], back: ["a"] },
      c: { standards: { t: {} }, next: ["d"], back: ["b", "a", "x"], wins: true },
      d: { back: ["a"], end: true },
      x: { next: ["c"], back: ["a"] },
    },
    roles: { boss: {} },
    causes: ["price"],
    override: { roles: ["boss"] },
    effort: { after: "a" },
  }),
);

function run(commands: readonly object[], process = small): ProcessState {
  return commands.reduce<ProcessState>(
    (state, command) => {
      const head = { id: String(state.revision), at: minute(state.revision), by: "li", roles: ["boss"] };
      const decision = decide(process, state, { ...head, ...command } as never);
      if (!decision.ok) throw new Error(JSON.stringify({ command, issues: decision.issues }));
      return decision.value.reduce((before, event) => evolve(before, event), state);
    },
    replay(process, []),
  );
}
const goBack = (to: string): object => ({ type: "go-back", to, reason: "x" });
const advance = (to: string): object => ({ type: "advance", to });
const meet = (standard: string): object => ({ type: "meet", standard });
const withdraw = (standard: string): object => ({ type: "withdraw", standard, reason: "x" });
const lose = { type: "lose", cause: "price" };
const reopen = (to?: string): object => ({ type: "reopen", reason: "x", ...(to === undefined ? {} : { to }) });

/** Where a closed deal can be opened again; decide, whyNot and availableMoves say the same. */
function places(state: ProcessState, process = small): readonly string[] {
  const offered = availableMoves(process, state).map(({ to, isOpen }) => (isOpen ? String(to) : "none"));
  for (const to of Object.keys(process.milestones)) {
    const refused = whyNot(process, state, reopen(to) as never);
    expect([to, refused?.issues.map(({ code }) => code) ?? []]).toEqual([
      to,
      offered.includes(to) ? [] : ["not-reachable"],
    ]);
  }
  return offered;
}

describe("E9.9 a deal that is opened again", () => {
  test("E9.9 stands where it was closed, or before that on its way: no gate is jumped over", () => {
    const there = run([{ type: "start" }, meet("s"), advance("b"), goBack("a"), withdraw("s"), lose]);
    expect(places(there)).toEqual(["a"]);
    const way = [{ type: "start" }, meet("s"), advance("b"), advance("c"), meet("t"), advance("d")];
    expect(places(run([...way, { type: "win" }]))).toEqual(["a", "b", "c", "d"]);
    expect(places(run([...way, lose]))).toEqual(["a", "b", "c", "d"]);
    expect(places(run([...way, lose, reopen("b"), lose]))).toEqual(["a", "b"]);
    expect(places(run([...way, lose, reopen(), lose]))).toEqual(["a", "b", "c", "d"]);
    expect(places(run([...way, goBack("a"), advance("x"), advance("c"), lose]))).toEqual(["a", "x", "c"]);
  });

  test("E9.9 after going back to where it hasn't been, not before that", () => {
    expect(places(run([{ type: "start" }, meet("s"), advance("b"), advance("c"), goBack("x"), lose]))).toEqual(["x"]);
  });

  test("E9.7 its order is won only where the gate that wins it lies behind", () => {
    const way = [{ type: "start" }, meet("s"), advance("b"), advance("c"), meet("t"), advance("d")];
    expect(run([...way, { type: "win" }, reopen()])).toMatchObject({ status: "open", won: { milestone: "c" } });
    expect(run([...way, { type: "win" }, reopen("c")]).won).toBeNull();
    expect(places(run([...way, goBack("a"), lose]))).toEqual(["a"]);
  });

  test("E9.3 no cost arises before the gate is passed again: gone back or opened before it", () => {
    const line = asProcess(
      defineProcess({
        id: "line",
        version: "1",
        milestones: {
          a: { standards: { s: {} }, next: ["b"] },
          b: { next: ["c"], back: ["a"] },
          c: { back: ["b", "a"], end: true },
        },
        causes: ["price"],
        effort: { after: "b" },
      }),
    );
    const cost = { type: "record-effort", cost: { amount: "1", currency: "CNY" } };
    const way = [{ type: "start" }, meet("s"), advance("b"), advance("c")];
    const early = (state: ProcessState): readonly string[] =>
      whyNot(line, state, cost as never)?.issues.map(({ code }) => code) ?? [];
    expect(early(run(way, line))).toEqual([]);
    expect(early(run([...way, goBack("a")], line))).toEqual(["effort-too-early"]);
    expect(early(run([...way, lose, reopen("a")], line))).toEqual(["effort-too-early"]);
    expect(early(run([...way, lose, reopen()], line))).toEqual([]);
    expect(early(run([...way, goBack("a"), advance("b"), advance("c")], line))).toEqual([]);
  });

  test("E9.3 the handbook's process: an approval that was left can't be jumped over by losing and opening again", () => {
    const boss = { roles: ["ka-director"], reason: "x" };
    const jumped = run(
      [
        { type: "start" },
        { type: "override", ...boss },
        { type: "override", ...boss },
        { type: "override", ...boss },
        goBack("approval"),
        goBack("visit"),
        { type: "lose", cause: "price" },
      ],
      asProcess(keyAccountProcess),
    );
    expect(jumped.stays.map(({ milestone }) => milestone)).toContain("deep-contact");
    expect(places(jumped, asProcess(keyAccountProcess))).toEqual(["planning", "visit"]);
  });
});
