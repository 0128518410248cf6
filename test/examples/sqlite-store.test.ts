import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { appendEvents, audit, decide, replay } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import sqlite from "node-sqlite3-wasm";
import { afterAll, describe, expect, test } from "vitest";
import { DealStore, race, write } from "../../examples/sqlite-store.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "deals-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("E9.9 deals in an embedded database", () => {
  test("E9.9 two concurrent writers: each is decided anew where the other was quicker, and nothing is lost", () => {
    const { deal, tries, isClean } = race(join(folder, "race.sqlite"));
    expect(tries).toEqual(new Array(20).fill(2));
    expect(deal.events).toHaveLength(41);
    expect(new Set(deal.events.map(({ id }) => id)).size).toBe(41);
    expect(replay(keyAccountProcess, deal.events).efforts.planning).toMatchObject({ contacts: 20, minutes: 300 });
    expect(isClean).toBe(true);
  });

  test("E9.9 while another connection holds the lock nothing is stored, and afterwards it is", () => {
    const file = join(folder, "locked.sqlite");
    const store = new DealStore(file);
    const other = new sqlite.Database(file);
    const before = store.load("deal");
    const head = { at: "2026-03-02T08:00:00Z", by: "li" };
    const started = decide(keyAccountProcess, replay(keyAccountProcess, []), { id: "1", type: "start", ...head });
    const after = appendEvents(before, started.ok ? started.value : []);
    other.exec("BEGIN IMMEDIATE");
    expect(store.save(before, after)).toBe(false);
    expect(() => write(store, "deal", { id: "1", type: "start", ...head })).toThrow(/busy 20 times/);
    other.exec("ROLLBACK");
    expect(store.save(before, after)).toBe(true);
    expect(store.load("deal").events).toHaveLength(1);
    other.close();
    store.close();
  });

  test("E9.9 two processes race for one file: both finish, and nothing is lost", { timeout: 120_000 }, async () => {
    const file = join(folder, "processes.sqlite");
    const script = fileURLToPath(new URL("sqlite-writer.ts", import.meta.url));
    const run = (me: string, other: string): Promise<{ readonly stdout: string }> =>
      promisify(execFile)(process.execPath, ["--import", "tsx", script, file, me, other], { cwd: root });
    const written = await Promise.all([run("li", "wang"), run("wang", "li")]);
    expect(written.every(({ stdout }) => Number(stdout) >= 30)).toBe(true);
    const store = new DealStore(file);
    const deal = store.load("deal");
    store.close();
    expect(replay(keyAccountProcess, deal.events).efforts.planning).toMatchObject({ contacts: 60 });
    expect(new Set(deal.events.map(({ id }) => id)).size).toBe(61);
    expect(audit(deal, { processes: [keyAccountProcess] })).toMatchObject({ isClean: true, sound: 61 });
  });

  test("E9.9 another command under a known id is refused, not taken for stored", () => {
    const store = new DealStore(join(folder, "twice.sqlite"));
    const head = { at: "2026-03-02T08:00:00Z", by: "li" };
    const effort = { ...head, id: "1", type: "record-effort", contact: true } as const;
    write(store, "deal", { ...head, id: "1", type: "start" });
    expect(write(store, "deal", effort)).toEqual({ tries: 1, refusals: ["already-done"] });
    expect(store.load("deal").events).toHaveLength(1);
    store.close();
  });

  test("E9.9 what is refused stores nothing", () => {
    const store = new DealStore(join(folder, "refused.sqlite"));
    const command = { id: "1", type: "lose", cause: "price", at: "2026-03-02T08:00:00Z", by: "li" } as const;
    expect(write(store, "deal", command)).toEqual({ tries: 1, refusals: ["wrong-status"] });
    expect(store.load("deal").events).toEqual([]);
    store.close();
  });
});
