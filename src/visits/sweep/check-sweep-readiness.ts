import { throwIssues } from "../../ground/error.js";
import { isHostCode } from "../../ground/host-code.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { checkRecord } from "../../ground/record.js";
import { show } from "../../ground/show.js";
import type { HostCode } from "../../ground/vocabulary.js";
import {
  type PreparationState,
  SWEEP_PREPARATIONS,
  type SweepPreparation,
  type SweepPreparations,
  type SweepReadiness,
} from "./readiness.js";

type Item = SweepPreparation | HostCode;

/**
 * Whether the resources for a sweep are there (A3.1 sales policy, A3.2 material, A3.3 trained people, A3.4 forms of control, A4.1 the rest). Nothing is ready
 * because nobody said otherwise: what is unknown is open.
 *
 * Throws a `KeyAccountError` for an item that is neither known nor a host's own (`unknown-key`), and for a value that is neither true, false,
 * `null` nor `{ notApplicable: true }` (`wrong-type`).
 *
 * @example
 * ```ts
 * import { checkSweepReadiness } from "keyaccount";
 *
 * const { ready, open } = checkSweepReadiness({
 *   "policy-beats-rivals": true, "policy-costs-bearable": true, "product-manual": true, samples: { notApplicable: true },
 *   "people-trained": false, "daily-report-form": true, "weekly-summary-form": true,
 *   "area-profile": true, "survey-plan": true, "visit-route": true, "x-mobile-phones": true,
 * });
 * ready; // => false
 * open; // => ["people-trained", "things-to-carry"]
 * ```
 */
export function checkSweepReadiness(prepared: SweepPreparations): SweepReadiness {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(prepared, [], issues);
  const own = Object.keys(given)
    .filter((key) => !SWEEP_PREPARATIONS.includes(key as SweepPreparation))
    .sort();
  for (const key of own.filter((one) => !isHostCode(one))) {
    issues.push({ code: "unknown-key", path: [key], details: { key, allowed: [...SWEEP_PREPARATIONS] } });
  }
  const items = [...SWEEP_PREPARATIONS, ...(own as HostCode[])].map((item) => {
    return { item, state: stateOf(given[item], item, issues) };
  });
  throwIssues(issues);
  const open = items.flatMap(({ item, state }): Item[] => (state === "not-ready" || state === "unknown" ? [item] : []));
  return { v: 1, ready: open.length === 0, items, open };
}

function stateOf(value: unknown, item: string, issues: ArgumentIssue[]): PreparationState {
  if (value === undefined || value === null) return "unknown";
  if (typeof value === "boolean") return value ? "ready" : "not-ready";
  if (typeof value === "object" && checkRecord(value, [item], issues)["notApplicable"] === true)
    return "not-applicable";
  issues.push({ code: "wrong-type", path: [item], details: { expected: "boolean", received: show(value) } });
  return "unknown";
}
