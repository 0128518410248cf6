// Shows a host's own rule: two segments of clients, judged by the same indicators with other weights, and why a client's grade
// differs between them. Run it: `npx tsx examples/extend-weights.ts`.
import { fileURLToPath } from "node:url";
import { evaluate, reweigh } from "keyaccount";
import type { Account, NorthwindClient } from "./northwind/clients.js";
import { factsOf } from "./northwind/facts.js";
import { type Evaluation, readAccounts } from "./northwind/ranking.js";
import { english, scorecard } from "./northwind/scorecard.js";

/** How a client is run. A host has such fields; here the contact's title tells. */
export type Segment = "owner-run" | "managed";

/** Whose owner signs the orders is owner-run. */
export const segmentOf = ({ ownerRun }: NorthwindClient): Segment => (ownerRun ? "owner-run" : "managed");

/** The same indicators, so the results compare; other weights, so each carries an id of its own. */
export const cards: Readonly<Record<Segment, typeof scorecard>> = {
  // A small house can't buy much, but it can buy steadily: 10 points go from volume to rhythm.
  "owner-run": reweigh(
    scorecard,
    { annualSales: 5, orderFrequency: 20, tradeRegularity: 15 },
    { id: "northwind-owner-run" },
  ),
  // A chain's buyers come by themselves; what counts is volume, and how much of our range they list.
  managed: reweigh(
    scorecard,
    { annualSales: 25, productRange: 15, orderFrequency: 5, tradeRegularity: 5 },
    { id: "northwind-managed" },
  ),
};

/** A client judged as if it belonged to each segment. */
export interface TwoViews {
  readonly client: NorthwindClient;
  readonly views: Readonly<Record<Segment, Evaluation>>;
}

/** Judges an account by both segments' weights. */
export function bothViews(account: Account, asOf: string): TwoViews {
  const facts = factsOf(account, asOf);
  const judge = (segment: Segment): Evaluation => evaluate(cards[segment], facts, { asOf });
  return { client: account.client, views: { "owner-run": judge("owner-run"), managed: judge("managed") } };
}

/** Why the two scores differ: what each indicator brings to each score, where that isn't the same. */
export function difference({ views }: TwoViews): { indicator: string; ownerRun: number; managed: number }[] {
  const ids = Object.keys(scorecard.indicators) as (keyof typeof scorecard.indicators)[];
  return ids
    .map((indicator) => ({
      indicator,
      ownerRun: brings(views["owner-run"], indicator),
      managed: brings(views.managed, indicator),
    }))
    .filter(({ ownerRun, managed }) => ownerRun !== managed);
}

/** An indicator's part of the score. Weights of unknown facts left the sum, so the others count for more. */
function brings({ indicators, weight, total }: Evaluation, indicator: keyof Evaluation["indicators"]): number {
  const { points } = indicators[indicator];
  return points === null ? 0 : (points / weight) * total;
}

/** The report: who changes grade, and one client's difference in full. */
export function report(): string {
  const { accounts, asOf } = readAccounts();
  const all = accounts.map((account) => bothViews(account, asOf));
  const moved = all.filter(({ views }) => views["owner-run"].grade !== views.managed.grade);
  const widest = moved.toSorted((a, b) => gap(b) - gap(a))[0];
  const owners = all.filter(({ client }) => segmentOf(client) === "owner-run").length;
  const head = `${String(owners)} of ${String(all.length)} clients are owner-run; ${String(moved.length)} would get another grade in the other segment:`;
  return [head, "", ...moved.map(movedLine), ...(widest === undefined ? [] : ["", ...inFull(widest)])].join("\n");
}

const gap = ({ views }: TwoViews): number => Math.abs((views["owner-run"].score ?? 0) - (views.managed.score ?? 0));
const shown = ({ grade, score }: Evaluation): string => `${grade ?? "–"} ${(score ?? 0).toFixed(2).padStart(6)}`;
const points = (value: number): string => value.toFixed(2).padStart(9);

function movedLine({ client, views }: TwoViews): string {
  const own = segmentOf(client);
  return `  ${client.name.padEnd(36)}as owner-run ${shown(views["owner-run"])}   as managed ${shown(views.managed)}   it is ${own}`;
}

function inFull(two: TwoViews): string[] {
  const { client, views } = two;
  const names: Readonly<Record<string, string>> = english.indicators;
  const rows = difference(two).map(
    ({ indicator, ownerRun, managed }) =>
      `  ${(names[indicator] ?? indicator).padEnd(28)}${points(ownerRun)}${points(managed)}${points(managed - ownerRun)}`,
  );
  const change = (views.managed.score ?? 0) - (views["owner-run"].score ?? 0);
  return [
    `Why ${client.name} is ${views["owner-run"].grade ?? "–"} as owner-run and ${views.managed.grade ?? "–"} as managed, in points of the score:`,
    `  ${"".padEnd(28)}owner-run  managed   change`,
    ...rows,
    `  ${"Score".padEnd(28)}${points(views["owner-run"].score ?? 0)}${points(views.managed.score ?? 0)}${points(change)}`,
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(report());
