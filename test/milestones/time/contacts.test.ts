import { decide, milestoneTimes, type ProcessCommand, pipeline, replay } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { china } from "../../ground/calendar/calendars.js";
import { asProcess } from "../random-deal.js";
import { after, dealAfter, selling } from "./deals.js";

const on = (day: number): string => `2026-11-${String(day).padStart(2, "0")}T02:00:00Z`;
const asOf = on(20);
const contact = (day: number) => [on(day), { type: "record-effort", contact: true, minutes: 30 }] as const;
const account = (...steps: Parameters<typeof after<never>>[1]) => after(keyAccountProcess as never, steps);
const timesOf = (state: unknown) =>
  milestoneTimes(keyAccountProcess, state as never, { calendar: china, asOf }).contacts;
const pipelineOf = (state: unknown) =>
  pipeline([{ id: "a", state: state as never }], { process: keyAccountProcess, asOf }).open[0]?.contacts;

describe("E4.7 a typical deal takes four contacts or more", () => {
  const start = [on(2), { type: "start" }] as never;
  const some = [contact(3), contact(4), contact(5), contact(6), contact(9)] as never[];

  test.each([
    [0, 4],
    [1, 3],
    [3, 1],
    [4, 0],
    [5, 0],
  ])("E4.7 after %i contacts %i are left, in the pipeline and in the deal's times", (made, left) => {
    const state = account(start, ...some.slice(0, made));
    const contacts = { made, expected: 4, left };
    expect([timesOf(state), pipelineOf(state)]).toEqual([contacts, contacts]);
  });

  test("E4.7 time and money without a contact are none; contacts of all milestones count together", () => {
    const time = [on(3), { type: "record-effort", minutes: 45 }] as never;
    expect(timesOf(account(start, time, some[1] as never))).toEqual({ made: 1, expected: 4, left: 3 });
    const gone = dealAfter([on(2), { type: "start" }], contact(3), [on(4), { type: "advance" }], contact(5));
    expect(milestoneTimes(selling, gone, { calendar: china, asOf }).contacts).toEqual({
      made: 2,
      expected: null,
      left: null,
    });
  });

  test("E4.7 of an imported deal nobody knows what came before: nothing is left only once four were recorded here", () => {
    const imported = [on(2), { type: "import", source: "crm", stays: [{ milestone: "visit" }] }] as never;
    expect(timesOf(account(imported))).toEqual({ made: 0, expected: 4, left: null });
    expect(pipelineOf(account(imported, ...some.slice(0, 3)))).toEqual({ made: 3, expected: 4, left: null });
    expect(timesOf(account(imported, ...some.slice(0, 4)))).toEqual({ made: 4, expected: 4, left: 0 });
  });

  test("E4.7 of a state that can't be read nothing is said", () => {
    expect(timesOf({ v: 1 })).toBe(null);
  });

  test("E4.7 the expectation holds no gate: fewer contacts refuse no move", () => {
    const process = asProcess(keyAccountProcess);
    const state = account(start) as never;
    const command = { id: "n", type: "pause", reason: "budget", at: on(3), by: "li" } as ProcessCommand;
    expect(decide(process, state, command).ok).toBe(true);
    expect(replay(process, []).efforts).toEqual({});
  });
});
