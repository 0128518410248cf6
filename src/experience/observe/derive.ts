import type { DecimalString } from "../../ground/numeral.js";
import { exactly } from "../../ground/numeral.js";
import { compare, type Rational, roundHalfAway } from "../../ground/rational.js";
import type { DerivedObservation, RecordRef, RecordSource } from "./derived.js";
import { type CutFigure, type ExperienceCut, type ExperienceCuts, FIGURE_MEANINGS } from "./figures.js";
import type { Row } from "./rows.js";

/** Which record dates an observation, and on which day. */
export interface Dated {
  readonly source: RecordSource;
  readonly ref: string;
  readonly at: string;
}

/** What a figure was counted from: the records named, the latest first, and how many there are. */
export interface Counted {
  readonly counted: number;
  readonly records: readonly RecordRef[];
}

/** A record as what dates an observation. */
export function datedBy(source: RecordSource, { id, at }: Row): Dated {
  return { source, ref: id, at };
}

/** A figure that is counted from the record alone. */
export function alone({ source, ref }: Dated): Counted {
  return { counted: 1, records: [{ source, ref }] };
}

/** An observation from a figure, by its cut. */
export function byCut(
  figure: CutFigure,
  value: Rational,
  dated: Dated,
  counted: Counted,
  cuts: ExperienceCuts<DecimalString>,
): DerivedObservation {
  const cut = cuts[figure];
  return observation(figure, placeIn(cut, value), rounded(value), cut, dated, counted);
}

/** An observation from what a record says outright. */
export function outright(
  figure: "bundled" | "specification-author",
  place: 0 | 1 | 2,
  value: boolean | string,
  dated: Dated,
): DerivedObservation {
  return observation(figure, place, value, null, dated, alone(dated));
}

function observation(
  figure: keyof typeof FIGURE_MEANINGS,
  place: 0 | 1 | 2,
  value: number | boolean | string,
  cut: ExperienceCut<DecimalString> | null,
  { at, source, ref }: Dated,
  { counted, records }: Counted,
): DerivedObservation {
  const { signal, levels } = FIGURE_MEANINGS[figure];
  return {
    at,
    levels: { [signal]: levels[place] },
    provenance: { source, ref },
    derivation: { signal, figure, value, cut, counted, records },
  };
}

/** 0 where a value speaks for a generalist, 2 where it does for a specialist, 1 between. */
function placeIn({ generalist, specialist }: ExperienceCut<DecimalString>, value: Rational): 0 | 1 | 2 {
  const [low, high] = [exactly(generalist), exactly(specialist)];
  const way = compare(high, low);
  if (compare(value, low) * way <= 0) return 0;
  return compare(value, high) * way >= 0 ? 2 : 1;
}

const DECIMALS = 10_000;

/** To four decimals, ties away from zero. */
function rounded({ n, d }: Rational): number {
  return Number(roundHalfAway(n * BigInt(DECIMALS), d)) / DECIMALS;
}
