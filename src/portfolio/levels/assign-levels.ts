import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, PortfolioIssue } from "../../ground/issue.js";
import { CLIENT_PHASES, type ClientPhase, LEVELS, type Level } from "../../ground/vocabulary.js";
import { checkIterable, checkKeys, checkOneOf, checkRecord, integerIn } from "../arguments.js";
import { byId } from "../order.js";
import { answer, type ReadRow, rank, readRows } from "../rows.js";
import { summariesBy } from "../summary.js";
import {
  CARE_BY_LEVEL,
  LEVEL_CUTS,
  type LevelClient,
  type LevelOptions,
  type LevelPlace,
  type LevelReason,
  type LevelResult,
  RANKINGS,
  type Ranking,
} from "./levels.js";

const FIELDS = { salesRank: rank, profitRank: rank, buys: answer, inDevelopment: answer };
const MOST_RANK = 1_000_000_000;

interface Rule {
  readonly cuts: { readonly A: number; readonly B: number; readonly C: number };
  readonly by: Ranking;
}

/**
 * Assigns the levels A–D by rank in the industry's sales and profit (E4.7), how each is cared for and followed (E4.8), and the phase: producing 产出,
 * incubating 孵化 or potential 潜在 (E4.9).
 *
 * Unless told, the worse of the two ranks decides, so that a client is inside the top 50 only by sales and by profit. Where just one of two is known, that one decides
 * and `certain` says whether the other could give another level. A rank equal to a cut is inside.
 *
 * Rows that can't be read are listed in `issues` and left out. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { assignLevels } from "keyaccount";
 *
 * const { clients } = assignLevels([
 *   { id: "north", salesRank: 3, profitRank: 8, buys: true },
 *   { id: "south", salesRank: 40, profitRank: 60, buys: false, inDevelopment: true },
 * ]);
 * clients.map(({ id, level, phase }) => [id, level, phase]); // => [["north", "A", "producing"], ["south", "C", "incubating"]]
 * clients[0]?.care; // => { manner: "on-site", way: "visited-by-developer" }
 * ```
 */
export function assignLevels(clients: Iterable<LevelClient>, options: LevelOptions = {}): LevelResult {
  checkIterable(clients);
  const rule = readRule(options);
  const issues: PortfolioIssue[] = [];
  const places = readRows(clients, FIELDS, issues).map((row) => placeOf(row, rule));
  const ranked = places.filter(({ level }) => level !== null).sort(byRank);
  return {
    v: 1,
    levels: summariesBy(
      LEVELS,
      places.map(({ level }) => level),
    ),
    phases: summariesBy(
      CLIENT_PHASES,
      places.map(({ phase }) => phase),
    ),
    clients: [
      ...ranked.map((one, index) => ({ ...one, place: index + 1 })),
      ...places.filter(({ level }) => level === null).sort(byId),
    ],
    issues,
  };
}

function byRank(one: LevelPlace, other: LevelPlace): number {
  return Number(one.rank) - Number(other.rank) || byId(one, other);
}

function placeOf({ id, salesRank, profitRank, buys, inDevelopment }: ReadRow<typeof FIELDS>, rule: Rule): LevelPlace {
  const decided = decide(salesRank, profitRank, rule);
  const level = decided.rank === null ? null : levelAt(decided.rank, rule);
  return {
    id,
    level,
    certain: level !== null && (decided.isWhole || !isOpen(level, rule)),
    place: null,
    rank: decided.rank,
    reasons: [decided.reason],
    care: level && { ...CARE_BY_LEVEL[level] },
    phase: phaseOf(buys, inDevelopment),
  };
}

interface Decided {
  readonly rank: number | null;
  readonly reason: LevelReason;
  /** Whether every rank that counts is known. */
  readonly isWhole: boolean;
}

function decide(sales: number | null, profit: number | null, { by }: Rule): Decided {
  const bySales: Decided = {
    rank: sales,
    reason: sales === null ? "rank-unknown" : "sales-rank",
    isWhole: by === "sales",
  };
  const byProfit: Decided = {
    rank: profit,
    reason: profit === null ? "rank-unknown" : "profit-rank",
    isWhole: by === "profit",
  };
  if (by === "sales" || profit === null) return by === "profit" ? byProfit : bySales;
  if (by === "profit" || sales === null) return byProfit;
  const isSales = by === "worse" ? sales >= profit : sales <= profit;
  return { ...(isSales ? bySales : byProfit), isWhole: true };
}

function levelAt(rank: number, { cuts }: Rule): Level {
  if (rank <= cuts.A) return "A";
  if (rank <= cuts.B) return "B";
  return rank <= cuts.C ? "C" : "D";
}

/** Whether another rank could change a level: the worse one makes no D worse, the better one no A better. */
function isOpen(level: Level, { by }: Rule): boolean {
  return level !== (by === "worse" ? "D" : "A");
}

function phaseOf(buys: boolean | null, inDevelopment: boolean | null): ClientPhase | null {
  if (buys === true) return "producing";
  if (buys === null || inDevelopment === null) return null;
  return inDevelopment ? "incubating" : "potential";
}

function readRule(options: LevelOptions): Rule {
  const issues: ArgumentIssue[] = [];
  const record = checkRecord(options, [], issues);
  checkKeys(record, ["cuts", "by"], [], issues);
  const { by = "worse", cuts = {} } = record;
  checkOneOf(by, RANKINGS, ["by"], issues);
  const given = checkRecord(cuts, ["cuts"], issues);
  checkKeys(given, ["A", "B", "C"], ["cuts"], issues);
  const a = integerIn(given["A"] ?? LEVEL_CUTS.A, 0, MOST_RANK, ["cuts", "A"], issues);
  const b = integerIn(given["B"] ?? LEVEL_CUTS.B, a, MOST_RANK, ["cuts", "B"], issues);
  const c = integerIn(given["C"] ?? LEVEL_CUTS.C, b, MOST_RANK, ["cuts", "C"], issues);
  throwIssues(issues);
  return { cuts: { A: a, B: b, C: c }, by: by as Ranking };
}
