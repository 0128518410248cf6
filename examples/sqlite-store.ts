// Shows how a host keeps deals in an embedded database: one row for each event, with record and revision as the key. Two writers who saw the same
// revision can't both store; the slower one reads again and decides again, and nothing is lost.
// Run it: `npx tsx examples/sqlite-store.ts`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  appendEvents,
  audit,
  decide,
  openRecord,
  type ProcessCommand,
  type ProcessRecord,
  type Refusal,
  replay,
  type StoredEvent,
} from "keyaccount";
import { type KeyAccountProcessIds, keyAccountProcess } from "keyaccount/handbook";
import sqlite from "node-sqlite3-wasm";

type Ids = KeyAccountProcessIds;
type Deal = ProcessRecord<Ids>;

const TABLES = `
  CREATE TABLE IF NOT EXISTS deal (id TEXT PRIMARY KEY, process TEXT NOT NULL, head TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS event (
    deal TEXT NOT NULL REFERENCES deal (id), revision INTEGER NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (deal, revision), UNIQUE (deal, id)
  );`;

const textOf = (column: unknown): string => (typeof column === "string" ? column : "");

/** Deals in a file of SQLite's. Every connection is a writer of its own. */
export class DealStore {
  readonly #database: InstanceType<typeof sqlite.Database>;

  constructor(file: string) {
    this.#database = new sqlite.Database(file);
    this.#database.exec("PRAGMA busy_timeout = 100");
    patiently(() => {
      this.#database.exec(TABLES);
      return true;
    });
  }

  /** The deal as it is stored now; a new one where there is none. One statement, so that nobody writes between its parts. */
  load(id: string): Deal {
    const rows = this.#database.all(
      "SELECT process, head, body FROM deal LEFT JOIN event ON event.deal = deal.id WHERE deal.id = ? ORDER BY revision",
      [id],
    );
    const [row] = rows;
    if (row === undefined) return openRecord(keyAccountProcess, id);
    return {
      v: 1,
      id,
      process: JSON.parse(textOf(row["process"])) as Deal["process"],
      events: rows.map(({ body }) => JSON.parse(textOf(body)) as StoredEvent<Ids>),
      head: textOf(row["head"]),
    };
  }

  /** Stores what was added to a deal since it was loaded; false where somebody else was quicker, and then nothing is stored. */
  save(before: Deal, after: Deal): boolean {
    const { id, process, head } = after;
    if (!this.#begin()) return false;
    try {
      const stored = this.#database.get("SELECT head FROM deal WHERE id = ?", [id]);
      if ((stored === null ? openRecord(keyAccountProcess, id).head : stored["head"]) !== before.head) {
        this.#database.exec("ROLLBACK");
        return false;
      }
      this.#database.run(
        "INSERT INTO deal (id, process, head) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET process = excluded.process, head = excluded.head",
        [id, JSON.stringify(process), head],
      );
      for (const event of after.events.slice(before.events.length)) {
        this.#database.run("INSERT INTO event (deal, revision, id, at, body) VALUES (?, ?, ?, ?, ?)", [
          id,
          event.revision,
          event.id,
          event.at,
          JSON.stringify(event),
        ]);
      }
      this.#database.exec("COMMIT");
      return true;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  /** Begins to write; false where another connection writes just now, and goes on doing so for a while. */
  #begin(): boolean {
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      return true;
    } catch (error) {
      if (isLocked(error)) return false;
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** What became of a command: how often it had to be decided, and why it was refused, if it was. */
export interface Written {
  readonly tries: number;
  readonly refusals: readonly Refusal["code"][];
}

const isLocked = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message);

/** So often somebody else may be quicker, or write just then. */
const MOST_TRIES = 20;

/** Tries until it gets something, waiting a little longer each time; another process may be writing. */
function patiently<T>(attempt: (tries: number) => T | null): T {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    try {
      const result = attempt(tries);
      if (result !== null) return result;
    } catch (error) {
      if (!isLocked(error)) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tries);
  }
  throw new Error(`the store was busy ${String(MOST_TRIES)} times`);
}

/** Decides on a command and stores its event; decides anew as often as somebody else is quicker. `meanwhile` is what the others do after we have read. */
export function write(store: DealStore, id: string, command: ProcessCommand<Ids>, meanwhile?: () => void): Written {
  return patiently((tries) => {
    const before = store.load(id);
    if (tries === 1) meanwhile?.();
    const { events } = before;
    const decision = decide(keyAccountProcess, replay(keyAccountProcess, events), command, { events });
    if (!decision.ok) return { tries, refusals: decision.issues.map(({ code }) => code) };
    return store.save(before, appendEvents(before, decision.value)) ? { tries, refusals: [] } : null;
  });
}

/** Two writers at one deal, each interrupted by the other; then one of them sends everything again. */
export function race(file: string): {
  readonly deal: Deal;
  readonly tries: readonly number[];
  readonly isClean: boolean;
} {
  const [one, other] = [new DealStore(file), new DealStore(file)];
  try {
    const head = { at: "2026-03-02T08:00:00Z", by: "li-wei" };
    write(one, "deal-7", { id: "start", type: "start", ...head });
    const tries: number[] = [];
    for (let turn = 1; turn <= 20; turn += 1) {
      const mine = { id: `one-${String(turn)}`, type: "record-effort", contact: true, ...head } as const;
      const theirs = { id: `other-${String(turn)}`, type: "record-effort", minutes: 15, ...head } as const;
      tries.push(write(one, "deal-7", mine, () => write(other, "deal-7", theirs)).tries);
      write(one, "deal-7", mine);
    }
    const deal = other.load("deal-7");
    return { deal, tries, isClean: audit(deal, { processes: [keyAccountProcess] }).isClean };
  } finally {
    one.close();
    other.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), "deals-"));
  try {
    const { deal, tries, isClean } = race(join(folder, "deals.sqlite"));
    const efforts = replay(keyAccountProcess, deal.events).efforts.planning;
    console.log(
      `${String(deal.events.length)} events of two writers, ${String(efforts?.contacts)} contacts and ${String(efforts?.minutes)} minutes`,
    );
    console.log(
      `decided ${String(tries.reduce((sum, count) => sum + count, 0))} times for ${String(tries.length)} commands, as the other writer was quicker each time`,
    );
    console.log(isClean ? "the log is sound" : "the log isn't sound");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
