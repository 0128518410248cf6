import type { CommandType } from "../command.js";
import type { ProcessEvent, ProcessEventType } from "../event.js";

/** The command that each event comes from. */
const TYPES: { readonly [T in ProcessEventType]: CommandType | T } = {
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
  migrated: "migrated",
};

/** The command that leads to an event: what it carries, but for what the decision added. */
export function commandOf({ id, at, by, roles, type, data }: ProcessEvent): object {
  const command: Record<string, unknown> = { ...data, id, at, by, roles, type: TYPES[type] };
  if (type === "form-attached") Object.assign(command, data.content);
  if (type === "overridden" && data.to === null) delete command["to"];
  return command;
}
