import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { decide, defineProcess, type Process, type ProcessState, type Refusal, type Refused } from "keyaccount";
import { keyAccountProcess, projectProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "../support/random.js";
import { instanceOf } from "./instance.js";
import { randomCommand } from "./random-command.js";
import { asProcess, minute, randomDeal } from "./random-deal.js";
import { randomProcess } from "./random-process.js";

type Fields = Readonly<Record<string, unknown>>;

/** Asks for all that a process can ask for, by ids that are names of fields. */
const demanding = asProcess(
  defineProcess({
    id: "demanding",
    version: "1",
    milestones: {
      a: {
        standards: { evidence: { evidence: true }, fields: {}, fact: { fact: "decider-covered" } },
        tasks: { standards: {}, tasks: { role: "boss" }, more: { optional: true } },
        next: ["b", "c"],
        wins: true,
      },
      b: {
        forms: {
          evidence: {
            reference: true,
            fields: {
              text: { kind: "text" },
              evidence: { kind: "decimal" },
              integer: { kind: "integer" },
              flag: { kind: "flag" },
              day: { kind: "day" },
              reference: { kind: "choice", options: ["a", "b"] },
              more: { kind: "text", optional: true },
            },
          },
          fields: {},
        },
        approvals: { ok: { role: "boss", form: "evidence" } },
        next: ["c"],
        back: ["a"],
      },
      c: { standards: { last: {} }, back: ["a", "b"], end: true },
    },
    roles: { boss: {} },
    override: { roles: ["boss"] },
    causes: ["price"],
    effort: { after: "a", counts: "cost-and-time" },
  }),
);

const ajv = new Ajv2020({ strict: false, formats: { date: true, "date-time": true } });

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** As the documentation says: records are merged, everything else takes the place of what was sent. */
function merged(sent: unknown, cure: unknown): unknown {
  if (!isRecord(cure)) return cure;
  const before = isRecord(sent) ? sent : {};
  return {
    ...before,
    ...Object.fromEntries(Object.entries(cure).map(([key, value]) => [key, merged(before[key], value)])),
  };
}

const JUNK = [
  null,
  3,
  -7,
  12.5,
  1e9,
  true,
  "",
  " ",
  "zz",
  "12",
  " li ",
  "2026-02-30",
  "-4",
  [],
  {},
  ["zz"],
  { zz: 1 },
  [{ kind: "odd" }],
];
const junk = (random: Random): unknown => random.shuffle(JUNK)[0];

/** Breaks something somewhere in a value: exchanges it for what it can't be, leaves a part out or puts one in. */
function spoilt(random: Random, value: unknown, depth = 0): unknown {
  if (random.chance(depth === 0 ? 0 : 0.25)) return junk(random);
  if (Array.isArray(value)) {
    const list = value.map((one, index) => (index === 0 ? spoilt(random, one, depth + 1) : (one as unknown)));
    return random.chance(0.3) ? [...list, junk(random)] : list;
  }
  if (!isRecord(value)) return junk(random);
  const keys = Object.keys(value);
  const key = keys[random.int(0, keys.length - 1)] ?? "zz";
  if (depth > 0 && random.chance(0.1)) return { ...value, zz: junk(random) };
  const { [key]: part, ...rest } = value;
  return random.chance(0.25) ? rest : { ...value, [key]: spoilt(random, part, depth + 1) };
}

function effort(random: Random, head: Fields): Fields {
  return {
    ...head,
    type: "record-effort",
    ...(random.chance() ? { contact: random.chance(0.7) ? random.chance() : junk(random) } : {}),
    ...(random.chance() ? { minutes: random.chance() ? random.int(-90, 90) : junk(random) } : {}),
    ...(random.chance()
      ? {
          cost: {
            amount: random.pick(["12.50", "-3", "-0.01", "-99", "x", null]),
            currency: random.pick(["CNY", "yuan", ["CNY"]]),
          },
        }
      : {}),
    ...(random.chance(0.3) ? { note: "counted twice" } : {}),
  };
}

/** Work that comes along, with tasks as well: some that are due, some that nobody knows. */
function withTasks(random: Random, process: Process, command: Fields): Fields {
  const all = Object.values(process.milestones).flatMap(({ tasks }) => Object.keys(tasks));
  const tasks = [...all.filter(() => random.chance()), ...(random.chance(0.2) ? [junk(random)] : [])];
  return isRecord(command["with"]) ? { ...command, with: { ...command["with"], tasks } } : command;
}

/** Where a move leads, where moves are rare: over a gate, and back into a deal that is closed. */
function move(random: Random, process: Process, state: ProcessState, head: Fields): Fields {
  const isClosed = state.status === "won" || state.status === "lost";
  const to = random.shuffle([...Object.keys(process.milestones), "zz", null])[0];
  return { ...head, roles: Object.keys(process.roles), type: isClosed ? "reopen" : "override", reason: "because", to };
}

/** A command that somebody may have got wrong. */
function wrong(random: Random, process: Process, state: ProcessState, count: number): Fields {
  const command = randomCommand(random, process, state, count) as unknown as Fields;
  const { id, at, by, roles } = command;
  const head = { id, at, by, roles };
  const kind = random.next();
  const meant =
    kind < 0.15
      ? effort(random, head)
      : kind < 0.3
        ? move(random, process, state, head)
        : withTasks(random, process, command);
  const once = random.chance(0.7) ? spoilt(random, meant) : meant;
  return (random.chance(0.3) ? spoilt(random, once) : once) as Fields;
}

/** What needs another person, another time or another state, or has too much in it: no field mends it. */
const BEYOND: readonly string[] = [
  "wrong-status",
  "process-mismatch",
  "revision-conflict",
  "out-of-order",
  "in-the-future",
  "approval-missing",
  "not-requested",
  "not-here",
  "already-done",
  "role-missing",
  "same-person",
  "gate-holds",
  "effort-too-early",
  "unknown-key",
];

/** Whether a field mends it, told without what the library goes by. */
function isCurable(issue: Refusal, command: Fields, process: Process, state: ProcessState): boolean {
  const { code, path, details } = issue;
  const [key, kind, id, list] = path;
  if (state.status !== "open" && isAbout(issue) && key !== "type") return false;
  if (key === "evidence" && path.length > 1) return true;
  if (key === "with" && kind === "standards" && list === "evidence" && path.length > 4) return true;
  if (key === "with" && kind === "tasks" && code !== "role-missing" && code !== "task-open") return true;
  if (BEYOND.includes(code)) return false;
  if (code === "task-open")
    return details.role === null || (Array.isArray(command["roles"]) && command["roles"].includes(details.role));
  if ((code === "not-reachable" && key === "type") || (code === "standard-unmet" && key === "standard")) return false;
  if (key === "with" && (kind === "standards" || kind === "forms") && code === "unknown-value" && list === undefined) {
    return Object.values(process.milestones).some((one) => Object.hasOwn(one[kind], String(id)));
  }
  if (["standard", "task", "form", "approval", "cause", "to"].includes(String(key)))
    return nameable(String(key), command, process, state);
  return true;
}

/** An approval that could be named, and is asked for already or not yet. */
const LATER: readonly string[] = ["already-done", "not-requested"];

/** Whether there is anything that a command could name: found by trying everything. */
function nameable(key: string, command: Fields, process: Process, state: ProcessState): boolean {
  const kind = { standard: "standards", task: "tasks", form: "forms", approval: "approvals" }[key] as
    | "standards"
    | undefined;
  const milestones = Object.entries(process.milestones);
  const ids =
    key === "cause"
      ? process.causes
      : key === "to"
        ? [null, ...milestones.map(([id]) => id)]
        : milestones.flatMap(([, one]) => Object.keys(one[kind as "standards"]));
  return ids.some((id) => {
    const result = decide(process, state, { ...command, [key]: id } as never);
    return (
      result.ok ||
      result.issues.every(({ code, path }) => path[0] !== key || (key === "approval" && LATER.includes(code)))
    );
  });
}

/** Where it isn't known what a command is about, what else it lacks shows only then. */
const isAbout = ({ path }: Refusal): boolean =>
  ["type", "standard", "task", "form", "approval"].includes(String(path[0]));

const validators = new Map<string, ReturnType<typeof ajv.compile>>();
/** To compile a schema takes longer than all else: the same one, once. */
function validatorOf(schema: object): ReturnType<typeof ajv.compile> {
  const key = JSON.stringify(schema);
  const validator = validators.get(key) ?? ajv.compile(schema);
  validators.set(key, validator);
  return validator;
}

/** Carries a cure out. */
function treated(random: Random, command: Fields, { cure }: Refused): Fields {
  const instance = instanceOf(random, cure as Fields);
  const validate = validatorOf(cure as object);
  expect(validate(instance), JSON.stringify({ cure, instance, errors: validate.errors })).toBe(true);
  return merged(command, instance) as Fields;
}

interface Case {
  readonly process: Process;
  readonly state: ProcessState;
  readonly command: Fields;
  readonly random: Random;
}

/** A deal, a command for it that may be wrong, and the values that a cure is carried out with. */
function caseOf(seed: number, length: number): Case {
  const random = seededRandom(seed);
  const process = random.chance(0.25)
    ? randomProcess(random)
    : random.pick([asProcess(keyAccountProcess), asProcess(projectProcess), demanding, demanding]);
  const { state } = randomDeal(seed, length, process);
  const start = { id: "n", at: minute(length), by: "li", roles: [], type: "start" };
  const command = state.status === "new" ? spoilt(random, start) : wrong(random, process, state, length + 1);
  return { process, state, command: command as Fields, random };
}

const ask = ({ process, state }: Case, command: Fields): ReturnType<typeof decide> =>
  decide(process, state, command as never);
const texts = (issues: readonly Refusal[]): string[] =>
  issues.map(({ code, path, details }) => `${code} ${path.join(".")} ${"task" in details ? details.task : ""}`);

/** Random deals with commands that are refused. */
function law(check: (one: Case, refused: Refused) => void): void {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 40 }), (seed, length) => {
      const one = caseOf(seed, length);
      const result = ask(one, one.command);
      if (result.ok) return;
      try {
        check(one, result);
      } catch (error) {
        const { process, state, command } = one;
        const shown = {
          process: process.id,
          milestone: state.milestone,
          command,
          issues: texts(result.issues),
          cure: result.cure,
        };
        throw new Error(JSON.stringify(shown), { cause: error });
      }
    }),
    { numRuns: 600 },
  );
}

describe("E9.9 law: carrying out the cure of a refusal cures", () => {
  test("E9.9 law: a refusal has a cure exactly where a field can mend something", () => {
    law(({ process, state, command }, { issues, cure }) => {
      if (issues.some(({ code }) => code === "wrong-status")) return;
      expect(cure !== null).toBe(issues.some((issue) => isCurable(issue, command, process, state)));
    });
  });

  test("E9.9 law: once it is carried out, what it mends is gone and nothing is left that a field can mend", () => {
    law((one, refused) => {
      if (refused.cure === null) return;
      const command = treated(one.random, one.command, refused);
      const result = ask(one, command);
      const left = result.ok ? [] : result.issues;
      const cured = refused.issues.filter((issue) => isCurable(issue, one.command, one.process, one.state));
      expect(texts(left).filter((text) => texts(cured).includes(text))).toEqual([]);
      if (!refused.issues.some(isAbout))
        expect([texts(left), result.ok ? null : result.cure]).toEqual([texts(left), null]);
    });
  });

  test("E9.9 law: cures carried out one after the other end, where it wasn't even said what a command is about", () => {
    law((one, refused) => {
      let { command } = one;
      let result: ReturnType<typeof decide> = refused;
      for (let step = 0; step < 4 && !result.ok && result.cure !== null; step += 1) {
        command = treated(one.random, command, result);
        result = ask(one, command);
      }
      expect(result.ok ? null : result.cure).toBeNull();
    });
  });
});
