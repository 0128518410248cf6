import type { SeenSignal } from "../filter/state.js";
import { periodOf } from "../model/period.js";
import type { ResolvedModel, ResolvedSignal } from "../model/resolve-model.js";

/** Whether what was last seen of a signal can have been seen so: within its period, levels of the signal in the model's order, each once at least, and the one that counted their median. */
export function isSeen(
  { at, period, level, seen }: SeenSignal,
  { places }: ResolvedSignal,
  resolved: ResolvedModel,
): boolean {
  if (periodOf(at, resolved.model.period) !== periodOf(period, resolved.model.period)) return false;
  const known = seen.flatMap((one) => places.get(one.level) ?? []);
  const isInOrder = known.every((place, index) => index === 0 || place > (known[index - 1] as number));
  if (known.length < seen.length || !isInOrder) return false;
  return level === medianOf(seen);
}

/** The level in the middle, of an even number of views the one before it; `undefined` where there are none. */
function medianOf(seen: SeenSignal["seen"]): string | undefined {
  const all = seen.reduce((sum, { times }) => sum + times, 0);
  let upTo = 0;
  for (const { level, times } of seen) {
    upTo += times;
    if (upTo * 2 >= all) return level;
  }
  return undefined;
}
