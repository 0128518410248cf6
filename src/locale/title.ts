import type { ScorecardRef } from "../evaluation/evaluation.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";

const SHORT_HASH = 12;

/** Which scorecard judged, and when. */
export function titleOf(
  { scorecard, asOf }: { readonly scorecard: ScorecardRef; readonly asOf: string | null },
  { table, scorecards, comparison }: Locale,
): string {
  const { id, version, hash } = scorecard;
  const title = fill(table.title, { name: wordFor(scorecards, id), id, version, hash: hash.slice(0, SHORT_HASH) });
  return asOf === null ? title : fill(comparison.asOf, { title, asOf });
}
