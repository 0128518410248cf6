import { byId } from "../../by-id.js";
import { COMMAND_TYPES } from "../../command.js";
import { type Asked, isMine } from "./spot.js";

/** What a command may name in a field: of the process, as the deal stands. Nothing for a field that names nothing. */
export function choiceOf(key: string, ask: Asked): readonly (string | null)[] | undefined {
  const { known } = ask;
  switch (key) {
    case "type":
      return COMMAND_TYPES;
    case "standard":
      return standardsOf(ask);
    case "task":
      return [...known.tasks.values()]
        .filter(({ id, role }) => isMine(role, ask) && byId(ask.state.tasks, id) === undefined)
        .map(({ id }) => id);
    case "form":
      return [...known.forms.keys()];
    case "approval":
      return approvalsOf(ask);
    case "milestone":
      return known.process.start;
    case "to":
      return waysOf(ask);
    default:
      return undefined;
  }
}

/** Only what is met can be withdrawn. */
function standardsOf({ known, command, state }: Asked): readonly string[] {
  const ids = [...known.standards.keys()];
  return command["type"] === "withdraw" ? ids.filter((id) => byId(state.standards, id)?.status === "met") : ids;
}

/** Those of where the deal stands. */
function approvalsOf({ known, state }: Asked): readonly string[] {
  return known.milestones.get(state.milestone ?? "")?.approvals.map(({ id }) => id) ?? [];
}

/** Where a move may lead. */
function waysOf({ known, command, state }: Asked): readonly (string | null)[] {
  const { next, end } = known.milestones.get(state.milestone ?? "")?.own ?? { next: [], end: false };
  switch (command["type"]) {
    case "go-back":
      return known.returnsOf(known, state);
    case "reopen":
      return known.waysBack(known, state);
    case "override":
      return end ? [...next, null] : next;
    default:
      return next;
  }
}
