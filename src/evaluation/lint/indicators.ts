import { exactly } from "../../ground/numeral.js";
import { compare, minus, ONE, times } from "../../ground/rational.js";
import type { Indicator, KnotOf } from "../definition/kinds.js";
import { finding, type LintFinding } from "./finding.js";
import { hull, type TicksSet } from "./ticks-set.js";

/** The one share that every value earns; `null` where values earn different ones. */
export function onlyShare(indicator: Indicator): string | null {
  switch (indicator.kind) {
    case "ratio":
      return indicator.cap !== undefined && indicator.cap === indicator.floor ? indicator.cap : null;
    case "interpolate":
      return sameOf(indicator.knots.map(({ share }) => share));
    case "bands":
      return sameOf(indicator.bands.map(({ share }) => share));
    case "choice":
      return sameOf(Object.values(indicator.options));
    default:
      return null;
  }
}

function sameOf(shares: readonly string[]): string | null {
  const [first = null] = shares;
  return shares.every((share) => share === first) ? first : null;
}

/** What is odd about the parts of one indicator whose values earn different shares. */
export function partFindings(id: string, indicator: Indicator, points: TicksSet): LintFinding[] {
  return [...roundedAway(id, indicator, points), ...ownFindings(id, indicator)];
}

function roundedAway(id: string, indicator: Indicator, points: TicksSet): LintFinding[] {
  const [least, most] = hull(points);
  if (least !== most) return [];
  return [finding("points-rounded-away", ["indicators", id, "weight"], { weight: indicator.weight })];
}

function ownFindings(id: string, indicator: Indicator): LintFinding[] {
  const path = ["indicators", id];
  if (indicator.kind === "ratio") return ratioFindings(path, indicator);
  if (indicator.kind === "interpolate") return knotFindings(path, indicator);
  return indicator.kind === "bands" ? bandFindings(path, indicator) : [];
}

function ratioFindings(path: readonly string[], { cap, floor }: Extract<Indicator, { kind: "ratio" }>): LintFinding[] {
  const findings: LintFinding[] = [];
  if (cap === undefined) findings.push(finding("no-cap", path, {}));
  else if (compare(exactly(cap), ONE) < 0) findings.push(finding("cap-below-standard", [...path, "cap"], { cap }));
  if (floor !== undefined && compare(exactly(floor), ONE) >= 0) {
    findings.push(finding("floor-above-standard", [...path, "floor"], { floor }));
  }
  return findings;
}

function bandFindings(path: readonly string[], { bands }: Extract<Indicator, { kind: "bands" }>): LintFinding[] {
  return bands.flatMap(({ from, share }, index) => {
    if (from === null || share !== bands[index - 1]?.share) return [];
    return [finding("same-share-band", [...path, "bands", index], { from, share })];
  });
}

type Knots = Extract<Indicator, { kind: "interpolate" }>;

function knotFindings(path: readonly string[], { knots, beyond }: Knots): LintFinding[] {
  return knots.flatMap((knot, index) => {
    const [before, after] = [knots[index - 1], knots[index + 1]];
    const isOuter = before === undefined || after === undefined;
    const isIdle = isOuter
      ? beyond !== "extend" && knot.share === (before ?? after)?.share
      : isOnLine(before, knot, after);
    return isIdle ? [finding("idle-knot", [...path, "knots", index], { at: knot.at })] : [];
  });
}

function isOnLine(before: KnotOf<string>, knot: KnotOf<string>, after: KnotOf<string>): boolean {
  const rise = (from: KnotOf<string>, to: KnotOf<string>) => minus(exactly(to.share), exactly(from.share));
  const run = (from: KnotOf<string>, to: KnotOf<string>) => minus(exactly(to.at), exactly(from.at));
  return compare(times(rise(before, knot), run(knot, after)), times(rise(knot, after), run(before, knot))) === 0;
}
