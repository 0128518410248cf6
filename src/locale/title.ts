import type { ScorecardRef } from "../evaluation/evaluation.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";

const SHORT_HASH = 12;

/** Which scorecard judged, and when. */
export function titleOf(
  { scorecard, asOf }: { readonly scorecard: ScorecardRef; readonly asOf: string | null },
  locale: Locale,
): string {
  return titleLine({ name: wordFor(locale.scorecards, scorecard.id), ...scorecard, asOf }, locale);
}

/** Which definition judged, and when. */
export function titleLine(
  { name, id, version, hash, asOf }: ScorecardRef & { readonly name: string; readonly asOf: string | null },
  { table, comparison, plurals }: Locale,
): string {
  const title = fill(table.title, { name, id, version, hash: hash.slice(0, SHORT_HASH) }, { plurals });
  return asOf === null ? title : fill(comparison.asOf, { title, asOf }, { plurals });
}
