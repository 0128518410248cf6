import type { Process, ProcessCommand, ProcessEvent, ProcessState } from "keyaccount";
import { decide, evolve, replay } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { seededRandom } from "../support/random.js";
import { walker } from "./random-command.js";
import { minute } from "./stamp.js";

export { minute };

/** A deal after so many random commands: its events, its state and the commands that were accepted. */
export function randomDeal(
  seed: number,
  length: number,
  process: Process = asProcess(keyAccountProcess),
): { events: ProcessEvent[]; state: ProcessState; commands: ProcessCommand[] } {
  const random = seededRandom(seed);
  const next = walker(random);
  const events: ProcessEvent[] = [];
  const commands: ProcessCommand[] = [];
  let state = replay(process, []);
  for (let count = 0; count < length; count += 1) {
    const command =
      state.status === "new"
        ? { id: `c${String(count)}`, at: minute(count), by: "li", roles: [], type: "start" as const }
        : next(process, state, count).command;
    const decision = decide(process, state, command);
    if (decision.ok) commands.push(command);
    for (const event of decision.ok ? decision.value : []) {
      events.push(event);
      state = evolve(state, event);
    }
  }
  return { events, state, commands };
}

/** A process whose ids are forgotten, for commands that are made up. */
export const asProcess = (process: unknown): Process => process as Process;
