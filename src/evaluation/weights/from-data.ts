import type { ArgumentIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { printDecimal } from "../../ground/numeral.js";
import { rational } from "../../ground/rational.js";
import { oneOf, optional, table as recordOf } from "../definition/shape.js";
import { budgetOf, budgetShapes } from "./budget.js";
import { type CriticFigures, critic } from "./data/critic.js";
import { type EntropyFigures, entropy } from "./data/entropy.js";
import { MISSING_ROWS, type MissingRows, MOST_IDS, readTable } from "./data/read-table.js";
import {
  BETTER_DIRECTIONS,
  type BetterDirection,
  type Column,
  type DataColumns,
  type DataRows,
  isConstant,
  rangeOf,
  type Table,
} from "./data/table.js";
import { idList, plain, plainOf, readOptions, throwFound, wanted } from "./read-arguments.js";
import { tableOf, weigh } from "./weigh.js";
import type { Weighting, WeightingNote, WeightingOptions } from "./weighting.js";

/** The ways to read weights out of data. */
export const DATA_METHODS = ["entropy", "critic"] as const;
/** A way to read weights out of data. */
export type DataMethod = (typeof DATA_METHODS)[number];

/** How the entropy method makes parts of values. */
export const ENTROPY_SCALINGS = ["sum", "min-max"] as const;
/** How the entropy method makes parts of values: each ÷ the sum, or each scaled to 0 … 1 first, which also takes negative ones. */
export type EntropyScaling = (typeof ENTROPY_SCALINGS)[number];

/** What {@link weightsFromData} takes besides the data. */
export interface DataOptions<K extends string = string> extends WeightingOptions {
  /** `"entropy"` unless told. */
  readonly method?: DataMethod | undefined;
  /** The columns to weigh, in the order of the result; all unless told. */
  readonly ids?: readonly K[] | undefined;
  /** Which values are better, column by column; `"higher"` unless told. Entropy by `"sum"` doesn't ask. */
  readonly better?: { readonly [P in NoInfer<K>]?: BetterDirection | undefined } | undefined;
  /** Of entropy; `"sum"` unless told. CRITIC always scales to 0 … 1. */
  readonly scaling?: EntropyScaling | undefined;
  /** What becomes of a row with an unknown value; `"leave-out"` unless told. */
  readonly missing?: MissingRows | undefined;
}

/** Weights from data. */
export interface DataWeighting<K extends string = string> extends Weighting<K> {
  readonly method: DataMethod;
  /** How many rows counted, and how many had an unknown value. */
  readonly rows: { readonly used: number; readonly leftOut: number };
  /** What the method saw, by column: entropy and divergence, or deviation, conflict and information. */
  readonly figures: { readonly [P in K]: EntropyFigures | CriticFigures };
}

const MOST_CELLS = 200_000;

/**
 * Weights from how a portfolio's own figures are spread (C3.1): what tells clients apart weighs more. They say nothing of importance; look at them
 * beside the weights that people chose.
 *
 * - `entropy`: in proportion to 1 − E, E being Shannon's entropy of the column's parts ÷ ln rows (Hwang & Yoon 1981).
 * - `critic`: standard deviation × Σ (1 − correlation with each other column), of columns scaled to 0 … 1 (Diakoulaki, Mavrotas & Papayannakis 1995).
 *
 * Rows are records with a decimal, or a fact that carries one, for each id; columns are lists by id. With `ids` nothing else of them is read. Computed with at least 38 digits, by whole-number arithmetic.
 * A column of equal values gets no share: a note `no-spread`, and the least weight with `raised-to-least`. A single id takes all. Throws a
 * `KeyAccountError`: an id that no row has, fewer than two complete rows, more than 100 ids or 200,000 cells, a value that is no decimal, a negative one for entropy by `"sum"`, no column
 * that tells anybody from anybody, a total that can't be divided.
 *
 * @example
 * ```ts
 * import { weightsFromData } from "keyaccount";
 *
 * const clients = [{ volume: 10, margin: 5 }, { volume: 20, margin: 5 }, { volume: 30, margin: 6 }];
 * const { weights, rows } = weightsFromData(clients, { method: "entropy" });
 * weights; // => { volume: "95.79", margin: "4.21" }
 * rows; // => { used: 3, leftOut: 0 }
 * ```
 */
export function weightsFromData<const K extends string>(
  rows: DataRows<NoInfer<K>>,
  options: DataOptions<K> & { readonly ids: readonly K[] },
): DataWeighting<K>;
export function weightsFromData<const K extends string>(rows: DataRows<K>, options?: DataOptions<K>): DataWeighting<K>;
export function weightsFromData<const K extends string>(
  columns: DataColumns<K>,
  options?: DataOptions<K>,
): DataWeighting<K>;
export function weightsFromData<K extends string>(
  data: DataRows<K> | DataColumns<K>,
  options?: DataOptions<K>,
): DataWeighting<K> {
  const issues: ArgumentIssue[] = [];
  const read = readOptions(options, shapes(), issues);
  const missing = (read["missing"] ?? "leave-out") as MissingRows;
  const ids = (read["ids"] ?? null) as readonly string[] | null;
  const table = readTable(dataOf(data, ids), ids, missing, issues);
  const budget = budgetOf(read, table.ids.length, issues);
  const columns = columnsFor(read, table, issues);
  throwFound(issues);
  const method = read["method"] as DataMethod;
  const measured = method === "entropy" ? entropy(columns, table.used) : critic(columns, table.used);
  const shares = table.ids.length === 1 ? [1n] : measured.shares;
  return {
    ...weigh(method, table.ids as readonly K[], shares, budget, notesOf<K>(table)),
    method,
    rows: { used: table.used, leftOut: table.leftOut },
    figures: tableOf<K, EntropyFigures | CriticFigures>(table.ids as readonly K[], measured.figures),
  };
}

/** The data as plain JSON: with ids, nothing else of a row is looked at. */
function dataOf(data: unknown, ids: readonly string[] | null): Json {
  return ids === null ? plain(data, MOST_CELLS) : plainOf(data, wanted(ids.slice(0, MOST_IDS).map(String)), MOST_CELLS);
}

function shapes() {
  return {
    ...budgetShapes(),
    ids: idList,
    method: optional(oneOf(DATA_METHODS), "entropy"),
    better: optional(recordOf(oneOf(BETTER_DIRECTIONS), 0), {}),
    scaling: optional(oneOf(ENTROPY_SCALINGS), "sum"),
    missing: optional(oneOf(MISSING_ROWS), "leave-out"),
  };
}

/** The columns as the method takes them: better the higher, and for entropy none below zero. */
function columnsFor(read: Readonly<Record<string, unknown>>, table: Table, issues: ArgumentIssue[]): bigint[][] {
  const better = (read["better"] ?? {}) as Readonly<Record<string, BetterDirection>>;
  const { ids: allowed, columns } = table;
  for (const id of Object.keys(better))
    if (!allowed.includes(id))
      issues.push({ code: "unknown-value", path: ["options", "better", id], details: { received: id, allowed } });
  const isBySum = read["method"] === "entropy" && read["scaling"] === "sum";
  return columns.map(({ values, unit }, index) => {
    const id = allowed[index] as string;
    if (isBySum) return notNegative(id, values, unit, issues);
    return fromLeast(values.map((value) => (better[id] === "lower" ? -value : value)));
  });
}

function notNegative(id: string, values: readonly bigint[], unit: bigint, issues: ArgumentIssue[]): bigint[] {
  const negative = values.find((value) => value < 0n);
  if (negative !== undefined)
    issues.push({ code: "negative", path: [id], details: { received: printDecimal(rational(negative, unit)) } });
  return [...values];
}

function fromLeast(values: readonly bigint[]): bigint[] {
  if (values.length === 0) return [];
  const { least } = rangeOf(values);
  return values.map((value) => value - least);
}

function notesOf<K extends string>({ ids, columns, leftOut }: Table): WeightingNote<K>[] {
  const still = ids.filter((_, index) => isConstant((columns[index] as Column).values));
  const notes = still.map((id): WeightingNote<K> => ({ code: "no-spread", id: id as K }));
  return leftOut === 0 ? notes : [{ code: "rows-left-out", count: leftOut }, ...notes];
}
