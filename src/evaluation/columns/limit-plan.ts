import type { ResolvedIndicator } from "../resolved/indicator.js";
import type { ResolvedLimit } from "../resolved/limit.js";
import { cutAbove, cutAt } from "./cut.js";

/** A knock-out prepared for columns. */
export interface LimitPlan {
  /** The place of its indicator, and of its grade. */
  readonly indicator: number;
  readonly place: number;
  readonly isForUnknown: boolean;
  /** It bites on known values, or codes, from `from` up to, and without, `to`. */
  readonly from: number;
  readonly to: number;
}

/** Prepares a knock-out; `answers` are the facts that the codes of each indicator stand for. */
export function limitPlan(
  limit: ResolvedLimit,
  indicators: readonly ResolvedIndicator[],
  answers: readonly (readonly (string | boolean)[])[],
): LimitPlan {
  const indicator = indicators.findIndex(({ id }) => id === limit.when.indicator);
  const range = limit.is === null ? rangeOf(limit) : codeRange((answers[indicator] ?? []).indexOf(limit.is));
  return { indicator, place: limit.place, isForUnknown: limit.isForUnknown, ...range };
}

type Range = Pick<LimitPlan, "from" | "to">;

function codeRange(code: number): Range {
  return { from: code, to: code + 1 };
}

function rangeOf({ bounds }: ResolvedLimit): Range {
  const range = { from: -Infinity, to: Infinity };
  for (const { at, holds } of bounds) {
    if (!holds(-1)) range.from = Math.max(range.from, holds(0) ? cutAt(at) : cutAbove(at));
    if (!holds(1)) range.to = Math.min(range.to, holds(0) ? cutAbove(at) : cutAt(at));
  }
  return range;
}
