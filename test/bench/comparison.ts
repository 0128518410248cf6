import { type Clock, cpuPerPiece, type Spread, spreadOf, untilIdle, type Work } from "./clock.js";

/** Work, and how often a round does it. */
export interface Piece {
  readonly work: Work;
  readonly count: number;
}

export type Budget = { readonly most: number } | { readonly least: number };

/** What one piece costs divided by what another costs, and what that has to be. */
export interface Comparison {
  /** `one ÷ other`. */
  readonly name: string;
  readonly one: Piece;
  readonly other: Piece;
  readonly budget?: Budget;
  /** The process' CPU time unless said otherwise. */
  readonly clock?: Clock;
  /** Fewer for whoever takes long. */
  readonly rounds?: number;
}

/** A row of the table. */
export interface Row {
  readonly name: string;
  readonly budget: Budget | null;
  /** How many ratios the spread is of. */
  readonly rounds: number;
  readonly spread: Spread;
  readonly ok: boolean;
}

const ROUNDS = 11;

/** A round's first third isn't counted: collecting the garbage throws away optimised code, and slow engines feel it longest. */
async function costOf({ work, count }: Piece, clock: Clock): Promise<number> {
  await untilIdle();
  await work(Math.ceil(count / 3));
  return clock(work, count);
}

function holds(budget: Budget | null, { median }: Spread): boolean {
  if (budget === null) return true;
  return "most" in budget ? median <= budget.most : median >= budget.least;
}

/** Measures one piece next to the other, round after round; the first round isn't counted. */
export async function measure(comparison: Comparison, rounds = comparison.rounds ?? ROUNDS): Promise<Row> {
  const { name, one, other, budget = null, clock = cpuPerPiece } = comparison;
  const ratios: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const divisor = await costOf(other, clock);
    const dividend = await costOf(one, clock);
    if (round >= 0) ratios.push(dividend / divisor);
  }
  const spread = spreadOf(ratios);
  return { name, budget, rounds, spread, ok: holds(budget, spread) };
}
