// Part of the demo (main.ts): every account judged by the scorecard and ranked.
import { type EvaluationOf, evaluate } from "keyaccount";
import { type Account, accountsOf } from "./clients.js";
import { readBooks } from "./data.js";
import { dayAfter } from "./days.js";
import { factsOf } from "./facts.js";
import { scorecard } from "./scorecard.js";

/** A client and what the scorecard makes of it. */
export interface Judged extends Account {
  readonly evaluation: Evaluation;
}

/** What Northwind's scorecard answers. */
export type Evaluation = EvaluationOf<typeof scorecard>;

const judge = (account: Account, asOf: string): Evaluation => evaluate(scorecard, factsOf(account, asOf), { asOf });

/** All accounts, judged on the day after the last order: the books' own today. */
export function readAccounts() {
  const books = readBooks();
  return { books, asOf: dayAfter(books.lastDay), accounts: accountsOf(books) };
}

/** Everybody judged, the best first; whoever can't be judged comes last, and equals stand by id. */
export function rank(accounts: readonly Account[], asOf: string): Judged[] {
  const judged = accounts.map((account) => ({ ...account, evaluation: judge(account, asOf) }));
  return judged.sort((a, b) => scoreOf(b) - scoreOf(a) || (a.client.id < b.client.id ? -1 : 1));
}

const scoreOf = ({ evaluation }: Judged): number => evaluation.score ?? -1;

/** The client that bought most in the year: by volume alone it would stand first. */
export function largest(judged: readonly Judged[]): Judged | undefined {
  const volumeOf = ({ evaluation }: Judged): number => Number(evaluation.indicators.annualSales.actual ?? 0);
  return judged.toSorted((a, b) => volumeOf(b) - volumeOf(a))[0];
}
