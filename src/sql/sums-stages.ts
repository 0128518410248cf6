import type { ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import { limitColumns } from "./limits.js";
import {
  absentOf,
  added,
  type Column,
  type Item,
  isUnknown,
  type Program,
  type Stage,
  ticksColumn,
} from "./program.js";

/** The sums of each group, the weights, and how far the limits hold the grade down. */
export function sumsStage(program: Program): Stage {
  const { items } = program;
  const refusing = items.filter(({ indicator }) => indicator.missing === "refuse");
  const columns = [
    ...placesOf(program).flatMap((place) => groupColumns(place, program)),
    { name: "known", sql: added(items.map(knownWeight)) },
    { name: "applicable", sql: added(items.map(applicableWeight)) },
    { name: "counted", sql: added(items.map((item) => (standsIn(item) ? applicableWeight(item) : knownWeight(item)))) },
    { name: "is_refused", sql: anyOf(refusing.map(isUnknown)) },
    ...limitColumns(program),
  ];
  return { name: "sums", columns };
}

/** The sums over the groups, each held to its cap; NULL where there is no bound. */
export function totalsStage(program: Program): Stage {
  const places = placesOf(program);
  const sumOf = (held: (column: string, cap: number) => string, of: string): string =>
    added(places.map((place) => held(`${of}_${String(place)}`, program.resolved.caps[place] ?? Infinity)));
  const columns = [
    { name: "earned", sql: sumOf(heldTo, "earned") },
    { name: "low_earned", sql: sumOf(heldTo, "low") },
    { name: "high_earned", sql: sumOf(heldEvenIfOpen, "high") },
  ];
  return { name: "totals", columns };
}

/** Points that stand in for an unknown fact, in ticks; `null` for none. */
export function standIn({ missing, worst, neutral }: ResolvedIndicator): number | null {
  if (missing === "worst") return worst;
  return missing === "neutral" ? neutral : null;
}

/** The ticks of a known fact, others for an unknown one, and `absent` where the question doesn't arise. */
export function ticksOr(item: Item, unknown: string, absent: string): string {
  const ticks = ticksColumn(item);
  if (item.source?.notApplicable === undefined || unknown === absent) return `coalesce(${ticks}, ${unknown})`;
  return `CASE WHEN ${absentOf(item)} THEN ${absent} ELSE coalesce(${ticks}, ${unknown}) END`;
}

/** The places of the groups that have indicators; last, that of the indicators without one. */
function placesOf({ items }: Program): number[] {
  return [...new Set(items.map(({ indicator }) => indicator.place))].sort((a, b) => a - b);
}

function groupColumns(place: number, { items, resolved }: Program): Column[] {
  const members = items.filter(({ indicator }) => indicator.place === place);
  const sumOf = (ticks: (indicator: ResolvedIndicator) => number): string =>
    added(members.map((item) => ticksOr(item, String(ticks(item.indicator)), "0")));
  const suffix = `_${String(place)}`;
  return [
    {
      name: `earned${suffix}`,
      sql: sumOf((indicator) => standIn(indicator) ?? 0),
      note: resolved.groups[place]?.id ?? "no group",
    },
    { name: `low${suffix}`, sql: bounded(members, sumOf, "least") },
    { name: `high${suffix}`, sql: bounded(members, sumOf, "most") },
  ];
}

/** A sum in which unknown facts stand at a bound; NULL where one has no bound. */
function bounded(
  members: readonly Item[],
  sumOf: (ticks: (indicator: ResolvedIndicator) => number) => string,
  bound: "least" | "most",
): string {
  const isOpen = ({ indicator }: Item): boolean => !Number.isFinite(indicator[bound].points);
  const open = members.filter(isOpen);
  const sum = sumOf((indicator) => (Number.isFinite(indicator[bound].points) ? indicator[bound].points : 0));
  return open.length === 0 ? sum : `CASE WHEN ${anyOf(open.map(isUnknown))} THEN NULL ELSE ${sum} END`;
}

function heldTo(column: string, cap: number): string {
  return Number.isFinite(cap) ? `CASE WHEN ${column} > ${String(cap)} THEN ${String(cap)} ELSE ${column} END` : column;
}

function heldEvenIfOpen(column: string, cap: number): string {
  return Number.isFinite(cap) ? `CASE WHEN ${column} <= ${String(cap)} THEN ${column} ELSE ${String(cap)} END` : column;
}

function standsIn({ indicator }: Item): boolean {
  return standIn(indicator) !== null;
}

function knownWeight(item: Item): string {
  return `CASE WHEN ${ticksColumn(item)} IS NULL THEN 0 ELSE ${String(item.indicator.full)} END`;
}

function applicableWeight(item: Item): string {
  const full = String(item.indicator.full);
  return item.source?.notApplicable === undefined ? full : `CASE WHEN ${absentOf(item)} THEN 0 ELSE ${full} END`;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? "FALSE" : conditions.map((condition) => `(${condition})`).join(" OR ");
}
