import { dayOf, sortable } from "../../ground/dates.js";
import type { DerivedHistory, DerivedObservation, ExperienceRecordIssue, ObservedExperience } from "./derived.js";
import { fromDecision, fromOrder, fromQuotation, fromSpecification, fromTopics } from "./from-rows.js";
import { fromInterest, fromSupport } from "./from-windows.js";
import { groupsOf } from "./groups.js";
import { type ObserveOptions, type ReadObserveOptions, readObserveOptions } from "./options.js";
import { type ReadLists, readRecords } from "./read-records.js";
import type { ExperienceRecords } from "./records.js";

/**
 * Derives dated observations of experience (B2), client by client and product line by product line, from what a host has: contacts in decisions
 * (B2.1), topics of visits (B2.2, B2.8), orders (B2.3), days from inquiry to order (B2.4), support requests per order and specifications (B2.5),
 * discounts asked (B2.7). Attitude to risk (B2.6) isn't derived: no usual record tells it.
 *
 * Every observation tells one signal, its figure, the cut that it was compared with and the ids of its records; figures are compared exactly
 * and given to four decimals, ties away from zero. A figure on a bound speaks for that side. No observation looks at records later than its own day,
 * nor at those of another client or product line, so neither ever changes it (unless `supportSince` isn't told and an earlier first request of its own appears). What is unknown is
 * skipped: that nobody asked for support counts only since requests are recorded. A person who stands twice in a decision counts once; one with two functions is a fault. Records in another order give the same result; no records give no histories.
 *
 * Data never throws: records with a fault are left out, with all their faults in `issues`. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { classifyExperience, observeExperience } from "keyaccount";
 *
 * const { histories } = observeExperience({
 *   decisions: [
 *     { id: "d-1", client: "acme", at: "2026-09-03", contacts: [{ id: "li", function: "design-engineering" }] },
 *   ],
 *   orders: [{ id: "o-1", client: "acme", at: "2026-09-20", suppliers: 1 }],
 * });
 * histories.flatMap(({ observations }) => observations.map(({ levels }) => levels)); // => [{ decisionMakers: "senior-management" }, { buyingManner: "whole-system" }]
 * histories[0]?.observations[1]?.derivation?.figure; // => "supplier-count"
 * histories.map((history) => classifyExperience(history, { asOf: "2026-09-30" }).stage); // => ["generalist"]
 * ```
 */
export function observeExperience(records: ExperienceRecords, options: ObserveOptions = {}): ObservedExperience {
  const read = readObserveOptions(options);
  const issues: ExperienceRecordIssue[] = [];
  const { lists, supportSince } = readRecords(records, issues);
  const histories = groupsOf(lists).map(({ client, productLine, lists: own }): DerivedHistory => {
    const observations = observationsOf(own, sinceOf(own, supportSince), read);
    return productLine === null ? { client, observations } : { client, productLine, observations };
  });
  return { histories: histories.filter(({ observations }) => observations.length > 0), issues, ...read };
}

/** The day since which requests for support of a client and product line are recorded: told by the host, or that of the first one; `null` where none is known of. */
function sinceOf({ supportRequests }: ReadLists, supportSince: string | null): number | null {
  if (supportSince !== null) return dayOf(supportSince);
  return supportRequests.reduce<number | null>((first, { at }) => {
    const day = dayOf(at) as number;
    return first === null || day < first ? day : first;
  }, null);
}

function observationsOf(
  { decisions, orders, quotations, supportRequests, visits, specifications }: ReadLists,
  since: number | null,
  { cuts, windows }: ReadObserveOptions,
): DerivedObservation[] {
  return inOrder([
    ...decisions.flatMap((row) => fromDecision(row, cuts)),
    ...visits.flatMap((row) => fromTopics(row, cuts)),
    ...orders.flatMap((row) => fromOrder(row, cuts)),
    ...quotations.flatMap((row) => fromQuotation(row, cuts)),
    ...fromSupport(orders, supportRequests, since, windows, cuts),
    ...specifications.flatMap((row) => fromSpecification(row)),
    ...fromInterest(visits, windows, cuts),
  ]);
}

/** By time; those of one time by signal, kind of record and id, which no two share. */
function inOrder(observations: readonly DerivedObservation[]): DerivedObservation[] {
  return observations
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one);
}

function keyOf({ at, provenance: { source, ref }, derivation }: DerivedObservation): string {
  return [sortable(at), at, derivation?.figure ?? "", source, ref].join("\0");
}
