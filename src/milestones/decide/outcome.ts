import type { Path } from "../../ground/issue.js";
import type { ProcessEvent } from "../event.js";
import type { Decision, Refusal, RefusalCode, RefusalDetails, Refused } from "../refusal.js";
import type { Ask, Outcome } from "./ask.js";

/** The event, if nothing stands in its way. */
export function outcomeOf(ask: Ask, { type, data }: Outcome): Decision {
  if (ask.issues.length > 0) return refused(ask);
  const { id, revision, at, by, roles } = ask.head;
  return { ok: true, value: [{ v: 1, id, revision, at, by, roles, type, data } as ProcessEvent] };
}

/** Everything that stands in the way of a command. */
export function refused(ask: Ask): Refused {
  return {
    ok: false,
    issues: ask.issues as [Refusal, ...Refusal[]],
    cure: ask.known.cureOf(ask.issues, ask.known, ask),
  };
}

/** A refusal of what can't be read as a command at all. */
export function refusedAs<C extends RefusalCode>(code: C, details: RefusalDetails[C], path: Path = []): Refused {
  return { ok: false, issues: [{ code, path, details } as Refusal], cure: null };
}
