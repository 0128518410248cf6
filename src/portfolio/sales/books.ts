import { commonestOf } from "../currency.js";
import type { ReadSalesLine } from "./read-line.js";
import { count, emptyTally, join, type Tally } from "./tally.js";

/** The lines of one currency. */
export interface Book {
  readonly total: Tally;
  readonly unassigned: Tally;
  readonly clients: Map<string, Tally>;
}

/** A book without lines. */
export function emptyBook(): Book {
  return { total: emptyTally(), unassigned: emptyTally(), clients: new Map() };
}

/** Enters a line into the book of its currency. */
export function enter(books: Map<string, Book>, line: ReadSalesLine): void {
  const book = demand(books, line.currency, emptyBook);
  count(book.total, line);
  count(line.client === null ? book.unassigned : demand(book.clients, line.client, emptyTally), line);
}

/** Enters another book's lines. */
export function joinBooks(book: Book, other: Book): void {
  join(book.total, other.total);
  join(book.unassigned, other.unassigned);
  for (const [id, tally] of other.clients) join(demand(book.clients, id, emptyTally), tally);
}

/** The currency that most lines name, of several the first by code; `null` where no line names one. */
export function commonest(books: ReadonlyMap<string, Book>): string | null {
  return commonestOf([...books].flatMap(([name, { total }]) => (name === "" ? [] : [[name, total.lines] as const])));
}

function demand<T>(entries: Map<string, T>, key: string, make: () => T): T {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  return made;
}
