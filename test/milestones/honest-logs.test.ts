import {
  appendEvents,
  audit,
  decide,
  evolve,
  importHistory,
  migrate,
  openRecord,
  type Process,
  type ProcessRecord,
  replay,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../support/random.js";
import { lesser } from "./lesser-process.js";
import { walker } from "./random-command.js";
import { asProcess, minute } from "./random-deal.js";
import { ODD_IDS, ODD_TEXTS } from "./random-work.js";
import { strict } from "./strict-process.js";

/** A deal that is started or imported and comes under another process, with odd texts wherever somebody writes one. */
function honest(seed: number, from: Process, to: Process): ProcessRecord {
  const random = seededRandom(seed);
  const next = walker(random);
  const stays = [{ milestone: from.start[0] ?? "" }];
  const begin = { id: random.pick(["begin", ...ODD_IDS]), at: minute(0), by: random.pick([...ODD_IDS]) };
  const begun = random.chance(0.3)
    ? importHistory(from, { ...begin, source: random.pick([...ODD_IDS]), stays })
    : decide(from, replay(from, []), { ...begin, type: "start" });
  let record: ProcessRecord = appendEvents(openRecord(from, random.pick([...ODD_IDS])), begun.ok ? begun.value : []);
  let state = replay(from, record.events);
  for (let count = 1; count <= 50; count += 1) {
    if (count === 25) {
      const milestones = Object.fromEntries(Object.keys(from.milestones).map((id) => [id, id]));
      const head = { id: "moved", at: minute(count), by: "li", reason: random.pick([...ODD_IDS]) };
      const moved = migrate(record, { from, to, milestones, ...head });
      if (!moved.ok) throw new Error("refused");
      ({ record, state } = moved.value);
    }
    const process = count < 25 ? from : to;
    const decision = decide(process, state, next(process, state, count).command);
    for (const event of decision.ok ? decision.value : []) state = evolve(state, event);
    record = appendEvents(record, decision.ok ? decision.value : []);
  }
  return record;
}

/** Every text of some data with the key under which it stands, those in a list under that of the list. */
function textsOf(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return [`${key} ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, Array.isArray(value) ? key : name));
}

describe("E9.9 an honest log", () => {
  test("E9.9 is never named by audit, whatever is written in it, and stays so in a store; nothing invisible is taken for a text", () => {
    const seen = new Set<string>();
    for (const from of [asProcess(keyAccountProcess), strict]) {
      const to = lesser(seededRandom(7), from);
      for (let seed = 1; seed <= 60; seed += 1) {
        const record = honest(seed, from, to);
        const stored = JSON.parse(JSON.stringify(record)) as ProcessRecord;
        expect(stored).toEqual(record);
        for (const one of [record, stored])
          expect(audit(one, { processes: [from, to], head: record.head })).toMatchObject({
            isClean: true,
            fault: null,
          });
        for (const text of textsOf(record)) seen.add(text);
      }
    }
    const places = ["id", "by", "roles", "source", "reason", "note", "text", "reference", "x", "client"];
    const wanted = places.flatMap((place) => ODD_TEXTS.map((text) => `${place} ${text}`));
    const never = wanted.filter((text) => !seen.has(text));
    expect(never).toEqual(places.map((place) => `${place} \u3000`));
  });
});
