import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString } from "../../ground/numeral.js";
import { compareScaled, printWhole } from "../../ground/scaled.js";
import { checkIterable } from "../arguments.js";
import { inOneCurrency } from "../currency.js";
import { byId } from "../order.js";
import { judged } from "../quadrants/judged.js";
import { QUADRANTS } from "../quadrants/volume-loyalty.js";
import { portfolioRisk } from "../risk/portfolio-risk.js";
import type { RiskFigure } from "../risk/risk.js";
import { answer, codeIn, currencyName, optionalText, quantity, readRows } from "../rows.js";
import { summariesBy, summaryOf } from "../summary.js";
import { volumeOf } from "../volumes.js";
import { judgePruning, type PruningJudgement, type PruningRow } from "./decide-pruning.js";
import { readPruningOptions } from "./options.js";
import {
  PRUNING_RULES,
  PRUNING_VERDICTS,
  type PruningClient,
  type PruningDecision,
  type PruningOptions,
  type PruningPlan,
  type PruningStage,
  type RiskMeasures,
} from "./pruning.js";
import { type Ledger, ledgerOf } from "./sums.js";

const FIELDS = {
  volume: quantity,
  amount: quantity,
  margin: quantity,
  visits: quantity,
  credit: judged,
  loyalty: judged,
  grade: optionalText,
  quadrant: (raw: unknown) => codeIn(QUADRANTS, raw),
  gradeCertain: answer,
  certain: answer,
  currency: currencyName,
};

interface Judgement {
  readonly row: PruningRow;
  readonly judgement: PruningJudgement;
}

/**
 * Plans a pruning (C2.6: a maker went from 605 clients to some 200 by new standards and payment records): who goes by which rule, in which steps, and what that
 * does to sales, margin, visits and risks, before anything is done.
 *
 * Nobody is dropped for lack of data alone: a rule whose fact is unknown, or whose score, grade or quadrant the unknown facts could still change, isn't failed but `unchecked`, and
 * the client is to `find-out`. It stays in the portfolio meanwhile. Steps go from the least volume up, unknown volumes last, in equal numbers (the first steps get one more where they
 * don't divide), so that the first mistakes are the cheapest.
 *
 * Rows that can't be read are listed in `issues` and are in no sum. Faulty options, no rule among them, throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { planPruning } from "keyaccount";
 *
 * const plan = planPruning(
 *   [
 *     { id: "north", volume: "900", margin: "90", visits: 6 },
 *     { id: "south", volume: "80", margin: "-5", visits: 12 },
 *     { id: "west", margin: "1", visits: 1 },
 *   ],
 *   { rules: { minVolume: "100" } },
 * );
 * plan.clients.map(({ id, verdict }) => [id, verdict]); // => [["north", "keep"], ["south", "drop"], ["west", "find-out"]]
 * [plan.lost.volume, plan.lost.margin, plan.lost.visits, plan.lostShare]; // => ["80", "-5", "12", 0.0816]
 * ```
 */
export function planPruning(clients: Iterable<PruningClient>, options: PruningOptions): PruningPlan {
  checkIterable(clients);
  const { rules, stages, risk, currency: asked } = readPruningOptions(options);
  const issues: PortfolioIssue[] = [];
  const { rows: unsorted, currency } = inOneCurrency(readRows(clients, FIELDS, issues), asked, issues);
  const rows: readonly PruningRow[] = unsorted.toSorted(byId);
  const judgements = rows.map((row) => ({ row, judgement: judgePruning(row, rules) }));
  const dropped = judgements
    .filter(isOut)
    .map(({ row }) => row)
    .sort(byVolume);
  const left = judgements.filter((one) => !isOut(one)).map(({ row }) => row);
  const ledger = ledgerOf(rows);
  const before = ledger.sum(rows);
  const lost = ledger.sum(dropped);
  const steps = stagesOf(dropped, rows, ledger, stages);
  const stageOf = new Map(steps.flatMap(({ stage, drop }) => drop.map((id) => [id, stage] as const)));
  return {
    v: 1,
    currency,
    before: ledger.print(before),
    after: ledger.print(ledger.minus(before, lost)),
    lost: ledger.print(lost),
    lostShare: ledger.shareOf(lost, before),
    risks: { before: risksOf(rows, risk), after: risksOf(left, risk) },
    verdicts: summariesBy(
      PRUNING_VERDICTS,
      judgements.map(({ judgement }) => judgement.verdict),
    ),
    failures: failuresOf(judgements),
    stages: steps,
    clients: judgements.map((one) => decisionOf(one, stageOf)),
    issues,
  };
}

function failuresOf(judgements: readonly Judgement[]): PruningPlan["failures"] {
  const failures = PRUNING_RULES.map((rule) => {
    const failing = judgements.filter(({ judgement }) => judgement.failed.includes(rule)).length;
    return [rule, summaryOf(failing, judgements.length)];
  });
  return Object.fromEntries(failures) as PruningPlan["failures"];
}

function isOut({ judgement }: Judgement): boolean {
  return judgement.verdict === "drop";
}

/** The least volume first, an unknown one last: it may be the largest. */
function byVolume(one: PruningRow, other: PruningRow): number {
  const [volume, others] = [volumeOf(one), volumeOf(other)];
  if (volume === null || others === null) return Number(volume === null) - Number(others === null) || byId(one, other);
  return compareScaled(volume, others) || byId(one, other);
}

function stagesOf(
  dropped: readonly PruningRow[],
  all: readonly PruningRow[],
  ledger: Ledger,
  stages: number,
): PruningStage[] {
  const count = Math.min(stages, dropped.length);
  let left = ledger.sum(all);
  return Array.from({ length: count }, (_, index) => {
    const step = dropped.slice(startOf(index, dropped.length, count), startOf(index + 1, dropped.length, count));
    const lost = ledger.sum(step);
    left = ledger.minus(left, lost);
    return {
      stage: index + 1,
      drop: step.map(({ id }) => id),
      lost: ledger.print(lost),
      left: ledger.print(left),
    };
  });
}

/** Where a step begins: all are of one size, but the first ones have one more where it doesn't divide. */
function startOf(index: number, length: number, count: number): number {
  return index * Math.floor(length / count) + Math.min(index, length % count);
}

function risksOf(rows: readonly PruningRow[], options: RiskMeasures): readonly RiskFigure[] {
  const clients = rows.map((row) => ({
    id: row.id,
    volume: writeVolume(row),
    quadrant: row.quadrant,
    certain: row.certain,
  }));
  return portfolioRisk(clients, options).risks;
}

function writeVolume(row: PruningRow): DecimalString | null {
  const volume = volumeOf(row);
  return volume && printWhole(volume.n, volume.places);
}

function decisionOf({ row, judgement }: Judgement, stageOf: ReadonlyMap<string, number>): PruningDecision {
  return {
    id: row.id,
    ...judgement,
    volume: writeVolume(row),
    stage: stageOf.get(row.id) ?? null,
  };
}
