import type { GradeMoveCode, Impact } from "../evaluation/impact/impact.js";
import { ofShape } from "../ground/of-shape.js";
import { headed } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import { MOVER_ALIGNS, matrixAligns, matrixRows, moverRows, unlisted } from "./impact-tables.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { signed } from "./numbers.js";
import { type Align, tableLines } from "./table.js";
import { titleOf } from "./title.js";

const ONE_COLUMN: readonly Align[] = ["left"];
const TWO_COLUMNS: readonly Align[] = ["left", "left"];

/**
 * Writes what another scorecard would do to a portfolio, as a manager reads it before publishing: which scorecards judged and when; how many
 * clients get another grade or score, and how scores change; the migration matrix, clients by their grade before (rows) and
 * after (columns), whose margins are the two distributions; the ten clients that move furthest, each with up to two causes of the change,
 * of each the first two indicators, and the limits that were lifted or bite now.
 *
 * Plain text for a fixed-width font, columns aligned for Chinese and Latin alike; points have a sign and the decimals of the finer scale. Movers
 * stand in the order of {@link Impact}, and how many more there are is said. Of an empty portfolio all counts are 0, and
 * there is no change of score. Rows that were left out, faulty facts and ids that stand more than once are counted where there are any. Ids
 * can't break lines or command a terminal. The same impact gives the same text everywhere; it ends with a line end.
 *
 * @example
 * ```ts
 * import { defineScorecard, formatImpact, previewImpact, reweigh } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const card = defineScorecard({
 *   id: "two", version: "1", scale: 1,
 *   indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
 *   grades: [{ grade: "A", from: "60" }, { grade: "B", from: null }],
 * });
 * const portfolio = [{ id: "acme", facts: { a: 1, b: 0 } }, { id: "bolt", facts: { a: 0, b: 0 } }];
 * const impact = previewImpact(card, reweigh(card, { a: "50", b: "50" }), portfolio);
 * const [, , matrix, movers] = formatImpact(impact, en).split("\n\n");
 * matrix === `
 * Before ↓ after →  A  B  none  Total
 * A                 0  1     0      1
 * B                 0  1     0      1
 * none              0  0     0      0
 * Total             0  2     0      2`.slice(1); // => true
 * movers === `
 * Client  Move  Grade        Score  Change  Main reasons
 * acme    down  A → B  60.0 → 50.0   -10.0  other weights -10.0 (a -4.5, b -5.5)
 * `.slice(1); // => true
 * ```
 */
export function formatImpact<K extends string, G extends string, H extends string>(
  impact: Impact<K, G, H>,
  locale: Locale,
): string {
  return ofShape({ impact, locale }, () => write(impact as unknown as Impact, locale));
}

function write(shown: Impact, locale: Locale): string {
  return [
    ...tableLines(titleRows(shown, locale), ONE_COLUMN),
    "",
    ...tableLines(summaryRows(shown, locale), TWO_COLUMNS),
    "",
    ...tableLines(matrixRows(shown, locale), matrixAligns(shown)),
    "",
    ...moverLines(shown, locale),
    "",
  ].join("\n");
}

function titleRows({ before, after, asOf }: Impact, locale: Locale): string[][] {
  const { from, to } = locale.comparison;
  return [
    [fill(from, { title: titleOf({ scorecard: before, asOf }, locale) }, locale)],
    [fill(to, { title: titleOf({ scorecard: after, asOf }, locale) }, locale)],
  ];
}

function summaryRows(impact: Impact, locale: Locale): string[][] {
  const { impact: words } = locale;
  const [clients, moved] = [String(impact.clients), String(impact.moved)];
  const [shifted, unchanged] = [String(impact.shifted), String(impact.unchanged)];
  return [
    [words.clients, fill(words.clientsOf, { clients, moved, shifted, unchanged }, locale)],
    ...headed(words.moves, moveLines(impact, locale)),
    ...headed(words.change, changeLines(impact, locale)),
    ...faultRows(impact, locale),
  ];
}

function moveLines({ moves, moved }: Impact, locale: Locale): string[] {
  const { movesOf } = locale.impact;
  const some = (Object.keys(locale.moves) as GradeMoveCode[])
    .filter((code) => moves[code] > 0)
    .map((code) => fill(movesOf, { move: wordFor(locale.moves, code), count: String(moves[code]) }, locale));
  return moved === 0 ? [] : [some.join(locale.table.list)];
}

function changeLines({ change, scale }: Impact, { impact: words, plurals }: Locale): string[] {
  if (change === null) return [];
  const { clients, mean, least, most } = change;
  const [average, from, to] = [mean, least, most].map((points) => signed(points, scale)) as [string, string, string];
  return [fill(words.changeOf, { clients: String(clients), mean: average, least: from, most: to }, { plurals })];
}

function faultRows({ issues, duplicates }: Impact, { impact: words }: Locale): string[][] {
  const faulty = issues.filter(({ counted }) => counted).length;
  const counts: readonly (readonly [string, number])[] = [
    [words.leftOut, issues.length - faulty],
    [words.faulty, faulty],
    [words.repeated, duplicates.length],
  ];
  return counts.flatMap(([heading, count]) => (count === 0 ? [] : [[heading, String(count)]]));
}

function moverLines(impact: Impact, locale: Locale): string[] {
  const { nobody, more } = locale.impact;
  if (impact.moved === 0) return [nobody];
  const rest = unlisted(impact);
  const lines = impact.movers.length === 0 ? [] : tableLines(moverRows(impact, locale), MOVER_ALIGNS);
  return rest === 0 ? lines : [...lines, fill(more, { count: String(rest) }, locale)];
}
