import { printDecimal } from "../../ground/numeral.js";
import { readInput } from "../../ground/reader.js";
import type { Archive } from "../../models/record/archive.js";
import { shareOf } from "../share.js";
import {
  ARCHIVE_AGES,
  type ArchiveAge,
  type ArchiveOptions,
  type ArchiveQuestion,
  type ArchiveReview,
  ASK_REASONS,
  type AskReason,
  type SectionReview,
  type StaleField,
} from "./archive.js";
import { footingOf, isStale } from "./footing.js";
import { type ArchiveSettings, readArchiveOptions } from "./options.js";
import { type KnownField, type ReadField, readFieldsOf } from "./read-archive.js";

/**
 * Looks through a client's archive (E3: complete, true, kept up to date): how complete each section is, which facts are too old or unverified, how much of a score rests on such
 * facts, and what to ask next.
 *
 * A field is known where it has a value; one that doesn't apply leaves the count. A fact is too old beyond `ages.ageing` days, or beyond the `maxAgeDays` of its indicator in `scorecard`. `verified` counts only where
 * it is `true`. `footing` has shares of the *weight* of the facts that counted in `evaluation`, not of points: also a fact that earned none decides on the score. Facts that the evaluation took from elsewhere, such as a trade
 * record, are in it too.
 *
 * A client without an archive (`null`) has an empty one. Fields that can't be read (no object, no date, a date after `asOf`, a value that is said not to apply) are in `issues` and
 * count as unknown. Faulty options throw a `KeyAccountError` with all issues.
 *
 * @example
 * ```ts
 * import { clientArchive, evaluate } from "keyaccount";
 * import { distributorScorecard } from "keyaccount/handbook";
 * import { archiveFacts } from "keyaccount/models";
 *
 * const archive = {
 *   v: 1 as const,
 *   management: { salesReps: { value: "6", observedAt: "2026-10-01", verified: true } },
 *   service: { afterSalesService: { value: 4, observedAt: "2024-03-01" }, ownEngineers: { value: null, notApplicable: true as const } },
 * };
 * const evaluation = evaluate(distributorScorecard, archiveFacts(archive), { asOf: "2026-11-21" });
 * const { sections, stale, ask } = clientArchive(archive, { asOf: "2026-11-21", evaluation });
 * sections[7]; // => { section: "service", known: 1, applicable: 3, completeness: 0.3333, missing: ["displayQuality", "afterSales"] }
 * stale.map(({ field, age, ageDays }) => [field, age, ageDays]); // => [["afterSalesService", "outdated", 995]]
 * ask.slice(0, 2).map(({ field, reason }) => [field, reason]); // => [["salesNetwork", "missing"], ["relationship", "missing"]]
 * ```
 */
export function clientArchive(archive: Archive | null | undefined, options: ArchiveOptions): ArchiveReview {
  const settings = readArchiveOptions(options);
  const reader = readInput(archive ?? {});
  const fields = readFieldsOf(reader, settings);
  const known = fields.filter((field) => field.state === "known");
  return {
    v: 1,
    asOf: settings.asOf,
    completeness: completenessOf(fields),
    sections: sectionsOf(fields, settings),
    ages: countAges(known),
    stale: known.flatMap((field) => staleOf(field, settings)).toSorted((one, other) => other.ageDays - one.ageDays),
    unverified: known.flatMap(({ section, field, isVerified }) => (isVerified ? [] : { section, field })),
    footing: footingOf(settings),
    ask: questionsOf(fields, settings),
    issues: reader.issues,
  };
}

function completenessOf(fields: readonly ReadField[]): number | null {
  const applicable = fields.filter(({ state }) => state !== "not-applicable").length;
  const known = fields.filter(({ state }) => state === "known").length;
  return applicable === 0 ? null : shareOf(BigInt(known), BigInt(applicable));
}

function sectionsOf(fields: readonly ReadField[], settings: ArchiveSettings): SectionReview[] {
  const bySection = new Map(Object.keys(settings.fields).map((section) => [section, [] as ReadField[]]));
  for (const field of fields) bySection.get(field.section)?.push(field);
  return [...bySection].map(([section, members]) => sectionOf(section, members));
}

function sectionOf(section: string, fields: readonly ReadField[]): SectionReview {
  return {
    section,
    known: fields.filter(({ state }) => state === "known").length,
    applicable: fields.filter(({ state }) => state !== "not-applicable").length,
    completeness: completenessOf(fields),
    missing: fields.flatMap(({ field, state }) => (state === "missing" ? field : [])),
  };
}

function countAges(known: readonly KnownField[]): ArchiveReview["ages"] {
  const counts = ARCHIVE_AGES.map((age) => [age, known.filter((field) => field.age === age).length]);
  return Object.fromEntries(counts) as { [A in ArchiveAge]: number };
}

function staleOf({ section, field, age, observedAt, ageDays }: KnownField, settings: ArchiveSettings): StaleField[] {
  // Whoever is stale has a date, and so an age.
  if (!isStale(field, ageDays, settings)) return [];
  return [{ section, field, age, observedAt: observedAt as string, ageDays: ageDays as number }];
}

function questionsOf(fields: readonly ReadField[], settings: ArchiveSettings): ArchiveQuestion[] {
  const questions = fields.flatMap((one): ArchiveQuestion[] => {
    const reason = reasonFor(one, settings);
    const weight = settings.weights.get(one.field);
    const number = weight === undefined ? null : Number(printDecimal(weight));
    return reason === null ? [] : [{ section: one.section, field: one.field, reason, weight: number }];
  });
  return questions.toSorted((one, other) => rankOf(other) - rankOf(one) || orderOf(one) - orderOf(other));
}

function reasonFor(field: ReadField, settings: ArchiveSettings): AskReason | null {
  if (field.state !== "known") return field.state === "missing" ? "missing" : null;
  if (field.ageDays === null) return "undated";
  return isStale(field.field, field.ageDays, settings) ? "stale" : null;
}

/** Any weight, also zero, comes before none. */
const rankOf = ({ weight }: ArchiveQuestion): number => weight ?? -1;
const orderOf = ({ reason }: ArchiveQuestion): number => ASK_REASONS.indexOf(reason);
