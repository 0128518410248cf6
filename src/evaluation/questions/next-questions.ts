import { isSound } from "../definition/check.js";
import { soundScorecard } from "../definition/define.js";
import type { Scorecard } from "../definition/scorecard.js";
import { asRecord, type EvaluateOptions, readAsOf } from "../evaluate.js";
import type { Facts } from "../facts.js";
import { ticksToNumber } from "../exact/ticks.js";
import { gradeName } from "../grade.js";
import { resolve } from "../resolved/resolve.js";
import { isOpen, limitedBy, outcomeOf, readStandings } from "../standing.js";
import { periodOf } from "./narrowing.js";
import { questionOf } from "./question.js";
import { type NextQuestions, type Question, SETTLEMENTS } from "./questions.js";

export function nextQuestions<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  facts: NoInfer<Facts<I>>,
  options: EvaluateOptions = {},
): NextQuestions<I, G> {
  const card = isSound(scorecard) ? scorecard : soundScorecard<I, G, R>(scorecard);
  const resolved = resolve(card);
  const asOf = readAsOf(options.asOf);
  const standings = readStandings(resolved, asRecord(facts, []), asOf);
  const now = outcomeOf(resolved, standings, limitedBy(resolved, standings));
  const period = periodOf(resolved, standings);
  const questions = standings.flatMap((standing, at) =>
    isOpen(standing) ? [questionOf({ resolved, standings, at }, card, now, period)] : [],
  );
  const shown = (ticks: number | null): number | null =>
    ticks === null || !Number.isFinite(ticks) ? null : ticksToNumber(ticks, resolved.unit);
  return {
    v: 1,
    asOf: asOf?.text ?? null,
    grade: gradeName(resolved, now.grade) as G | null,
    gradeCertain: now.isCertain,
    low: shown(now.low),
    high: shown(now.high),
    worstGrade: gradeName(resolved, now.worst) as G | null,
    bestGrade: gradeName(resolved, now.best) as G | null,
    questions: questions.sort(compareQuestions) as unknown as NextQuestions<I, G>["questions"],
  };
}

/** The more telling first; equal ones stay in the order of the definition. */
function compareQuestions(a: Question, b: Question): number {
  return (
    SETTLEMENTS.indexOf(a.settles) - SETTLEMENTS.indexOf(b.settles) ||
    Number(b.unbounded) - Number(a.unbounded) ||
    (b.narrows ?? 0) - (a.narrows ?? 0) ||
    (b.mayNarrow ?? 0) - (a.mayNarrow ?? 0) ||
    b.weight - a.weight
  );
}
