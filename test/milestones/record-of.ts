import { appendEvents, decide, openRecord, type Process, type ProcessRecord, replay } from "keyaccount";
import { minute } from "./random-deal.js";

/** The record of a deal after commands that must all be taken; each has an id, a minute and a person unless it says its own. */
export function recordOf(process: Process, ...commands: readonly object[]): ProcessRecord {
  return commands.reduce<ProcessRecord>(
    (record, command, index) => {
      const rest = { id: String(index), at: minute(index), by: "li", roles: ["boss"] };
      const decision = decide(process, replay(process, record.events), { ...rest, ...command } as never);
      if (!decision.ok) throw new Error(JSON.stringify({ command, issues: decision.issues }));
      return appendEvents(record, decision.value);
    },
    openRecord(process, "deal"),
  );
}
