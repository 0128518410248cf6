import type { Instant, PlainDate } from "../../ground/dates.js";
import type { Passage } from "../event.js";
import type { Closing, Pause, Stamp, Stay, StayEntry, StayExit } from "../state.js";
import type { DataOf, Draft } from "./draft.js";
import { carried, told } from "./read-event.js";
import { cured } from "./work.js";

/** Begins a stay. Approvals hold for one stay only. */
function enter(draft: Draft, milestone: string, entered: PlainDate | Instant | null, entry: StayEntry): void {
  draft.milestone = carried(milestone);
  draft.approvals = [];
  draft.stays = [...draft.stays, { milestone, entered, left: null, entry, exit: null }];
}

export function started(draft: Draft, { process, milestone }: DataOf<"started">, { at }: Stamp): void {
  draft.process = { id: process.id, version: process.version, hash: process.hash };
  draft.status = "open";
  enter(draft, milestone, at, "started");
}

/** Ends the stay that lasts. */
function leave(draft: Draft, left: Instant, exit: StayExit): void {
  draft.approvals = [];
  draft.stays = withLast(
    draft.stays,
    ({ milestone, entered, entry }: Stay): Stay => ({ milestone, entered, left, entry, exit }),
  );
}

function withLast<T>(list: readonly T[], change: (last: T) => T): readonly T[] {
  const copy = list.slice();
  const last = copy.pop();
  if (last !== undefined) copy.push(change(last));
  return copy;
}

export function imported(
  draft: Draft,
  { stays, closed, won, process }: DataOf<"history-imported">,
  { by }: Stamp,
): void {
  const end = closed === null ? null : closed.as === "lost" ? "lost" : "not-proven";
  draft.process = { id: process.id, version: process.version, hash: process.hash };
  draft.stays = stays.map(({ milestone, entered, left }, index): Stay => {
    const exit = index < stays.length - 1 ? "not-proven" : end;
    return { milestone, entered, left, entry: "imported", exit };
  });
  draft.milestone = stays.at(-1)?.milestone ?? null;
  draft.status = closed?.as ?? "open";
  draft.won = won === null ? null : { at: won.at, milestone: won.milestone };
  if (closed !== null) close(draft, { as: closed.as, at: closed.at, by, cause: closed.cause });
}

/** Through the gate, to the next milestone or, past the last one, to a deal that is won. */
export function passed(
  draft: Draft,
  { to, wins, with: cures, from }: Passage,
  exit: "passed" | "overridden",
  stamp: Stamp,
): void {
  cured(draft, cures, stamp);
  const { at, by } = stamp;
  leave(draft, at, exit);
  if ((wins || to === null) && draft.won === null) draft.won = { at, milestone: from };
  if (to !== null) return enter(draft, to, at, "advanced");
  draft.status = "won";
  close(draft, { as: "won", at, by, cause: null });
}

export function overridden(draft: Draft, data: DataOf<"overridden">, stamp: Stamp): void {
  const { from: milestone, role, reason, unmet } = data;
  const { at, by } = stamp;
  const { standards, tasks, forms, approvals } = unmet;
  const kept = { standards: [...standards], tasks: [...tasks], forms: [...forms], approvals: [...approvals] };
  draft.overrides = draft.overrides.concat({
    at,
    by,
    milestone: carried(milestone),
    role: carried(role),
    reason: told(reason),
    unmet: kept,
  });
  passed(draft, data, "overridden", stamp);
}

export function wentBack(draft: Draft, { to, undoesWin }: DataOf<"went-back">, { at }: Stamp): void {
  leave(draft, at, "back");
  if (undoesWin) draft.won = null;
  enter(draft, to, at, "back");
}

export function paused(draft: Draft, { reason, until }: DataOf<"paused">, { at }: Stamp): void {
  draft.status = "paused";
  draft.pauses = draft.pauses.concat({
    milestone: draft.milestone ?? "",
    from: at,
    to: null,
    reason: told(reason),
    until,
  });
}

export function resumed(draft: Draft, at: Instant): void {
  draft.status = "open";
  draft.pauses = withLast(draft.pauses, (pause: Pause): Pause => ({ ...pause, to: at }));
}

export function lost(draft: Draft, { cause }: DataOf<"lost">, { at, by }: Stamp): void {
  if (draft.status === "paused") resumed(draft, at);
  leave(draft, at, "lost");
  draft.status = "lost";
  close(draft, { as: "lost", at, by, cause: carried(cause) });
}

function close(draft: Draft, { as, at, by, cause }: Omit<Closing, "milestone" | "reopened">): void {
  const closing = { as, milestone: draft.milestone ?? "", at, by, cause, reopened: null };
  draft.closings = [...draft.closings, closing];
}

export function reopened(draft: Draft, { to, reason, undoesWin }: DataOf<"reopened">, { at, by }: Stamp): void {
  draft.closings = withLast(
    draft.closings,
    (closing: Closing): Closing => ({ ...closing, reopened: { at, by, reason } }),
  );
  if (undoesWin) draft.won = null;
  draft.status = "open";
  enter(draft, to, at, "reopened");
}
