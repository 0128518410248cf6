// Shows a portfolio judged where its data are: Northwind's facts as a table in DuckDB, the scorecard as one SELECT, and the same
// grades as in process. Run it: `npx tsx examples/warehouse.ts`.
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { toSql } from "keyaccount/sql";
import { factsOf } from "./northwind/facts.js";
import { type Judged, rank, readAccounts } from "./northwind/ranking.js";
import { type NorthwindFacts, scorecard } from "./northwind/scorecard.js";

/** The table as a warehouse may have it: its own names, exact types, NULL for what isn't known. */
const TABLE = `CREATE TABLE client_facts (
  client_id VARCHAR PRIMARY KEY,
  annual_sales DECIMAL(18, 4),
  orders INTEGER,
  active_months DECIMAL(9, 6),
  growth DECIMAL(12, 6),
  products INTEGER,
  discount DECIMAL(9, 4),
  late DECIMAL(9, 4)
)`;

/** The columns in the table's order, behind the client's id. */
const LOADED = [
  "annualSales",
  "orderFrequency",
  "tradeRegularity",
  "volumeGrowth",
  "productRange",
  "averageDiscount",
  "lateShipments",
] as const satisfies readonly (keyof NorthwindFacts)[];

/** The scorecard as DuckDB reads it. Three questions are for the next visit: no column tells, so they are unknown for everybody. */
export const sql = toSql(scorecard, {
  dialect: "duckdb",
  table: "client_facts",
  keep: ["client_id"],
  columns: {
    annualSales: { column: "annual_sales", scale: 4 },
    orderFrequency: { column: "orders", scale: 0 },
    tradeRegularity: { column: "active_months", scale: 6 },
    volumeGrowth: { column: "growth", scale: 6 },
    productRange: { column: "products", scale: 0 },
    averageDiscount: { column: "discount", scale: 4 },
    lateShipments: { column: "late", scale: 4 },
    salesReps: null,
    promotionAbility: null,
    relationship: null,
  },
});

/** A client as the warehouse judges it; decimals as texts. */
export interface Row {
  readonly client_id: string;
  readonly score: string | null;
  readonly grade: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly coverage: string;
}

/** Loads everybody's facts into DuckDB and has the scorecard judge them there, the best first. */
export async function judgeInWarehouse(): Promise<Row[]> {
  const { accounts, asOf } = readAccounts();
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(TABLE);
  for (const account of accounts) {
    const facts = factsOf(account, asOf);
    const values = [account.client.id, ...LOADED.map((id) => valueOf(facts[id]))];
    await connection.run("INSERT INTO client_facts VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", values);
  }
  const result = await connection.runAndReadAll(
    `SELECT * FROM (${sql}) AS judged ORDER BY score DESC NULLS LAST, client_id`,
  );
  connection.closeSync();
  return result.getRowObjectsJson() as unknown as Row[];
}

function valueOf(fact: NorthwindFacts[(typeof LOADED)[number]]): string | null {
  if (fact === null || fact === undefined) return null;
  if (typeof fact !== "object") return String(fact);
  return "value" in fact && fact.value != null ? String(fact.value) : null;
}

/** The clients on whom the warehouse and the process don't agree to the last digit. */
export function disagreements(rows: readonly Row[], judged: readonly Judged[]): string[] {
  const byId = new Map(rows.map((row) => [row.client_id, row]));
  return judged
    .filter(({ client, evaluation }) => !isSame(byId.get(client.id), evaluation))
    .map(({ client }) => client.id);
}

function isSame(row: Row | undefined, { score, grade, low, high, coverage }: Judged["evaluation"]): boolean {
  const numbers = [score, low, high, coverage];
  const texts = [row?.score, row?.low, row?.high, row?.coverage];
  return row?.grade === grade && numbers.every((number, index) => number === numberOf(texts[index]));
}

const numberOf = (text: string | null | undefined): number | null => (text == null ? null : Number(text));

/** What the example prints. */
export async function report(): Promise<string[]> {
  const rows = await judgeInWarehouse();
  const { accounts, asOf } = readAccounts();
  const different = disagreements(rows, rank(accounts, asOf));
  return [
    `${String(rows.length)} clients judged in DuckDB by one SELECT of ${String(sql.split("\n").length)} lines; ${String(different.length)} differ from evaluate.`,
    "",
    "client  grade    score      low …    high  coverage",
    ...rows.slice(0, 10).map(line),
  ];
}

function line({ client_id, grade, score, low, high, coverage }: Row): string {
  const [a, b, c] = [score, low, high].map((text) => (text ?? "–").padStart(8));
  return `${client_id}   ${(grade ?? "–").padEnd(5)} ${a ?? ""} ${b ?? ""} … ${c ?? ""}  ${coverage}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await report()).join("\n"));
