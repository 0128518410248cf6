import type { Instant, PlainDate } from "../../ground/dates.js";
import type { FactIssue } from "../../ground/issue.js";
import type { ChangePart, EvaluationComparison } from "../comparison/comparison.js";
import type { ScorecardRef } from "../evaluation.js";

/** Where a client's grade goes. */
export const GRADE_MOVE_CODES = ["up", "down", "gained", "lost", "renamed"] as const;
/**
 * Where a client's grade goes.
 * - `up`, `down`: to a better or worse one.
 * - `gained`, `lost`: from no grade to one, or the other way.
 * - `renamed`: to one that can't be compared, because no scorecard has both or the two put them in different orders.
 */
export type GradeMoveCode = (typeof GRADE_MOVE_CODES)[number];

/** A client's score and grade under one scorecard. */
export interface ScoreAndGrade<G extends string = string> {
  readonly score: number | null;
  readonly grade: G | null;
}

/** A client whose score or grade differs. */
export interface ScoreShift<G extends string = string, H extends string = G> {
  readonly id: string;
  /** Its place in the portfolio, from 0. */
  readonly index: number;
  readonly before: ScoreAndGrade<G>;
  readonly after: ScoreAndGrade<H>;
  /** After − before; `null` where one scorecard gives no score. */
  readonly change: number | null;
}

/** A client whose grade differs, and why. */
export interface GradeMover<K extends string = string, G extends string = string, H extends string = G>
  extends ScoreShift<G, H> {
  readonly move: GradeMoveCode;
  /** How many grades it moves; of a grade gained or lost the number of the scorecard's grades, 0 where grades can't be compared. */
  readonly steps: number;
  /** As `compareEvaluations` finds them, the facts being the same. */
  readonly parts: readonly ChangePart<K>[];
  readonly limits: EvaluationComparison<K, G | H>["limits"];
}

/** A member of the portfolio with something wrong. */
export interface ImpactIssue {
  readonly index: number;
  /** `null` where it can't be read. */
  readonly id: string | null;
  /** Whether it counts all the same: a faulty fact is as good as unknown, but what is no client can't be judged. */
  readonly counted: boolean;
  readonly issues: readonly FactIssue[];
}

/** How many clients have a grade; `null`: none. */
export interface GradeCount<G extends string = string> {
  readonly grade: G | null;
  readonly clients: number;
}

/** What another scorecard does to a portfolio. Plain JSON. */
export interface Impact<K extends string = string, G extends string = string, H extends string = G> {
  /** The version of this shape. */
  readonly v: 1;
  readonly before: ScorecardRef;
  readonly after: ScorecardRef;
  readonly asOf: PlainDate | Instant | null;
  /** The decimals of changes: the finer of the two scales. */
  readonly scale: number;
  /** How many clients were judged, and of these how many have another grade, another score but the same grade, or the same of both. */
  readonly clients: number;
  readonly moved: number;
  readonly shifted: number;
  readonly unchanged: number;
  /** How many move where; the sum is `moved`. */
  readonly moves: { readonly [M in GradeMoveCode]: number };
  /** Every grade from the best to the worst, then none. */
  readonly distribution: { readonly before: readonly GradeCount<G>[]; readonly after: readonly GradeCount<H>[] };
  /** `clients[i][j]`: how many go from the grade `before[i]` to `after[j]`; both from the best to the worst, then none. */
  readonly migration: {
    readonly before: readonly (G | null)[];
    readonly after: readonly (H | null)[];
    readonly clients: readonly (readonly number[])[];
  };
  /** Of the clients that both scorecards give a score; the mean is rounded half away from zero. `null` where there are none. */
  readonly change: {
    readonly clients: number;
    readonly mean: number;
    readonly least: number;
    readonly most: number;
  } | null;
  /** The grades that move furthest first, then the largest changes, then by id and place; at most `top`. */
  readonly movers: readonly GradeMover<K, G, H>[];
  /** Clients that keep their grade with another score: the largest changes first; at most `top`. */
  readonly shifts: readonly ScoreShift<G, H>[];
  /** In the order of the portfolio. */
  readonly issues: readonly ImpactIssue[];
  /** Ids that stand more than once, in the order in which they come again. Each of their rows is judged. */
  readonly duplicates: readonly string[];
}
