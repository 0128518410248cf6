// Part of the pipeline's example, the host's side: a CRM's export as four files, and what is wrong with it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "./csv.js";

/** One opportunity of the export. Empty texts are unknown. */
export interface Opportunity {
  readonly id: string;
  readonly agent: string;
  readonly product: string;
  readonly account: string;
  readonly stage: string;
  readonly engaged: string;
  readonly closed: string;
  readonly value: string;
}

/** The export. */
export interface Books {
  readonly opportunities: readonly Opportunity[];
  /** List prices by product. */
  readonly prices: ReadonlyMap<string, string>;
  readonly accounts: ReadonlySet<string>;
  /** Regional offices by agent. */
  readonly offices: ReadonlyMap<string, string>;
}

/** Reads the four files of a folder. */
export function readBooks(folder: string): Books {
  const rows = (name: string): Record<string, string>[] => readCsv(readFileSync(join(folder, `${name}.csv`), "utf8"));
  const pairs = (name: string, key: string, value: string): [string, string][] =>
    rows(name).map((row) => [row[key] ?? "", row[value] ?? ""]);
  return {
    opportunities: rows("sales_pipeline").map((row) => ({
      id: row["opportunity_id"] ?? "",
      agent: row["sales_agent"] ?? "",
      product: row["product"] ?? "",
      account: row["account"] ?? "",
      stage: row["deal_stage"] ?? "",
      engaged: row["engage_date"] ?? "",
      closed: row["close_date"] ?? "",
      value: row["close_value"] ?? "",
    })),
    prices: new Map(pairs("products", "product", "sales_price")),
    accounts: new Set(pairs("accounts", "account", "sector").map(([account]) => account)),
    offices: new Map(pairs("sales_teams", "sales_agent", "regional_office")),
  };
}

/** A name that the export uses and its own list doesn't have, with the one that may be meant. */
interface UnknownName {
  readonly kind: "product" | "account";
  readonly name: string;
  readonly meant: string | null;
  readonly opportunities: number;
}

/** What is wrong with the export. Nothing is mended: whoever keeps the books decides. */
export interface Flaws {
  readonly unknown: readonly UnknownName[];
  /** Open opportunities of nobody. */
  readonly withoutAccount: number;
  /** Agents without an opportunity. */
  readonly idle: readonly string[];
}

/** Looks for names that aren't in their lists, open opportunities without an account, and agents without an opportunity. */
export function flawsOf({ opportunities, prices, accounts, offices }: Books): Flaws {
  const used = new Set(opportunities.map(({ agent }) => agent));
  return {
    unknown: [
      ...unknownNames(
        "product",
        opportunities.map(({ product }) => product),
        [...prices.keys()],
      ),
      ...unknownNames(
        "account",
        opportunities.map(({ account }) => account),
        [...accounts],
      ),
    ],
    withoutAccount: opportunities.filter(
      ({ account, closed, stage }) => account === "" && closed === "" && stage !== "",
    ).length,
    idle: [...offices.keys()].filter((agent) => !used.has(agent)).sort(),
  };
}

function unknownNames(kind: UnknownName["kind"], names: readonly string[], list: readonly string[]): UnknownName[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== "" && !list.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.keys()].sort().map((name) => ({
    kind,
    name,
    meant: list.find((one) => plain(one) === plain(name)) ?? null,
    opportunities: counts.get(name) ?? 0,
  }));
}

/** Without what is easily mistyped: spaces, hyphens, capitals, doubled letters. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll(/(.)\1/g, "$1");
}
