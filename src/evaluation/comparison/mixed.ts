import type { ResolvedIndicator } from "../resolved/indicator.js";
import type { CardPair, Which } from "./card-pair.js";
import type { ChangeCode } from "./comparison.js";
import { factChange, isSameValue } from "./facts.js";
import type { Cell } from "./game.js";
import { NOTHING, type Plan, placeIn, storedCell, whichOf } from "./plan.js";
import { countedPoints, type Rescored, rescore } from "./rescore.js";
import type { SideRow } from "./side.js";

/** An indicator under two scorecards. */
interface Mixed {
  readonly plan: Plan;
  readonly pair: CardPair;
  readonly id: string;
  readonly rows: readonly [SideRow | undefined, SideRow | undefined];
}

/** An indicator with its cause, or `null` where its fact is none. */
export interface Judged {
  readonly code: ChangeCode | null;
  readonly cells: readonly Cell[];
}

/** What an indicator brings into each mixture of facts, weights, definition and missing policy of two scorecards. */
export function judgeMixed(plan: Plan, pair: CardPair, id: string): Judged {
  const rows = [plan.sides[0].rows.get(id), plan.sides[1].rows.get(id)] as const;
  const mixed: Mixed = { plan, pair, id, rows };
  const code = plan.isSameFacts ? null : changeOf(mixed);
  const cells = Array.from({ length: 1 << (plan.causes.length + 1) }, (_, mixture) =>
    cellOf(mixed, mixture, code !== null),
  );
  return { code, cells };
}

/** What became of the fact, whichever scorecard reads it. */
function changeOf(mixed: Mixed): ChangeCode | null {
  const [before, after] = mixed.rows;
  if (before === undefined || after === undefined) return null;
  const statuses = ([0, 1] as const).map((by) => [readBy(mixed, 0, by, by).status, readBy(mixed, 1, by, by).status]);
  const isMoved = statuses.some(([early, late]) => early !== late);
  if (!isMoved) return isSameValue(before.row, after.row) ? null : "fact-changed";
  return factChange(before.row.status, after.row.status);
}

/** A side's fact as an indicator reads it that is defined by one scorecard and weighed by another. */
function readBy({ plan, pair, id, rows }: Mixed, fact: Which, weightOf: Which, definitionOf: Which): Rescored {
  const { row, points } = rows[fact] as SideRow;
  const isOwn =
    (weightOf === fact || !plan.causes.includes("weights")) &&
    (definitionOf === fact || !plan.causes.includes("definition"));
  const indicator = isOwn ? undefined : pair.indicator(id, weightOf, definitionOf);
  if (indicator === undefined) return { status: row.status, points: row.status === "known" ? Number(points) : null };
  return rescore(plan.sides[fact].evaluation, id, row, indicator);
}

function cellOf(mixed: Mixed, mixture: number, isChanged: boolean): Cell {
  const { plan, rows } = mixed;
  const flags = Math.floor(mixture / 2);
  const all = (1 << plan.causes.length) - 1;
  const definitionOf = whichOf(flags, plan.causes.indexOf("definition"));
  const fact = isChanged ? whichOf(mixture, 0) : rows[definitionOf] === undefined ? null : definitionOf;
  if (fact === null) return NOTHING;
  if (flags === all && (!isChanged || fact === 1)) return storedCell(plan, 1, rows[1]);
  if (flags === 0 && (!isChanged || fact === 0)) return storedCell(plan, 0, rows[0]);
  return mixedCell(mixed, fact, flags, definitionOf);
}

function mixedCell(mixed: Mixed, fact: Which, flags: number, definitionOf: Which): Cell {
  const { plan, pair, id } = mixed;
  const [weightOf, policyOf] = [
    whichOf(flags, plan.causes.indexOf("weights")),
    whichOf(flags, plan.causes.indexOf("missing-policy")),
  ];
  const indicator = pair.indicator(id, weightOf, definitionOf);
  if (indicator === undefined) return NOTHING;
  const missing = pair.missing(id, policyOf);
  const read = readBy(mixed, fact, weightOf, definitionOf);
  const points = countedPoints(read, indicator, missing);
  const isOut = read.status === "known" || read.status === "not-applicable";
  return {
    place: placeIn(plan.places, indicator.groupId),
    points: points === null ? 0n : BigInt(points) * plan.units[definitionOf],
    weight: points === null ? 0n : weightIn(mixed, indicator, weightOf, definitionOf),
    isRefused: !isOut && missing === "refuse",
  };
}

/** The weight by its own scorecard, whose scale shows it in full. */
function weightIn({ plan, pair, id }: Mixed, mixed: ResolvedIndicator, weightOf: Which, definitionOf: Which): bigint {
  const own = pair.indicator(id, weightOf, weightOf);
  return own === undefined ? BigInt(mixed.full) * plan.units[definitionOf] : BigInt(own.full) * plan.units[weightOf];
}
