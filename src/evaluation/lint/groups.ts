import { exactly, printDecimal, sum } from "../../ground/numeral.js";
import { rational, tenTo } from "../../ground/rational.js";
import type { Scorecard } from "../definition/scorecard.js";
import type { Resolved } from "../resolved/resolve.js";
import type { Attainable } from "./attainable.js";
import { finding, type LintFinding } from "./finding.js";
import { hull, type TicksSet } from "./ticks-set.js";

/** Points as a decimal. */
export function pointsText(ticks: number, scale: number): string {
  return printDecimal(rational(BigInt(ticks), tenTo(scale)));
}

/** What is odd about one group. */
export function groupFindings(
  card: Scorecard,
  { groups }: Resolved,
  { earned }: Attainable,
  place: number,
): LintFinding[] {
  const { id, max } = groups[place] as Resolved["groups"][number];
  const members = Object.values(card.indicators).filter(({ group }) => group === id);
  if (members.length === 0) return [finding("group-empty", ["groups", id], { group: id })];
  if (max === Infinity) return [];
  const path = ["groups", id, "max"];
  const [least, most] = hull(earned[place] as TicksSet);
  const shown = pointsText(max, card.scale);
  if (most <= max) return [finding("group-max-never-binds", path, { max: shown, most: pointsText(most, card.scale) })];
  if (least >= max)
    return [finding("group-max-always-binds", path, { max: shown, least: pointsText(least, card.scale) })];
  const weight = printDecimal(sum(members.map((member) => exactly(member.weight))));
  return Number(weight) > Number(shown) ? [finding("group-max-below-weight", path, { max: shown, weight })] : [];
}
