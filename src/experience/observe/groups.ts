import type { ReadLists } from "./read-records.js";
import type { ListName, Row } from "./rows.js";

/** The rows of one client and one product line. */
export interface Group {
  readonly client: string;
  readonly productLine: string | null;
  readonly lists: ReadLists;
}

type Lists = { readonly [K in ListName]: ReadLists[K][number][] };

/** Rows by client and product line, in the order of these texts; the one without product line comes first. */
export function groupsOf(lists: ReadLists): Group[] {
  const groups = new Map<string, Group>();
  for (const [name, rows] of Object.entries(lists)) {
    for (const row of rows as readonly Row[]) (groupOf(row, groups).lists[name as ListName] as Row[]).push(row);
  }
  return [...groups.values()].sort((a, b) => compare(a.client, b.client) || compare(lineOf(a), lineOf(b)));
}

function groupOf({ client, productLine }: Row, groups: Map<string, Group>): Group {
  const key = JSON.stringify([client, productLine]);
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = { client, productLine, lists: emptyLists() };
  groups.set(key, group);
  return group;
}

function emptyLists(): Lists {
  return { decisions: [], orders: [], quotations: [], supportRequests: [], visits: [], specifications: [] };
}

function lineOf({ productLine }: Group): string {
  return productLine ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
