import type { PortfolioIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { checkIterable } from "../arguments.js";
import { inOneCurrency } from "../currency.js";
import { byId } from "../order.js";
import { own } from "../own.js";
import { answer, currencyName, type FieldReader, optionalText, quantity, type ReadRow, readRows } from "../rows.js";
import { summariesBy } from "../summary.js";
import { rankByAmount } from "../volumes.js";
import { type ReadSelection, readSelectionOptions } from "./options.js";
import { pyramidOf } from "./pyramid.js";
import {
  type AccountClient,
  type AccountPlace,
  SELECTIONS,
  type Selection,
  type SelectionOptions,
  type SelectionReason,
  type SelectionResult,
} from "./selection.js";

const TOLD = 3;

interface ReadJudgement {
  readonly score: number | null;
  readonly grade: string | null;
  readonly gradeCertain: boolean;
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
}

const judgement: FieldReader<ReadJudgement | null> = (raw) => {
  if (raw === undefined || raw === null) return { value: null };
  if (typeof raw !== "object")
    return { fault: { code: "wrong-type", details: { expected: "object", received: print(raw) } } };
  const [score, grade, gradeCertain] = [own(raw, "score"), own(raw, "grade"), own(raw, "gradeCertain")];
  const [strong, weak] = [namesOf(own(raw, "strengths")), namesOf(own(raw, "reasons"))];
  if (isScore(score) && isGrade(grade) && strong?.includes(null) === false && weak !== undefined) {
    const [best, worst] = [told(strong), told(weak)];
    return {
      value: {
        score: score === null ? null : score + 0,
        grade,
        gradeCertain: gradeCertain === true,
        strengths: best,
        weaknesses: worst,
      },
    };
  }
  return { fault: { code: "wrong-type", details: { expected: "object", received: print(raw) } } };
};

function isScore(value: unknown): value is number | null {
  return value === null || Number.isFinite(value);
}

function isGrade(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

/** The indicator of each entry, `null` where it names none, as a group's cap does; `undefined` if any is no such entry. */
function namesOf(list: unknown): readonly (string | null)[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const names = Array.from<unknown, unknown>(list, (one) => {
    if (typeof one !== "object" || one === null) return undefined;
    return Object.hasOwn(one, "indicator") ? (own(one, "indicator") ?? undefined) : null;
  });
  return names.every((name) => isGrade(name)) ? names : undefined;
}

function told(names: readonly (string | null)[]): readonly string[] {
  return names.flatMap((name) => name ?? []).slice(0, TOLD);
}

const FIELDS = {
  evaluation: judgement,
  goesOn: answer,
  value: quantity,
  currency: currencyName,
  industry: optionalText,
  area: optionalText,
};
type Row = ReadRow<typeof FIELDS>;

/**
 * Selects key accounts (E2.1, E2.2) by how they were judged, with reasons; tells accounts from one-off projects (E2.4); and re-groups all clients
 * in a value pyramid across industries and areas (E2.3).
 *
 * The judgement is an evaluation by `keyAccountScorecard` of `keyaccount/handbook`, or by a card of the host's own whose grades the options name. Who isn't judged has no
 * selection. Tiers are shares of the number of clients whose value is known, the first of a tier's clients counted up; equal values go by id. Rows that can't
 * be read, or name another `currency` than most or the option, are listed in `issues` and left out. Faulty options throw a `KeyAccountError`.
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
 * clients.map(({ id, selection, reasons }) => [id, selection, reasons]); // => [["bridge", "project", ["ends-with-the-order"]], ["north", "key-account", ["grade-selects"]]]
 * pyramid[0]?.industries; // => { building: 1 }
 * ```
 */
export function selectKeyAccounts(clients: Iterable<AccountClient>, options: SelectionOptions = {}): SelectionResult {
  checkIterable(clients);
  const rule = readSelectionOptions(options);
  const issues: PortfolioIssue[] = [];
  const { rows, currency } = inOneCurrency(readRows(clients, FIELDS, issues), rule.currency, issues);
  const pyramid = pyramidOf(
    rankByAmount(rows, ({ value }) => value),
    rule.tiers,
  );
  const tierOf = new Map(pyramid.flatMap(({ tier, ids }) => ids.map((id) => [id, tier] as const)));
  const places = rows.map((row) => placeOf(row, tierOf.get(row.id) ?? null, rule)).sort(byScore);
  return {
    v: 1,
    currency,
    selections: summariesBy(
      SELECTIONS,
      places.map(({ selection }) => selection),
    ),
    clients: places.map((one, index) => ({ ...one, place: one.score === null ? null : index + 1 })),
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
    place: null,
    reasons: [reason],
    grade,
    score: evaluation?.score ?? null,
    strengths: evaluation?.strengths ?? [],
    weaknesses: evaluation?.weaknesses ?? [],
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
