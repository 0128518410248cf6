import type { TopsisNote } from "../evaluation/topsis/ranking.js";
import type { WeightingNote } from "../evaluation/weights/weighting.js";
import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { safeText } from "./safe-text.js";

/** Parameters that name an indicator. */
const NAMES: readonly string[] = ["id", "a", "b", "criterion"];

/**
 * Says a note on weights or on a TOPSIS ranking in words. Indicators go by their names; a code without words in the locale prints as
 * the code.
 *
 * @example
 * ```ts
 * import { formatNote, weightsFromPoints } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const { notes } = weightsFromPoints({ salesNetwork: 100, relationship: 0 });
 * notes.map((note) => formatNote(note, en)); // => ["Relationship with us: a share of 0 would be a weight of zero; it stands at the least weight, 0.01"]
 * ```
 */
export function formatNote(note: WeightingNote | TopsisNote, locale: Locale): string {
  return ofShape({ note, locale }, () => write(note, locale));
}

function write(note: WeightingNote | TopsisNote, locale: Locale): string {
  const { code, ...details } = note;
  const weights: WordTable = locale.weightingNotes;
  const isOnWeights = Object.hasOwn(weights, code) && !("criterion" in note);
  const params = Object.entries(details).map(([key, value]) => {
    const text = String(value);
    return [key, NAMES.includes(key) ? wordFor(locale.indicators, text) : text] as const;
  });
  return safeText(fill(wordFor(isOnWeights ? weights : locale.topsisNotes, code), Object.fromEntries(params), locale));
}
