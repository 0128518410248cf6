import { isLaterMoment } from "../../ground/moment.js";
import type { Resolved } from "../definition/registry.js";
import type { ProcessState, Stay } from "../state.js";

type Way = Pick<ProcessState, "stays" | "migrations">;

const isReturn = (entry: Stay["entry"]): boolean => entry === "back" || entry === "reopened";
/** Whether gates alone led where a deal has been. An import or a migration may have led back. */
const isOwnWay = ({ stays, migrations }: Way): boolean => migrations.length === 0 && stays[0]?.entry !== "imported";

/**
 * The milestones that led to where a deal stands, which is the last; in a round, one may be there twice. Whoever goes back, or opens it again, leaves what came later, whatever a migration calls it; who goes to where the deal hasn't been, everything. What lies ahead of a
 * later stay is no way to it either, unless gates alone led there.
 */
export function pathOf({ ahead }: Resolved, way: Way): readonly string[] {
  const isOwn = isOwnWay(way);
  let path: string[] = [];
  for (const { milestone, entry } of way.stays) {
    if (isReturn(entry)) path = path.slice(0, Math.max(path.lastIndexOf(milestone), 0));
    path = [...path.filter((id) => isOwn || ahead.get(milestone)?.has(id) !== true), milestone];
  }
  return path;
}

/**
 * Where a closed deal may be opened again: where it was closed, or earlier on its way there, so that every gate since must be passed anew. Where a migration gave its way other names, only to where a gate leads that lies behind.
 */
export function waysBack(known: Resolved, state: ProcessState): readonly string[] {
  const milestone = state.milestone as string;
  const isReached = state.migrations.length === 0 ? undefined : known.reachOf(known, state);
  return [...new Set(pathOf(known, state))].filter(
    (id) => known.ahead.get(id)?.has(milestone) && (id === milestone || isReached?.(id) !== false),
  );
}

/** Where `go-back` may lead from here. */
export const returnsOf: Resolved["returnsOf"] = (known, state) => {
  const back = known.milestones.get(state.milestone as string)?.own.back ?? [];
  return back.filter(known.reachOf(known, state));
};

/**
 * Whether a deal may begin somewhere, or a gate leads there that lies behind. Anywhere else it would stand past a gate that it never passed. Behind are as well the gates that the latest migration left unproven; those of
 * earlier ones it told again, under the names that they have now.
 */
export const reachOf: Resolved["reachOf"] = (known, state) => {
  const { milestones, entries } = known;
  const behind = [...gatesBehind(known, state), ...unprovenSince(known, state)];
  const reached = new Set(behind.flatMap((id) => milestones.get(id)?.own.next ?? []));
  return (to) => entries.has(to) || reached.has(to);
};

/** The gates that were passed, without what a way back has led before since. Whatever leads to where an import says that the deal was lies behind, though nothing proves it. */
export function gatesBehind({ ahead }: Pick<Resolved, "ahead">, way: Way): readonly string[] {
  const isOwn = isOwnWay(way);
  let behind: string[] = [];
  for (const { milestone: id, exit, entry } of way.stays) {
    if (entry === "imported") for (const [one, later] of ahead) if (later.has(id)) behind.push(one);
    const left = isReturn(entry) ? behind.lastIndexOf(id) : -1;
    if (left >= 0) behind = behind.slice(0, left);
    const isLed = isOwn && (left >= 0 || !isReturn(entry));
    behind = behind.filter((one) => isLed || ahead.get(id)?.has(one) !== true);
    if (exit === "passed" || exit === "overridden") behind.push(id);
  }
  return behind;
}

/** What the latest migration left unproven, without what a way back has led before since. */
function unprovenSince({ ahead }: Pick<Resolved, "ahead">, { stays, migrations }: Way): readonly string[] {
  const { at = "", unproven = [] } = migrations.at(-1) ?? {};
  const returns = stays.filter(({ entry, entered }) => isReturn(entry) && !isLaterMoment(at, entered as string));
  return unproven.filter((id) => !returns.some(({ milestone }) => ahead.get(milestone)?.has(id) === true));
}
