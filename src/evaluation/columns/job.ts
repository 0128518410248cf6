import type { FactIssue } from "../../ground/issue.js";
import type { PointColumn } from "./column-scores.js";
import type { Cells, Run, Ticks } from "./kernels/run.js";
import type { Plan } from "./plan.js";
import type { ReadColumn } from "./read-columns.js";
import { pointColumn, ticksArray } from "./ticks-array.js";

/** Rows that are scored together: few enough for all that is written about them to stay in the processor's cache. */
export const CHUNK = 2048;

/** What becomes of a row's fact, where limits ask. */
export const STATUS = { known: 0, unknown: 1, notApplicable: 2 } as const;

/** Cells that had an issue, of one indicator and code. */
interface Faults {
  count: number;
  readonly firstRow: number;
}

/** The cells of an indicator's current chunk: the host's own array, or a copy with the masks applied. */
export interface View {
  readonly cells: Cells;
  readonly copy: boolean;
}

/** What the rows of the current chunk lack, in ticks of weight; all zero where nothing is missing. */
export interface Gaps {
  /** Whether any row of the chunk lacks a fact. */
  any: boolean;
  readonly unknown: Float64Array;
  /** Unknown weight that isn't counted by a policy. */
  readonly excluded: Float64Array;
  readonly notApplicable: Float64Array;
  /** 1 where an unknown fact refuses a score. */
  readonly refused: Uint8Array;
  /** How much more than what was counted each part could have earned, at least and at most; none unless asked for. */
  readonly low: readonly Float64Array[];
  readonly high: readonly Float64Array[];
  /** For indicators that limits ask for: what became of their facts. */
  readonly statuses: readonly (Uint8Array | null)[];
}

/** All that one call works on. Nothing of it outlives the call or is shared with another. */
export interface Job {
  readonly plan: Plan;
  readonly columns: readonly (ReadColumn | null)[];
  readonly rows: number;
  readonly run: Run;
  /** For each indicator its cells, masks applied, and where the chunk begins in them. */
  readonly views: readonly View[];
  readonly gaps: Gaps;
  /** The points of each indicator in the chunk. */
  readonly ticks: readonly Ticks[];
  /** The points of each indicator in all rows, if they are to be returned. */
  readonly points: readonly PointColumn[] | null;
  /** Cells whose points don't count, place × CHUNK + row of the chunk; noted only if points are returned. */
  readonly blanks: number[];
  readonly faults: readonly Map<FactIssue["code"], Faults>[];
  /** The first row of the chunk. */
  start: number;
}

/** What a call is to return. */
export interface Wanted {
  readonly explain: boolean;
  readonly interval: boolean;
}

/** Room for one call. */
export function newJob(
  plan: Plan,
  columns: readonly (ReadColumn | null)[],
  rows: number,
  { explain, interval }: Wanted,
): Job {
  const { indicators, parts, limits } = plan;
  const size = Math.min(CHUNK, rows);
  const perPart = (): Float64Array[] => (interval ? parts.map(() => new Float64Array(size)) : []);
  return {
    plan,
    columns,
    rows,
    run: {
      cells: new Float64Array(0),
      at: 0,
      ticks: new Int32Array(0),
      count: 0,
      undecided: new Int32Array(size),
      places: new Int32Array(size),
    },
    views: columns.map((column) => viewOf(column, size)),
    gaps: {
      any: false,
      unknown: new Float64Array(size),
      excluded: new Float64Array(size),
      notApplicable: new Float64Array(size),
      refused: new Uint8Array(size),
      low: perPart(),
      high: perPart(),
      statuses: indicators.map((_, place) =>
        limits.some(({ indicator }) => indicator === place) ? new Uint8Array(size) : null,
      ),
    },
    ticks: indicators.map(({ indicator }) => ticksArray(indicator, size)),
    points: explain ? indicators.map(({ indicator }) => pointColumn(indicator, rows)) : null,
    blanks: [],
    faults: indicators.map(() => new Map()),
    start: 0,
  };
}

function viewOf(column: ReadColumn | null, size: number): View {
  if (column === null) return { cells: new Float64Array(size), copy: true };
  const { cells, nulls, notApplicable } = column;
  if (nulls === null && notApplicable === null) return { cells, copy: false };
  return { cells: cells instanceof Float64Array ? new Float64Array(size) : new Uint16Array(size), copy: true };
}

/** Forgets the gaps of the chunk before. */
export function clearGaps({ gaps, blanks }: Job): void {
  blanks.length = 0;
  if (!gaps.any) return;
  gaps.any = false;
  for (const list of [gaps.unknown, gaps.excluded, gaps.notApplicable, gaps.refused, ...gaps.low, ...gaps.high])
    list.fill(0);
  for (const list of gaps.statuses) list?.fill(STATUS.known);
}
