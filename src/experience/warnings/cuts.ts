import { sortable } from "../../ground/dates.js";
import type { ResolvedModel, ResolvedSignal } from "../model/resolve-model.js";
import type { Warning } from "./raise.js";
import type { AnyLevelRule } from "./rule.js";

/**
 * The changes that a rule of levels looks for. A level that stands both in `after` and in `to` is a sign where the client came from an earlier one, and how it was
 * before where the client goes on to a later one (in the model's order): so each such level divides the others once more.
 */
export function cutsOf(rule: AnyLevelRule, { signals, places }: ResolvedModel): readonly AnyLevelRule[] {
  const { after, to, signal } = rule;
  const { places: ranks } = signals[places.get(signal) as number] as ResolvedSignal;
  const order = [...ranks.keys()];
  const both = order.filter((level) => after.includes(level) && to.includes(level));
  if (both.length === 0) return [rule];
  const others = (levels: readonly string[]): readonly string[] => levels.filter((level) => !both.includes(level));
  return [...both, null]
    .map((_, place) => ({
      ...rule,
      after: [...others(after), ...both.slice(0, place)],
      to: [...both.slice(place), ...others(to)],
    }))
    .filter((cut) => cut.after.length > 0 && cut.to.length > 0);
}

/**
 * The warnings of all cuts of one rule as those of one, in order of time: one that is raised while another stands goes on with it. The one that stands outlasts it, since a cut
 * that is raised first holds all the signs of the others.
 */
export function mergeWarnings(moves: readonly Warning[]): Warning[] {
  const merged: Warning[] = [];
  for (const move of moves) {
    const last = merged.at(-1);
    if (last === undefined || isOver(last.endedAt, move.raisedAt)) merged.push(move);
  }
  return merged;
}

/** By the day or moment on which they were raised; those of one in the order given. */
export function inTime(warnings: readonly Warning[]): Warning[] {
  return warnings
    .map((warning) => ({ warning, key: sortable(warning.raisedAt) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ warning }) => warning);
}

function isOver(endedAt: string | null, at: string): boolean {
  return endedAt !== null && sortable(endedAt) <= sortable(at);
}
