import { exactly, exactQuantity, type Quantity } from "../../ground/numeral.js";
import type { Rational } from "../../ground/rational.js";
import type { Indicator } from "../definition/kinds.js";
import type { Scorecard } from "../definition/scorecard.js";
import { holds } from "../grade.js";
import type { ResolvedLimit } from "../resolved/limit.js";
import type { Resolved } from "../resolved/resolve.js";
import { type Standing, scorerOf } from "../standing.js";
import { addUnknown, newTally } from "../tally.js";
import { ascending, gridOf, gridText, landmarks, stepFor } from "./grid.js";
import { type Moves, nearest, topOf } from "./moves.js";
import { costOf, type Goal, type Reach } from "./read-goal.js";
import { stretchesOf, type Track } from "./stretch.js";

/** What an indicator counts for. */
export interface Count {
  /** Its points in ticks, before its group is held to its `max`. */
  readonly points: number;
  /** Its weight in ticks; 0 where it is left out. */
  readonly weight: number;
}

/** An answer that a choice or flag could be brought to. */
export interface Answer {
  readonly value: string | boolean;
  readonly points: number;
}

/** What one indicator can become. */
export interface Item {
  readonly standing: Standing;
  /** What it counts for as it is; `null` where it may not stay so. */
  readonly stay: Count | null;
  /** Other answers within reach; none for a number. */
  readonly answers: readonly Answer[];
  /** How a number can move; `null` for other kinds and for what may not be changed. */
  readonly moves: Moves | null;
  /** The limits that it trips as it is. */
  readonly bites: readonly ResolvedLimit[];
  /** The limits that are to be kept clear of. */
  readonly bars: readonly ResolvedLimit[];
}

/** What every indicator can become, clear of these limits as far as it can. */
export function itemsOf(
  card: Scorecard,
  { groups }: Resolved,
  standings: readonly Standing[],
  goal: Goal,
  limits: readonly ResolvedLimit[],
): Item[] {
  return standings.map((standing) => {
    const { id } = standing.indicator;
    const bars = limits.filter(({ when }) => when.indicator === id);
    const bites = bars.filter((limit) => isBitten(limit, standing));
    const stay = bites.length > 0 ? null : countOf(standing, groups.length);
    const isMovable = standing.status !== "not-applicable" && goal.actionable.has(id);
    const item = { standing, stay, bites, bars };
    if (!isMovable) return { ...item, answers: [], moves: null };
    const reach = goal.reach.get(id) ?? {};
    return { ...item, answers: answersOf(standing, reach, bars), moves: movesOf(card, standing, reach, bars) };
  });
}

function isBitten(limit: ResolvedLimit, { status, actual }: Standing): boolean {
  if (status === "not-applicable") return false;
  return status === "known" ? holds(limit, actual) : limit.isForUnknown;
}

/** What an indicator counts for as it is; `null` where it refuses a score. */
export function countOf({ indicator, status, points }: Standing, groups: number): Count | null {
  if (status === "known") return { points, weight: indicator.full };
  if (status === "not-applicable") return { points: 0, weight: 0 };
  const tally = newTally(groups);
  const standIn = addUnknown(tally, indicator);
  return tally.isRefused ? null : { points: standIn ?? 0, weight: tally.counted };
}

function answersOf({ indicator, actual, status }: Standing, reach: Reach, bars: readonly ResolvedLimit[]): Answer[] {
  return [...(indicator.answers ?? [])]
    .map(([value, { points }]) => ({ value, points }))
    .filter(({ value }) => !(status === "known" && value === actual))
    .filter(({ value }) => reach.options?.includes(value) ?? true)
    .filter(({ value }) => bars.every((limit) => !holds(limit, value)));
}

function movesOf(card: Scorecard, standing: Standing, reach: Reach, bars: readonly ResolvedLimit[]): Moves | null {
  const { indicator, actual, status } = standing;
  if (indicator.numeric === null) return null;
  const old = actual === null ? null : exactQuantity(actual as Quantity);
  const grid = gridOf(stepOf(card, standing, reach));
  const track: Track = { indicator, numeric: indicator.numeric, grid, score: scorerOf(indicator) };
  const marks = ascending([...landmarks(card, indicator.id), "0", "1", ...(actual === null ? [] : [String(actual)])]);
  const bounds = { least: boundOf(reach.least), most: boundOf(reach.most) };
  const stretches = stretchesOf(track, marks, bounds, (place) => {
    const isSame = status === "known" && old !== null && place * grid.step.n * old.d === old.n * grid.step.d;
    return !isSame && bars.every((limit) => !holds(limit, gridText(grid, place)));
  });
  return { track, stretches, old };
}

function boundOf(text: string | undefined): Rational | null {
  return text === undefined ? null : exactly(text);
}

function stepOf(card: Scorecard, { indicator, actual }: Standing, { step, least, most }: Reach): Rational {
  if (step !== undefined) return exactly(step);
  const marks = [...landmarks(card, indicator.id), ...(least === undefined ? [] : [least])];
  const given = most === undefined ? marks : [...marks, most];
  return stepFor(card.indicators[indicator.id] as Indicator, given, actual as Quantity | null);
}

/** Whether every change of an indicator costs the same. */
export function isFlatPrice({ moves }: Item, goal: Goal): boolean {
  return moves === null || moves.old === null || costOf(goal, moves.track.indicator.id).unit === "0";
}

/** The least points that the search would ever give an indicator. */
export function floorOf(item: Item, goal: Goal): number {
  const { stay, moves, answers, standing } = item;
  const changed = moves === null ? answers.map(({ points }) => points) : entries(moves, isFlatPrice(item, goal));
  if (stay === null) return Math.min(...changed);
  return standing.status === "known" ? stay.points : Math.min(stay.points, ...changed);
}

function entries(moves: Moves, isFlat: boolean): number[] {
  if (!isFlat) return nearest(moves);
  return moves.stretches.length === 0 ? [] : [topOf(moves)];
}

/** Whether an indicator can neither stay as it is nor be changed. */
export function isBlocked({ stay, answers, moves }: Item): boolean {
  return stay === null && answers.length === 0 && (moves === null || moves.stretches.length === 0);
}
