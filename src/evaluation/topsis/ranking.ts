import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { BetterDirection } from "../weights/data/table.js";

/** How criteria of different units are made comparable. */
export const TOPSIS_NORMALISATIONS = ["vector", "min-max"] as const;
/** How criteria are made comparable: each value ÷ the length of its column, or scaled to 0 … 1 between least and greatest. */
export type TopsisNormalisation = (typeof TOPSIS_NORMALISATIONS)[number];

/** What whoever reads the ranking should know about it. */
export const TOPSIS_NOTE_CODES = ["left-out", "no-spread", "all-alike"] as const;
/** A code of {@link TopsisNote}. */
export type TopsisNoteCode = (typeof TOPSIS_NOTE_CODES)[number];

/** The details of each note. */
export interface TopsisNoteDetails<K extends string> {
  /**
   * So many alternatives have an unknown value and aren't ranked: see `unranked`. `unknownForAll` names criteria that nobody has, while
   * somebody has others: most often a misspelling.
   */
  readonly "left-out": { readonly count: number; readonly unknownForAll?: readonly K[] };
  /** The criterion has the same value for all: it moves nobody. */
  readonly "no-spread": { readonly criterion: K };
  /** No criterion tells anybody from anybody, as with a single alternative: no closeness, and all share the first rank. */
  readonly "all-alike": unknown;
}

/** A note, as data: a code and what a sentence about it needs. Words stand in the locale. */
export type TopsisNote<K extends string = string> = {
  [C in TopsisNoteCode]: { readonly code: C } & TopsisNoteDetails<K>[C];
}[TopsisNoteCode];

/** A criterion: how much it counts, and which values are better. */
export interface TopsisCriterion {
  /** Above zero; only the proportions count, so a scorecard's weights will do. */
  readonly weight: Quantity;
  /** `"higher"` unless told. */
  readonly better?: BetterDirection | undefined;
}

/** One alternative in its place. */
export interface TopsisPlace {
  readonly id: string;
  /** 1 for the closest; equals share the better rank, and the next rank leaves their number out (1, 2, 2, 4). */
  readonly rank: number;
  readonly tied: boolean;
  /** d⁻ ÷ (d⁺ + d⁻): 1 at the ideal, 0 at the anti-ideal; `null` where all are alike. 6 decimals, as all figures here. */
  readonly closeness: number | null;
  /** d⁺, the distance to the ideal. */
  readonly toIdeal: number;
  /** d⁻, the distance to the anti-ideal. */
  readonly toAntiIdeal: number;
}

/** The best or worst of a criterion among the ranked. */
export interface TopsisEnd {
  readonly value: DecimalString;
  /** The same, normalised and weighted. */
  readonly weighted: number;
}

/** An order of alternatives by closeness to an ideal. Plain JSON. */
export interface TopsisRanking<K extends string = string> {
  readonly normalisation: TopsisNormalisation;
  /** From the closest to the ideal to the farthest; equals in the order given. */
  readonly ranking: readonly TopsisPlace[];
  /** Who isn't ranked, and the criteria that aren't known of it. */
  readonly unranked: readonly { readonly id: string; readonly unknown: readonly K[] }[];
  readonly ideal: { readonly [P in K]: TopsisEnd };
  readonly antiIdeal: { readonly [P in K]: TopsisEnd };
  readonly notes: readonly TopsisNote<K>[];
}
