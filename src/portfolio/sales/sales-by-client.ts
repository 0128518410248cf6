import type { PortfolioIssue } from "../../ground/issue.js";
import { checkIterable, takeEach } from "../arguments.js";
import { byId } from "../order.js";
import { type Book, commonest, emptyBook, enter, joinBooks } from "./books.js";
import { lookalikesOf } from "./lookalikes.js";
import { readSalesOptions } from "./options.js";
import { lineReader } from "./read-line.js";
import { MOST_SALES_ISSUES, type OtherCurrency, type SalesLine, type SalesOptions, type SalesResult } from "./sales.js";
import { clientOf, sumsOf } from "./tally.js";

/**
 * Sums up an order book, line by line, into what each client bought: rows for `classifyAbc` and the others. Lines are read once, as the iterable gives
 * them, and none is kept; sums are exact; their order doesn't count.
 *
 * A line comes to its `amount`, or to quantity × unit price × (1 − discount). Below zero it is a return and summed apart; of zero (a sample) it only counts as
 * a line. Lines of nobody (no client, or a blank one) are never dropped unseen: they are `unassigned`. Ids are taken as they stand, numbers as they print;
 * nothing is merged, but ids that look like one client's are named in `lookalikes`. Currencies are never mixed: the one that most lines name is taken
 * (`currency` chooses another), lines that name none with it; the others are in `otherCurrencies`.
 *
 * `from` and `to` are days, both included. A line without day is faulty then. Faulty lines are in no sum, counted in `faulty` and named in `issues`, the first thousand
 * issues; faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { classifyAbc, salesByClient } from "keyaccount";
 *
 * const { clients, unassigned } = salesByClient([
 *   { client: "north", quantity: 10, unitPrice: "7.95", date: "2026-03-02" },
 *   { client: "south", amount: "20", date: "2026-03-05" },
 *   { client: "north", quantity: -2, unitPrice: "7.95", date: "2026-03-09" },
 *   { client: " ", amount: "5" },
 * ]);
 * clients[0]; // => { id: "north", amount: "63.6", sales: "79.5", returns: "15.9", lines: 2, returnLines: 1, firstOn: "2026-03-02", lastOn: "2026-03-02" }
 * unassigned; // => { lines: 1, sales: "5", returns: "0", net: "5" }
 * classifyAbc(clients).clients.map(({ id, class: c }) => [id, c]); // => [["north", "A"], ["south", "C"]]
 * ```
 */
export function salesByClient(lines: Iterable<SalesLine>, options: SalesOptions = {}): SalesResult {
  checkIterable(lines, "lines");
  const read = readSalesOptions(options);
  const issues: PortfolioIssue[] = [];
  let [issueCount, outside, faulty] = [0, 0, 0];
  const readLine = lineReader(read, (issue) => {
    issueCount += 1;
    if (issues.length < MOST_SALES_ISSUES) issues.push(issue);
  });
  const books = new Map<string, Book>();
  const take = (line: unknown, index: number): void => {
    const one = readLine(line, index);
    if (one === "outside") outside += 1;
    else if (one === "faulty") faulty += 1;
    else enter(books, one);
  };
  takeEach(lines, take, "lines", MOST_LINES);
  return { v: 1, ...settle(books, read.currency), outside, faulty, issues, issueCount };
}

/** Lines of many years: they are added up one by one and not kept. */
const MOST_LINES = 20_000_000;

type Settled = Omit<SalesResult, "v" | "outside" | "faulty" | "issues" | "issueCount">;

/** Closes the books: one currency is taken, with the lines that name none. */
function settle(books: ReadonlyMap<string, Book>, asked: string | null): Settled {
  const currency = asked ?? commonest(books);
  const taken = emptyBook();
  for (const [name, book] of books) if (name === "" || name === currency) joinBooks(taken, book);
  const clients = [...taken.clients].map(([id, tally]) => clientOf(id, tally)).sort(byId);
  return {
    currency,
    total: sumsOf(taken.total),
    clients,
    unassigned: sumsOf(taken.unassigned),
    otherCurrencies: othersOf(books, currency),
    lookalikes: lookalikesOf(clients.map(({ id }) => id)),
  };
}

function othersOf(books: ReadonlyMap<string, Book>, taken: string | null): OtherCurrency[] {
  return [...books]
    .filter(([currency]) => currency !== "" && currency !== taken)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, { total }]) => ({ currency, ...sumsOf(total) }));
}
