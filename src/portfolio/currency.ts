import type { PortfolioIssue } from "../ground/issue.js";

/** A row that may name the currency of its amounts. */
interface Row {
  readonly index: number;
  readonly currency: string | null;
}

/** The currency that most name, of several the first by code; `null` where none is named. */
export function commonestOf(counts: Iterable<readonly [currency: string, count: number]>): string | null {
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}

/**
 * Rows in one currency: the one that is asked for, else the one that most rows name; with the rows that name none. A row that names another is an issue and left out: amounts in two
 * currencies have no sum.
 */
export function inOneCurrency<R extends Row>(
  rows: readonly R[],
  asked: string | null,
  issues: PortfolioIssue[],
): { readonly currency: string | null; readonly rows: readonly R[] } {
  const counts = countsOf(rows);
  const currency = asked ?? commonestOf(counts);
  if (counts.size === 0) return { currency, rows };
  const isOther = (row: R): boolean => row.currency !== null && row.currency !== currency;
  for (const { index, currency: other } of rows.filter(isOther)) {
    const details = { received: String(other), allowed: [String(currency)] };
    issues.push({ code: "unknown-value", path: [index, "currency"], details });
  }
  return { currency, rows: rows.filter((row) => !isOther(row)) };
}

function countsOf(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { currency } of rows) if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return counts;
}
