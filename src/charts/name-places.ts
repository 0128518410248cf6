import { HEIGHT, WIDTH } from "./chart.js";

/** A point of a scatter and the name that may stand beside it. */
export interface Point {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** On which side of its point a name stands. */
export type NameSide = "left" | "right";

/** The longest that a name beside a point may get, in pixels. */
export const NAME_LIMIT = 160;
/** So many of the first points have their names beside them; more would cover each other. */
const NAMED = 10;
/** Between a point and its name, in pixels. */
const GAP = 8;
const LINE = 13;
const LATIN = 6.5;
const WIDE = 11;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Gives each of the first points the side on which its name stays inside the picture and covers no earlier one; `null` where neither does. */
export function sidesOf(points: readonly Point[], domain: readonly [number, number]): (NameSide | null)[] {
  const ys = points.map(({ y }) => y);
  const low = ys.reduce((a, b) => Math.min(a, b), 0);
  const high = ys.reduce((a, b) => Math.max(a, b), 0);
  const taken: Box[] = [];
  return points.map((point, index) => {
    if (index >= NAMED) return null;
    const x = fraction(point.x, domain[0], domain[1]) * WIDTH;
    const y = fraction(point.y, low, high) * HEIGHT;
    return sideOf(x, y, Math.min(widthOf(point.name), NAME_LIMIT), taken);
  });
}

function sideOf(x: number, y: number, width: number, taken: Box[]): NameSide | null {
  const boxes = {
    right: { left: x + GAP, right: x + GAP + width, y },
    left: { left: x - GAP - width, right: x - GAP, y },
  };
  const side = (["right", "left"] as const).find(
    (one) => boxes[one].left >= 0 && boxes[one].right <= WIDTH && !taken.some((other) => covers(boxes[one], other)),
  );
  if (side !== undefined) taken.push(boxes[side]);
  return side ?? null;
}

function covers(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < LINE;
}

function fraction(value: number, low: number, high: number): number {
  return high > low ? (value - low) / (high - low) : 0;
}

/** About how wide a name is drawn at Vega's size of letters: Chinese characters are as wide as they are high. */
function widthOf(name: string): number {
  return Array.from(name).reduce((sum, character) => sum + (character > "\u2e80" ? WIDE : LATIN), 0);
}
