import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Quantity } from "../../ground/numeral.js";
import type { ArchiveFieldList } from "./fields.js";

/** How old a known fact is. */
export const ARCHIVE_AGES = ["current", "ageing", "stale", "outdated", "undated"] as const;
/** How old a known fact is; `undated`: nobody wrote down when it was true. */
export type ArchiveAge = (typeof ARCHIVE_AGES)[number];

/**
 * Days up to which a fact is current, ageing and stale, each included, unless told; after that it is outdated. "Up to date" (E3) is all that the handbook says; a quarter, a year and two are
 * this package's choice.
 */
export const ARCHIVE_AGE_DAYS = { current: 90, ageing: 365, stale: 730 } as const;

/** Why a field is to be asked for. */
export const ASK_REASONS = ["missing", "stale", "undated"] as const;
/** Why a field is to be asked for: nothing is known, what is known is too old, or nobody knows how old it is. */
export type AskReason = (typeof ASK_REASONS)[number];

/** What {@link clientArchive} takes of an evaluation: any `Evaluation` will do. */
export interface ArchiveEvaluation {
  readonly indicators: Readonly<
    Record<
      string,
      {
        readonly status: string;
        readonly weight: number;
        readonly points: number | null;
        readonly observedAt: PlainDate | Instant | null;
        readonly verified: boolean | null;
      }
    >
  >;
}

/** What {@link clientArchive} takes of a scorecard: any `Scorecard` will do. */
export interface ArchiveScorecard {
  readonly indicators: Readonly<Record<string, { readonly weight?: Quantity; readonly maxAgeDays?: number }>>;
}

/** How to look at an archive. */
export interface ArchiveOptions {
  /** The day or moment of the question. */
  readonly asOf: PlainDate | Instant;
  /** The client judged: says what rests on unverified and old facts, and which question weighs most. */
  readonly evaluation?: ArchiveEvaluation | null | undefined;
  /** The scorecard that is to judge it: says which question weighs most, and from which age on a fact no longer counts. Weights of an evaluation come first. */
  readonly scorecard?: ArchiveScorecard | null | undefined;
  /** The fields that are looked at; {@link ARCHIVE_FIELDS} unless told. Others don't count. */
  readonly fields?: ArchiveFieldList | undefined;
  /** Days, 0 … 36,525, in this order; {@link ARCHIVE_AGE_DAYS} unless told. */
  readonly ages?: { readonly [A in keyof typeof ARCHIVE_AGE_DAYS]?: number | undefined } | undefined;
}

/** A field, named with its section. */
export interface ArchivePlace {
  readonly section: string;
  readonly field: string;
}

/** How complete a section is. */
export interface SectionReview {
  readonly section: string;
  /** Fields known. */
  readonly known: number;
  /** Fields less those that don't apply to this client. */
  readonly applicable: number;
  /** Known ÷ applicable, four decimals; `null` where no field applies. */
  readonly completeness: number | null;
  /** Fields of which nothing is known, or nothing that could be read. */
  readonly missing: readonly string[];
}

/** A known fact that is too old. */
export interface StaleField extends ArchivePlace {
  readonly age: ArchiveAge;
  readonly observedAt: PlainDate | Instant;
  /** Whole days. */
  readonly ageDays: number;
}

/** What a score rests on: shares of the weight of all facts that counted, four decimals. */
export interface ScoreFooting {
  /** Facts that nobody is known to have checked. */
  readonly unverified: number;
  /** Facts that are stale or outdated. */
  readonly old: number;
  readonly undated: number;
  /** Facts of which any of these is true. */
  readonly shaky: number;
  /** The indicators with shaky facts, heaviest first, ties in the order of the evaluation. */
  readonly indicators: readonly string[];
}

/** What to ask next. */
export interface ArchiveQuestion extends ArchivePlace {
  readonly reason: AskReason;
  /** Its weight in the evaluation or scorecard; `null` where neither knows the field. */
  readonly weight: number | null;
}

/** A client's archive, looked through (E3): complete, true, up to date? */
export interface ArchiveReview {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  /** Known ÷ applicable fields of all sections, four decimals; `null` where no field applies. */
  readonly completeness: number | null;
  readonly sections: readonly SectionReview[];
  /** How many known facts are of each age. */
  readonly ages: { readonly [A in ArchiveAge]: number };
  /** The oldest first, ties in the archive's order. */
  readonly stale: readonly StaleField[];
  /** Known facts that nobody is known to have checked, in the archive's order. */
  readonly unverified: readonly ArchivePlace[];
  /** `null` where there is no evaluation, or no fact counted in it. */
  readonly footing: ScoreFooting | null;
  /** The heaviest first, then those without a weight; missing before stale before undated, ties in the archive's order. */
  readonly ask: readonly ArchiveQuestion[];
  /** Fields that couldn't be read: they count as unknown. */
  readonly issues: readonly PortfolioIssue[];
}
