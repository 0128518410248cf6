// Part of the demo (main.ts): the ranking as a table of text.
import type { Locale } from "keyaccount";
import type { Evaluation, Judged } from "./ranking.js";

/** The few words of the ranking that aren't the package's. */
export interface RankingWords {
  readonly head: readonly [
    rank: string,
    client: string,
    grade: string,
    score: string,
    interval: string,
    coverage: string,
    reason: string,
  ];
  readonly reason: (indicator: string, lost: string, weight: string) => string;
  readonly nothingLost: string;
  readonly nothingKnown: string;
}

/** In English. */
export const rankingInEnglish: RankingWords = {
  head: ["#", "Client", "Grade", "Score", "Low … high", "Known", "First reason"],
  reason: (indicator, lost, weight) => `${indicator}: ${lost} of ${weight} lost`,
  nothingLost: "none: every point earned",
  nothingKnown: "never ordered: nothing is known",
};

/** In Chinese. */
export const rankingInChinese: RankingWords = {
  head: ["名次", "客户", "等级", "总分", "区间", "已知", "首要原因"],
  reason: (indicator, lost, weight) => `${indicator}：${weight}分中失${lost}分`,
  nothingLost: "无：未失分",
  nothingKnown: "从未订货，一无所知",
};

/** On which side of its column a cell stands. */
export type Align = "left" | "right";

const ALIGNS: readonly Align[] = ["right", "left", "left", "right", "right", "right", "left"];

/** The ranking as lines of a table, aligned in a fixed-width font for Latin and Chinese alike. */
export function rankingTable(judged: readonly Judged[], words: RankingWords, locale: Locale): string[] {
  const rows = judged.map(({ client, evaluation }, place) => [
    evaluation.score === null ? "–" : String(place + 1),
    client.name,
    gradeText(evaluation),
    evaluation.score?.toFixed(2) ?? "–",
    `${bound(evaluation.low)} … ${bound(evaluation.high)}`,
    `${(evaluation.coverage * 100).toFixed(0)} %`,
    reasonText(evaluation, words, locale),
  ]);
  return aligned([[...words.head], ...rows], ALIGNS);
}

/** A grade that the unknown facts could still change says how far. */
function gradeText({ grade, gradeCertain, worstGrade, bestGrade }: Evaluation): string {
  return gradeCertain ? String(grade) : `${grade ?? "–"} (${worstGrade ?? "?"}–${bestGrade ?? "?"})`;
}

const bound = (points: number | null): string => points?.toFixed(2) ?? "?";

function reasonText({ score, reasons, indicators }: Evaluation, words: RankingWords, locale: Locale): string {
  if (score === null) return words.nothingKnown;
  const first = reasons.find((reason) => reason.code !== "group-capped");
  if (first === undefined) return words.nothingLost;
  const names: Readonly<Record<string, string>> = locale.indicators;
  const { weight } = indicators[first.indicator];
  return words.reason(names[first.indicator] ?? first.indicator, first.lost.toFixed(2), String(weight));
}

/** Lines of a table, cells aligned by their width on a terminal. */
export function aligned(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = aligns.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((text, column) => padded(text, widths[column] ?? 0, aligns[column] ?? "left"))
      .join("  ")
      .trimEnd(),
  );
}

function padded(text: string, width: number, align: Align): string {
  const space = " ".repeat(width - columnsOf(text));
  return align === "left" ? text + space : space + text;
}

/** Chinese characters and fullwidth marks take two columns. */
function columnsOf(text: string): number {
  return Array.from(text).reduce(
    (width, character) => width + (/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/u.test(character) ? 2 : 1),
    0,
  );
}
