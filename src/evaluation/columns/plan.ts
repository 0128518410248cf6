import type { Line } from "../exact/line.js";
import { roundLine } from "../exact/line.js";
import type { Curve, Piece } from "../resolved/curve.js";
import type { Earned, NumericPart, ResolvedIndicator } from "../resolved/indicator.js";
import type { Resolved } from "../resolved/resolve.js";
import { cutAbove, cutAt } from "./cut.js";
import { type Filter, filterOf } from "./filter.js";
import { type LimitPlan, limitPlan } from "./limit-plan.js";

/** Which kernel scores an indicator. */
export const KERNEL = { line: 0, reciprocal: 1, relative: 2, ranged: 3, pieces: 4, bands: 5, codes: 6 } as const;

/** An indicator prepared for columns. Every indicator has every field, whatever its kernel. */
export interface IndicatorPlan {
  readonly indicator: ResolvedIndicator;
  readonly kernel: number;
  readonly isReciprocal: boolean;
  /** The points as a function of the value, or of the rounded ratio where there is one. */
  readonly line: Line;
  readonly filter: Filter;
  /** The ratio that is rounded first, in ticks, and how many of them are one; the filter of that rounding. */
  readonly relative: Line;
  readonly relativeUnit: number;
  readonly relativeFilter: Filter;
  /** Values from `from` up to, and without, `to` are in range; for reciprocals those above zero. */
  readonly from: number;
  readonly to: number;
  /** Where the pieces above the first start; filled up with +Infinity to a multiple of four. */
  readonly starts: Float64Array;
  readonly pieces: readonly Piece[];
  readonly slopes: Float64Array;
  readonly offsets: Float64Array;
  /** P, Q and R of each piece's line. */
  readonly ps: Float64Array;
  readonly qs: Float64Array;
  readonly rs: Float64Array;
  /** What each band, option or answer earns, in ticks. */
  readonly ticks: Float64Array;
  /** The facts that the codes of a choice or flag stand for; none for other kinds. */
  readonly answers: readonly (string | boolean)[];
}

/** Indicators of one capped group, or all those without a cap, as places in the list of indicators. */
export interface Part {
  readonly members: readonly number[];
  readonly cap: number;
}

/** A scorecard prepared for columns. */
export interface Plan {
  readonly resolved: Resolved;
  readonly indicators: readonly IndicatorPlan[];
  /** First the indicators without a cap, then the capped groups. */
  readonly parts: readonly [Part, ...Part[]];
  /** For each indicator the place of its part. */
  readonly partOf: readonly number[];
  readonly limits: readonly LimitPlan[];
  /** For each grade but the last, the ticks below which it isn't earned; filled up with −Infinity to a multiple of four. */
  readonly steps: Float64Array;
}

const cache = new WeakMap<Resolved, Plan>();

/** The plan of a scorecard, made once. */
export function planOf(resolved: Resolved): Plan {
  const known = cache.get(resolved);
  if (known !== undefined) return known;
  const plan = makePlan(resolved);
  cache.set(resolved, plan);
  return plan;
}

function makePlan(resolved: Resolved): Plan {
  const { indicators, caps } = resolved;
  const capOf = (place: number): number => caps[(indicators[place] as ResolvedIndicator).place] as number;
  const places = indicators.map((_, place) => place);
  const free = { members: places.filter((place) => capOf(place) === Infinity), cap: Infinity };
  const capped = caps.flatMap((cap, group) => {
    const members = places.filter((place) => (indicators[place] as ResolvedIndicator).place === group);
    return cap === Infinity || members.length === 0 ? [] : [{ members, cap }];
  });
  const parts: readonly [Part, ...Part[]] = [free, ...capped];
  const plans = indicators.map(indicatorPlan);
  const answers = plans.map((plan) => plan.answers);
  return {
    resolved,
    indicators: plans,
    parts,
    partOf: places.map((place) => parts.findIndex(({ members }) => members.includes(place))),
    limits: resolved.limits.map((limit) => limitPlan(limit, indicators, answers)),
    steps: inFours(
      resolved.grades.slice(0, -1).map(({ from }) => from),
      -Infinity,
    ),
  };
}

/** The numbers, filled up to a multiple of four, at least four. */
function inFours(values: readonly number[], filler: number): Float64Array {
  return filled(values, Math.max(Math.ceil(values.length / 4), 1) * 4, filler);
}

function filled(values: readonly number[], length: number, filler: number): Float64Array {
  const list = new Float64Array(length).fill(filler);
  list.set(values);
  return list;
}

const NO_LINE: Line = {
  reciprocal: false,
  slope: 0,
  offset: 0,
  p: NaN,
  q: 0,
  r: 1,
  bigP: 0n,
  bigQ: 0n,
  bigR: 1n,
};
const NO_CURVE: Curve = { starts: [], pieces: [{ points: NO_LINE, share: NO_LINE }] };

function indicatorPlan(indicator: ResolvedIndicator): IndicatorPlan {
  const { numeric, answers, least, most } = indicator;
  const { starts, pieces } = numeric?.curve ?? NO_CURVE;
  const lines = pieces.map(({ points }) => points);
  const relative = numeric?.relative ?? NO_LINE;
  const coded = codedAnswers(indicator);
  const earned = answers === null ? [] : coded.map((answer) => pointsOf(answers, answer));
  const cuts = inFours(starts.map(cutAt), Infinity);
  const forPlaces = (values: readonly number[]): Float64Array => filled(values, cuts.length + 1, 0);
  return {
    indicator,
    kernel: kernelOf(indicator),
    isReciprocal: numeric?.isReciprocal === true,
    line: lines[0] as Line,
    filter: filterOf(lines, least.points, most.points),
    relative,
    relativeUnit: numeric?.relativeUnit ?? 1,
    relativeFilter: filterOf([relative], -Infinity, Infinity),
    ...rangeOf(numeric),
    starts: cuts,
    pieces,
    slopes: forPlaces(lines.map(({ slope }) => slope)),
    offsets: forPlaces(lines.map(({ offset }) => offset)),
    ps: forPlaces(lines.map(({ p }) => p)),
    qs: forPlaces(lines.map(({ q }) => q)),
    rs: forPlaces(lines.map(({ r }) => r)),
    ticks: indicator.kind === "bands" ? forPlaces(bandTicks(lines, least, most)) : Float64Array.from(earned),
    answers: coded,
  };
}

function kernelOf({ kind, numeric, answers }: ResolvedIndicator): number {
  if (answers !== null) return KERNEL.codes;
  if (kind === "bands") return KERNEL.bands;
  if (kind === "interpolate") return KERNEL.pieces;
  if (kind === "rating" || kind === "share") return KERNEL.ranged;
  if (numeric?.relative != null) return KERNEL.relative;
  return numeric?.isReciprocal === true ? KERNEL.reciprocal : KERNEL.line;
}

function pointsOf(answers: ReadonlyMap<string | boolean, Earned>, answer: string | boolean): number {
  return (answers.get(answer) as Earned).points;
}

function bandTicks(lines: readonly Line[], least: Earned, most: Earned): number[] {
  return lines.map((line) => Math.min(Math.max(roundLine(line, 0, null), least.points), most.points));
}

function rangeOf(numeric: NumericPart | null): { readonly from: number; readonly to: number } {
  const [min, max] = [numeric?.min ?? null, numeric?.max ?? null];
  const least = numeric?.isReciprocal === true ? Number.MIN_VALUE : -Infinity;
  return { from: min === null ? least : cutAt(min), to: max === null ? Infinity : cutAbove(max) };
}

/** Codes count a choice's options in the order of the definition; a flag's answers are 0 and 1. */
function codedAnswers({ kind, answers }: ResolvedIndicator): (string | boolean)[] {
  return kind === "flag" ? [false, true] : [...(answers ?? new Map<string, Earned>()).keys()];
}
