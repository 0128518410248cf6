import type { PortfolioIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { checkIterable } from "../arguments.js";
import { byId } from "../order.js";
import { own } from "../own.js";
import { answer, type FieldReader, optionalText, quantity, type ReadRow, readRows } from "../rows.js";
import { rankByAmount } from "../volumes.js";
import { type ReadSelection, readSelectionOptions } from "./options.js";
import { pyramidOf } from "./pyramid.js";
import type {
  AccountClient,
  AccountJudgement,
  AccountPlace,
  Selection,
  SelectionOptions,
  SelectionReason,
  SelectionResult,
} from "./selection.js";

const TOLD = 3;

/** What was taken of an evaluation. */
interface ReadJudgement extends Pick<AccountJudgement, "score" | "grade" | "gradeCertain"> {
  readonly strengths: readonly { readonly indicator: string }[];
  readonly reasons: readonly { readonly indicator: string }[];
}

const judgement: FieldReader<ReadJudgement | null> = (raw) => {
  if (raw === undefined || raw === null) return { value: null };
  const value = typeof raw === "object" ? readJudgement(raw) : null;
  if (value !== null) return { value };
  return { fault: { code: "wrong-type", details: { expected: "object", received: print(raw) } } };
};

/** The part of an evaluation that is taken; `null` where it is none. */
function readJudgement(raw: object): ReadJudgement | null {
  const [score, grade, gradeCertain] = [own(raw, "score"), own(raw, "grade"), own(raw, "gradeCertain")];
  const [strengths, reasons] = [indicatorsOf(own(raw, "strengths")), indicatorsOf(own(raw, "reasons"))];
  if (score !== null && !Number.isFinite(score)) return null;
  if (grade !== null && typeof grade !== "string") return null;
  if (strengths === null || reasons === null) return null;
  // −0 + 0 is 0.
  const plain = score === null ? null : Number(score) + 0;
  return { score: plain, grade, gradeCertain: gradeCertain === true, strengths, reasons };
}

/** Those of a list's entries that are of an indicator; `null` where it is no list. */
function indicatorsOf(list: unknown): { readonly indicator: string }[] | null {
  if (!Array.isArray(list)) return null;
  return list.flatMap((entry: unknown) => {
    const indicator = typeof entry === "object" && entry !== null ? own(entry, "indicator") : undefined;
    return typeof indicator === "string" ? { indicator } : [];
  });
}

const FIELDS = { evaluation: judgement, goesOn: answer, value: quantity, industry: optionalText, area: optionalText };
type Row = ReadRow<typeof FIELDS>;

/**
 * Selects key accounts (E2.1, E2.2) by how they were judged, with reasons; tells accounts from one-off projects (E2.4); and re-groups all clients
 * in a value pyramid across industries and areas (E2.3).
 *
 * The judgement is an evaluation by `keyAccountScorecard` of `keyaccount/handbook`, or by a card of the host's own whose grades the options name. Who isn't judged has no
 * selection. Tiers are shares of the number of clients whose value is known, the first of a tier's clients counted up; equal values go by id. Rows that can't
 * be read are listed in `issues` and left out. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { evaluate, selectKeyAccounts } from "keyaccount";
 * import { keyAccountScorecard } from "keyaccount/handbook";
 *
 * const strong = evaluate(keyAccountScorecard, { annualVolume: 14, marginContribution: 1.4, orderFrequency: 20, revenueShare: 0.04 });
 * const { clients, pyramid } = selectKeyAccounts(
 *   [
 *     { id: "north", evaluation: strong, goesOn: true, value: "500000", industry: "pumps" },
 *     { id: "bridge", evaluation: strong, goesOn: false, value: "900000", industry: "building" },
 *   ],
 *   { tiers: ["0.5", "0.5"] },
 * );
 * clients.map(({ id, selection, reason }) => [id, selection, reason]); // => [["bridge", "project", "ends-with-the-order"], ["north", "key-account", "grade-selects"]]
 * pyramid[0]?.industries; // => { building: 1 }
 * ```
 */
export function selectKeyAccounts(clients: Iterable<AccountClient>, options: SelectionOptions = {}): SelectionResult {
  checkIterable(clients);
  const rule = readSelectionOptions(options);
  const issues: PortfolioIssue[] = [];
  const rows = readRows(clients, FIELDS, issues);
  const pyramid = pyramidOf(
    rankByAmount(rows, ({ value }) => value),
    rule.tiers,
  );
  const tierOf = new Map(pyramid.flatMap(({ tier, clients: ids }) => ids.map((id) => [id, tier] as const)));
  const places = rows.map((row) => placeOf(row, tierOf.get(row.id) ?? null, rule)).sort(byScore);
  const count = (selection: Selection): number => places.filter((one) => one.selection === selection).length;
  return {
    v: 1,
    counts: {
      "key-account": count("key-account"),
      candidate: count("candidate"),
      ordinary: count("ordinary"),
      project: count("project"),
    },
    clients: places,
    pyramid,
    issues,
  };
}

function byScore(one: AccountPlace, other: AccountPlace): number {
  if (one.score === null || other.score === null) {
    return Number(one.score === null) - Number(other.score === null) || byId(one, other);
  }
  return other.score - one.score || byId(one, other);
}

function placeOf({ id, evaluation, goesOn }: Row, tier: number | null, rule: ReadSelection): AccountPlace {
  const grade = evaluation?.grade ?? null;
  const reason = reasonFor(grade, goesOn, rule);
  return {
    id,
    selection: SELECTION_BY_REASON[reason],
    certain: isCertain(reason, evaluation, goesOn),
    reason,
    grade,
    score: evaluation?.score ?? null,
    strengths: (evaluation?.strengths ?? []).slice(0, TOLD).map(({ indicator }) => indicator),
    weaknesses: (evaluation?.reasons ?? []).map(({ indicator }) => indicator).slice(0, TOLD),
    tier,
  };
}

const SELECTION_BY_REASON: { readonly [K in SelectionReason]: Selection | null } = {
  "grade-selects": "key-account",
  "grade-to-develop": "candidate",
  "grade-too-low": "ordinary",
  "ends-with-the-order": "project",
  "not-judged": null,
};

function reasonFor(grade: string | null, goesOn: boolean | null, { select, develop }: ReadSelection): SelectionReason {
  if (goesOn === false) return "ends-with-the-order";
  if (grade === null) return "not-judged";
  if (select.includes(grade)) return "grade-selects";
  return develop.includes(grade) ? "grade-to-develop" : "grade-too-low";
}

function isCertain(reason: SelectionReason, evaluation: ReadJudgement | null, goesOn: boolean | null): boolean {
  if (reason === "ends-with-the-order") return true;
  return goesOn === true && evaluation?.gradeCertain === true;
}
