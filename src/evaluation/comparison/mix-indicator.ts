import { canonicalJson, type Json } from "../../ground/json.js";
import type { Indicator } from "../definition/kinds.js";
import { reweighed } from "../definition/weight.js";

/** The two scorecards' definitions of one indicator, with their scales. */
export interface Defined {
  readonly indicators: readonly [Indicator, Indicator];
  readonly scales: readonly [number, number];
}

/** Whether the definitions differ by weight and policy at most: a standard score's bounds go with its weight, as `reweigh` takes them. */
export function isSameDefinition(defined: Defined): boolean {
  const [before, after] = defined.indicators;
  return coreOf(before) === coreOf(after) && (before.kind !== "standard-score" || boundsGoAlong(defined));
}

/** The one definition with the other's weight. */
export function mixIndicator(defined: Defined, definition: 0 | 1): Indicator {
  const own = defined.indicators[definition];
  const weigher = defined.indicators[definition === 0 ? 1 : 0];
  if (own.weight === weigher.weight) return own;
  if (own.kind === "standard-score" && weigher.kind === "standard-score" && boundsGoAlong(defined))
    return { ...own, weight: weigher.weight, max: weigher.max, min: weigher.min };
  return withWeight(own, weigher.weight, defined.scales[definition]);
}

/** Of two standard scores: whether one side's bounds come of the other's when the weight changes, in whichever direction they were rounded. */
function boundsGoAlong({ indicators: [before, after], scales }: Defined): boolean {
  return (
    boundsOf(withWeight(before, after.weight, scales[1])) === boundsOf(after) ||
    boundsOf(withWeight(after, before.weight, scales[0])) === boundsOf(before)
  );
}

function withWeight(indicator: Indicator, weight: string, scale: number): Indicator {
  return reweighed({ indicator }, { indicator: weight }, scale)["indicator"] as Indicator;
}

function boundsOf(indicator: Indicator): string {
  const { min, max } = indicator as Extract<Indicator, { kind: "standard-score" }>;
  return `${min} ${max}`;
}

function coreOf(indicator: Indicator): string {
  const { weight: _, missing: __, ...definition } = indicator;
  if (definition.kind !== "standard-score") return canonicalJson(definition as unknown as Json);
  const { min: ___, max: ____, ...core } = definition;
  return canonicalJson(core as unknown as Json);
}
