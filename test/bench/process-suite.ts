import { decide, evolve, type Process, type ProcessCommand, replay } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { type AnyMachineSnapshot, initialTransition, transition } from "xstate";
import { machineOf } from "../milestones/xstate/machine.js";
import { last } from "./kept.js";
import { runSuite } from "./suite.js";

const process = keyAccountProcess as unknown as Process;
const VALUES = { text: "x", decimal: "12.5", integer: 3, flag: true, day: "2026-10-01", choice: "a" } as const;

/** A deal from start to payment, one thing a command: every standard, task, form and approval, and one contact at each milestone. */
function wholeDeal(): ProcessCommand[] {
  const parts: object[] = [{ type: "start" }];
  for (const { standards, tasks, forms, approvals, end } of Object.values(process.milestones)) {
    for (const [standard, one] of Object.entries(standards)) {
      parts.push({
        type: "meet",
        standard,
        ...(one?.evidence === true ? { evidence: [{ kind: "note", text: "x" }] } : {}),
      });
    }
    for (const [task, one] of Object.entries(tasks))
      parts.push({ type: "complete-task", task, roles: one?.role === undefined ? [] : [one.role] });
    for (const [form, one] of Object.entries(forms)) {
      const fields = Object.entries(one?.fields ?? {}).map(([id, { kind }]) => [id, VALUES[kind]]);
      parts.push({ type: "attach-form", form, fields: Object.fromEntries(fields) as object });
    }
    for (const [approval, one] of Object.entries(approvals)) {
      parts.push(
        { type: "request-approval", approval },
        { type: "give-approval", approval, by: one?.role, roles: [one?.role] },
      );
    }
    parts.push({ type: "record-effort", contact: true, minutes: 60 }, { type: end ? "win" : "advance" });
  }
  return parts.map((part, index) => {
    const at = new Date(Date.UTC(2026, 10, 2, 8, index)).toISOString().replace(".000Z", "Z");
    return { id: `e${String(index)}`, at, by: "li", roles: [], ...part } as unknown as ProcessCommand;
  });
}

const commands = wholeDeal();
const machine = machineOf(process);

function ours(): ReturnType<typeof replay> {
  let state = replay(process, []);
  for (const command of commands) {
    const decision = decide(process, state, command);
    for (const event of decision.ok ? decision.value : []) state = evolve(state, event);
  }
  return state;
}

function xstates(): AnyMachineSnapshot {
  let snapshot: AnyMachineSnapshot = initialTransition(machine)[0];
  for (const command of commands) [snapshot] = transition(machine, snapshot, command as never);
  return snapshot;
}

// A whole deal, command by command: `decide` + `evolve` against XState's pure `transition` on the configuration that `toXStateConfig` exports.
await runSuite({
  title: "A deal of the key-account process",
  comparisons: [
    {
      name: "XState's `transition` ÷ `decide` + `evolve`",
      one: {
        work: (count) => {
          for (let deal = 0; deal < count; deal += 1) last.result = xstates();
        },
        count: 100,
      },
      other: {
        work: (count) => {
          for (let deal = 0; deal < count; deal += 1) last.result = ours();
        },
        count: 1000,
      },
      budget: { least: 50 },
    },
  ],
  agreements: async () => {
    await Promise.resolve();
    const isWon = ours().status === "won" && xstates().matches("won");
    return [
      {
        text: `${String(commands.length)} commands of a deal, all accepted by both, lead to the same end`,
        ok: isWon && ours().revision === commands.length,
      },
    ];
  },
});
