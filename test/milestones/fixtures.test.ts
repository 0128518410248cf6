import { readdirSync, readFileSync } from "node:fs";
import { audit, defineProcess, type Process, type ProcessRecord, type ProcessState, replay } from "keyaccount";
import { keyAccountProcess, projectProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";

interface Stored {
  readonly processes: readonly Process[];
  readonly record: ProcessRecord;
  readonly state: ProcessState;
}

const folder = new URL("fixtures/", import.meta.url);
const names = readdirSync(folder);
const stored = (name: string): Stored => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Stored;

/** Who worked on a part before is kept since later than the first states were stored. */
const withoutEarlier = (state: ProcessState): unknown =>
  JSON.parse(JSON.stringify(state, (key, value: unknown) => (key === "earlier" ? undefined : value)));

describe("E9.9 what was stored by an earlier release", () => {
  test.each(names)("E9.9 %s: is defined, replayed and audited as it was", (name) => {
    const { processes, record, state } = stored(name);
    const defined = processes.map((process) => defineProcess(process as never) as unknown as Process);
    const now = replay(defined[0] as Process, record.events);
    expect(now).toMatchObject(state);
    expect(withoutEarlier(now)).toEqual(withoutEarlier(state));
    expect(audit(record, { processes: defined })).toMatchObject({ isClean: true, unchecked: 0, head: record.head });
  });

  test("E9.9 the fixtures have every event", () => {
    const types = new Set(names.flatMap((name) => stored(name).record.events.map(({ type }) => type)));
    expect(types.size).toBe(19);
  });

  test("E9.1 … E9.8 the handbook's processes are those that were stored: a change of theirs needs a new version", () => {
    expect(stored("key-account-2.json").processes).toEqual([keyAccountProcess]);
    expect(stored("project.json").processes).toEqual([projectProcess]);
  });
});
