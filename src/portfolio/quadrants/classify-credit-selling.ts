import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, PortfolioIssue } from "../../ground/issue.js";
import { checkIterable, checkKeys, checkRecord, finiteNumber } from "../arguments.js";
import { byId } from "../order.js";
import { type ReadRow, readRows } from "../rows.js";
import { summariesBy } from "../summary.js";
import {
  COUNTERMEASURES_BY_TYPE,
  CREDIT_SELLING_CUTS,
  CREDIT_SELLING_TYPES,
  type CreditSellingClient,
  type CreditSellingOptions,
  type CreditSellingPlace,
  type CreditSellingResult,
  type CreditSellingType,
} from "./credit-selling.js";
import { type Judged, judged, sideOf } from "./judged.js";

const FIELDS = { credit: judged, selling: judged };

/**
 * Sorts clients by credit and selling ability (C4): the sound seller, the sitting merchant 坐商 who pays but doesn't grow, the risky seller
 * whose volume is fast and whose money is unsafe, and the weak; each with its countermeasures.
 *
 * Both are judged before, by `evaluate` with `creditScorecard` and `sellingScorecard` of `keyaccount/handbook` or the host's own. A client that lacks one of
 * the scores has no type; `certain` says whether what is unknown could still change it. Rows that can't be read are listed in `issues` and left out.
 * Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { classifyCreditSelling, evaluate } from "keyaccount";
 * import { creditScorecard, sellingScorecard } from "keyaccount/handbook";
 *
 * const { clients } = classifyCreditSelling([{
 *   id: "fast-lane",
 *   credit: evaluate(creditScorecard, { collectionToTerms: 1.9, latePayments: 0.4, disputedInvoices: 0 }),
 *   selling: evaluate(sellingScorecard, { sellThrough: 8, salesGrowth: 0.3 }),
 * }]);
 * clients[0]?.type; // => "risky-seller"
 * clients[0]?.countermeasures; // => ["cash-terms", "tight-credit-limit"]
 * ```
 */
export function classifyCreditSelling(
  clients: Iterable<CreditSellingClient>,
  options: CreditSellingOptions = {},
): CreditSellingResult {
  checkIterable(clients);
  const cuts = readCuts(options);
  const issues: PortfolioIssue[] = [];
  const places = readRows(clients, FIELDS, issues).map((row) => placeOf(row, cuts));
  const typed = places.filter(({ type }) => type !== null).sort(bySelling);
  return {
    v: 1,
    cuts,
    types: summariesBy(
      CREDIT_SELLING_TYPES,
      places.map(({ type }) => type),
    ),
    clients: [
      ...typed.map((place, index) => ({ ...place, place: index + 1 })),
      ...places.filter(({ type }) => type === null).sort(byId),
    ],
    issues,
  };
}

function placeOf(
  { id, credit, selling }: ReadRow<typeof FIELDS>,
  cuts: CreditSellingResult["cuts"],
): CreditSellingPlace {
  const [pays, sells] = [sideOf(credit, cuts.credit), sideOf(selling, cuts.selling)];
  const type = typeOf(pays.isAbove, sells.isAbove);
  return {
    id,
    type,
    certain: type !== null && pays.certain && sells.certain,
    place: null,
    credit,
    selling,
    countermeasures: type === null ? [] : [...COUNTERMEASURES_BY_TYPE[type]],
    reasons: [
      pays.isAbove === null ? "credit-unknown" : pays.isAbove ? "credit-good" : "credit-weak",
      sells.isAbove === null ? "selling-unknown" : sells.isAbove ? "selling-strong" : "selling-weak",
    ],
  };
}

function typeOf(pays: boolean | null, sells: boolean | null): CreditSellingType | null {
  if (pays === null || sells === null) return null;
  if (pays) return sells ? "sound-seller" : "sitting-merchant";
  return sells ? "risky-seller" : "weak";
}

function bySelling(one: CreditSellingPlace, other: CreditSellingPlace): number {
  return (
    scoreOf(other.selling) - scoreOf(one.selling) || scoreOf(other.credit) - scoreOf(one.credit) || byId(one, other)
  );
}

/** Both have a score where there is a type. */
function scoreOf(judgement: Judged | null): number {
  return Number(judgement?.score);
}

function readCuts(options: unknown): CreditSellingResult["cuts"] {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, ["credit", "selling"], [], issues);
  const { credit = CREDIT_SELLING_CUTS.credit, selling = CREDIT_SELLING_CUTS.selling } = given;
  const cuts = {
    credit: finiteNumber(credit, ["credit"], issues),
    selling: finiteNumber(selling, ["selling"], issues),
  };
  throwIssues(issues);
  return cuts;
}
