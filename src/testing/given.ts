import { throwIssues } from "../ground/error.js";
import { canonicalJson, readJson } from "../ground/json.js";
import { ofShape } from "../ground/of-shape.js";
import type { ProcessCommand } from "../milestones/command.js";
import { decide } from "../milestones/decide/decide.js";
import type { Process, ProcessIds } from "../milestones/definition/process.js";
import type { ProcessEvent } from "../milestones/event.js";
import { replay } from "../milestones/fold/evolve.js";
import type { Decision, RefusalCode } from "../milestones/refusal.js";
import { ExpectationError } from "./expectation-error.js";

/** What is expected of an event: as much of it as is written down. */
export type ExpectedEvent<I extends ProcessIds> = {
  readonly [K in ProcessEvent<I>["type"]]: {
    readonly type: K;
    readonly data?: Partial<Extract<ProcessEvent<I>, { type: K }>["data"]> | undefined;
    readonly by?: string | undefined;
    readonly at?: string | undefined;
  };
}[ProcessEvent<I>["type"]];

/** What may be said once a command is tried. */
export interface Tried<I extends ProcessIds> {
  /** That it was accepted, with these events; what isn't written down isn't compared. Without events: that it made none. */
  readonly then: (...events: readonly ExpectedEvent<I>[]) => void;
  /** That it was refused for exactly these reasons, in any order; without any: that it was refused at all. */
  readonly thenRefused: (...codes: readonly RefusalCode[]) => void;
}

/** What may be tried after some events. */
export interface Given<I extends ProcessIds> {
  /** These events happened before. */
  readonly having: (events: readonly ProcessEvent<I>[]) => Given<I>;
  /** Commands that must be accepted happened before. */
  readonly after: (...commands: readonly ProcessCommand<I>[]) => Given<I>;
  /** This command is tried. */
  readonly when: (command: ProcessCommand<I>) => Tried<I>;
}

/**
 * Says what a process does, in any test framework or none: `given(process).having(events).when(command).then(event)`, or `.thenRefused(code)`. Throws an
 * {@link ExpectationError} that shows the difference.
 *
 * @example
 * ```ts
 * import { keyAccountProcess } from "keyaccount/handbook";
 * import { given } from "keyaccount/testing";
 *
 * const head = { at: "2026-11-02T08:00:00Z", by: "li" };
 * const open = given(keyAccountProcess).after({ id: "1", type: "start", ...head });
 * open.when({ id: "2", type: "lose", cause: "price", ...head }).then({ type: "lost", data: { cause: "price" } });
 * open.when({ id: "2", type: "lose", ...head }).thenRefused("required");
 * ```
 */
export function given<I extends ProcessIds>(process: Process<I>): Given<I> {
  return givenEvents(process, []);
}

function givenEvents<I extends ProcessIds>(process: Process<I>, events: readonly ProcessEvent<I>[]): Given<I> {
  const decision = (before: readonly ProcessEvent<I>[], command: ProcessCommand<I>): Decision<I> =>
    decide(process, replay(process, before), command, { events: before });
  return {
    having: (more) =>
      givenEvents(
        process,
        ofShape({ events: more }, () => [...events, ...more]),
      ),
    after: (...commands) => {
      let before = events;
      for (const command of commands) before = [...before, ...accepted(decision(before, command))];
      return givenEvents(process, before);
    },
    when: (command) => tried(decision(events, command)),
  };
}

function accepted<I extends ProcessIds>(decision: Decision<I>): readonly ProcessEvent<I>[] {
  if (decision.ok) return decision.value;
  throw new ExpectationError("accepted", refusedAs(decision.issues.map(({ code }) => code)));
}

const refusedAs = (codes: readonly string[]): string =>
  codes.length === 0 ? "refused" : `refused: ${codes.join(", ")}`;

/** Named as given, when, then are everywhere; what has it is there to be called, never to be awaited. */
const NAMES = ["then"] as const;

function tried<I extends ProcessIds>(decision: Decision<I>): Tried<I> {
  return {
    [NAMES[0]]: (...expected: readonly ExpectedEvent<I>[]): void => {
      const events = accepted(decision);
      const found = events.map((event, index) => projected(event, expected[index] ?? { type: event.type }));
      compare(expected, found);
    },
    thenRefused: (...codes) => {
      checkRefused(decision, codes);
    },
  };
}

function checkRefused<I extends ProcessIds>(decision: Decision<I>, codes: readonly RefusalCode[]): void {
  if (decision.ok) {
    throw new ExpectationError(refusedAs(codes), `accepted: ${decision.value.map(({ type }) => type).join(", ")}`);
  }
  const found = decision.issues.map(({ code }) => code);
  if (codes.length === 0 || codes.toSorted().join() === found.toSorted().join()) return;
  throw new ExpectationError(refusedAs(codes), refusedAs(found));
}

/** As much of a value as is expected. */
function projected(value: unknown, expected: unknown): unknown {
  if (typeof expected !== "object" || expected === null || Array.isArray(expected)) return value;
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(expected).filter((key) => (expected as Record<string, unknown>)[key] !== undefined);
  const entries = keys.map((key) => [
    key,
    projected((value as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key]),
  ]);
  return Object.fromEntries(entries);
}

function compare(expected: unknown, found: unknown): void {
  const [wanted, got] = [textOf(expected), textOf(found)];
  if (wanted !== got) throw new ExpectationError(wanted, got);
}

/** Canonical JSON, undefined-valued keys left out. */
function textOf(value: unknown): string {
  const { json, issues } = readJson(value);
  throwIssues(issues);
  return canonicalJson(json);
}
