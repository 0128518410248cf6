import { COMMAND_KEYS } from "../definition/command-keys.js";
import type { ProcessEvent, ProcessEventType } from "../event.js";
import type { Fields } from "../fields.js";

/** The command that each event comes from. */
const TYPES: { readonly [T in Exclude<ProcessEventType, "migrated">]: keyof typeof COMMAND_KEYS } = {
  started: "start",
  "history-imported": "history-imported",
  "standard-met": "meet",
  "standard-withdrawn": "withdraw",
  "task-completed": "complete-task",
  "form-attached": "attach-form",
  "approval-requested": "request-approval",
  "approval-given": "give-approval",
  "approval-refused": "refuse-approval",
  advanced: "advance",
  overridden: "override",
  "went-back": "go-back",
  paused: "pause",
  resumed: "resume",
  lost: "lose",
  won: "win",
  reopened: "reopen",
  "effort-recorded": "record-effort",
};

/** An event that came from a command. */
export type CommandedEvent = Exclude<ProcessEvent, { readonly type: "migrated" }>;

/** The command that leads to an event: what it carries, but for what the decision added. */
export function commandOf({ id, at, by, roles, type, data }: CommandedEvent): object {
  const command: Record<string, unknown> = { id, at, by, roles, type: TYPES[type] };
  const said: Fields = { ...data, ...(type === "form-attached" ? data.content : {}) };
  for (const key of COMMAND_KEYS[TYPES[type]]) if (Object.hasOwn(said, key)) command[key] = said[key];
  return command;
}
