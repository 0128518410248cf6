import type { Condition, Scorecard } from "../definition/scorecard.js";
import type { ResolvedLimit } from "../resolved/limit.js";
import type { Resolved } from "../resolved/resolve.js";
import { finding, type LintFinding, type LintFindingCode } from "./finding.js";
import { type Axis, axisOf, type Span, spanOf } from "./limit-span.js";

/** What the limits of one indicator do. */
export interface LimitReview {
  readonly indicator: string;
  /** By limit that is useless or too strong, what it is. */
  readonly faults: ReadonlyMap<number, LintFindingCode>;
  /** The place of the best grade that some value of the indicator leaves open. */
  readonly best: number;
  /** Whether one limit alone holds every value. */
  readonly hasConstant: boolean;
}

interface Placed {
  readonly limit: ResolvedLimit;
  readonly span: Span;
}

/** Reviews the limits, indicator by indicator. */
export function reviewLimits(card: Scorecard, { limits, indicators }: Resolved): LimitReview[] {
  return indicators.flatMap(({ id, missing }) => {
    const own = limits.filter(({ when }) => when.indicator === id);
    return own.length === 0 ? [] : [reviewIndicator(card, id, own, missing === "refuse")];
  });
}

function reviewIndicator(
  card: Scorecard,
  id: string,
  limits: readonly ResolvedLimit[],
  isRefused: boolean,
): LimitReview {
  const axis = axisOf(
    card.indicators[id] as Axis["indicator"],
    limits.map(({ when }): Condition => when),
  );
  const [known, unknown] = [placedOn(axis, limits), limits.filter(({ isForUnknown }) => isForUnknown).map(onUnknown)];
  const faults = new Map<number, LintFindingCode>();
  const constants = known.filter((one) => isBiting(one) && isAll(axis, one.span));
  const biting = known.filter(isBiting);
  const asking = isRefused ? [] : unknown.filter(isBiting);
  for (const { limit, span } of known) if (!isBiting({ limit, span })) faults.set(limit.index, idleCode(span));
  for (const one of unknown) if (!asking.includes(one)) faults.set(one.limit.index, "limit-without-effect");
  for (const index of [...redundant(biting, axis.domain[1]), ...redundant(asking, 0)])
    faults.set(index, "limit-redundant");
  for (const { limit } of constants) faults.set(limit.index, "limit-always-bites");
  return { indicator: id, faults, best: bestLeft(biting, axis.domain), hasConstant: constants.length > 0 };
}

function placedOn(axis: Axis, limits: readonly ResolvedLimit[]): Placed[] {
  return limits.filter(({ isForUnknown }) => !isForUnknown).map((limit) => ({ limit, span: spanOf(axis, limit.when) }));
}

/** All that ask for the unknown stand on one place of their own. */
function onUnknown(limit: ResolvedLimit): Placed {
  return { limit, span: [0, 0] };
}

function isBiting({ limit, span }: Placed): boolean {
  return span[0] <= span[1] && limit.place > 0;
}

function idleCode(span: Span): LintFindingCode {
  return span[0] > span[1] ? "limit-never-bites" : "limit-without-effect";
}

function isAll({ domain }: Axis, span: Span): boolean {
  return span[0] === domain[0] && span[1] === domain[1];
}

/** The limits that could go, one after the other from the last, without a change of any grade. */
function redundant(placed: readonly Placed[], last: number): number[] {
  const kept = new Set([...placed].sort((a, b) => a.limit.index - b.limit.index));
  for (const one of [...kept].reverse()) {
    const stricter = [...kept].filter((other) => other !== one && other.limit.place >= one.limit.place);
    if (covers(stricter, one.span, last)) kept.delete(one);
  }
  return placed.filter((one) => !kept.has(one)).map(({ limit }) => limit.index);
}

function covers(placed: readonly Placed[], [first, end]: Span, last: number): boolean {
  const steps = new Array<number>(last + 2).fill(0);
  for (const { span } of placed) {
    steps[span[0]] = (steps[span[0]] as number) + 1;
    steps[span[1] + 1] = (steps[span[1] + 1] as number) - 1;
  }
  let depth = 0;
  for (let place = 0; place <= end; place += 1) {
    depth += steps[place] as number;
    if (place >= first && depth === 0) return false;
  }
  return true;
}

function bestLeft(placed: readonly Placed[], [first, last]: Span): number {
  let best = Infinity;
  for (let place = first; place <= last; place += 1) {
    const held = placed.filter(({ span }) => span[0] <= place && place <= span[1]);
    best = Math.min(
      best,
      held.reduce((worst, { limit }) => Math.max(worst, limit.place), 0),
    );
  }
  return best;
}

/** The findings about limits, in their order. */
export function limitFindings({ limits }: Resolved, reviews: readonly LimitReview[]): LintFinding[] {
  const faults = new Map(reviews.flatMap((review) => [...review.faults]));
  return limits.flatMap(({ index, when, grade }) => {
    const code = faults.get(index);
    const details = { indicator: when.indicator, grade };
    if (code === undefined) return [];
    return [finding(code, ["limits", index], code === "limit-never-bites" ? { indicator: when.indicator } : details)];
  });
}
