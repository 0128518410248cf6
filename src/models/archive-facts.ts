import type { Archive } from "./archive.js";
import type { Known } from "./known.js";

type Sections<A> = Exclude<A[keyof A], undefined | string | number | boolean>;
type FieldNames<S> = S extends unknown ? keyof S & string : never;
type FieldOf<S, K> = S extends unknown ? (K extends keyof S ? S[K] : never) : never;

/** The facts in an archive: every field of every section, by its name. */
export type ArchiveFacts<A = Archive> = {
  readonly [K in FieldNames<Sections<A>>]?: FieldOf<Sections<A>, K>;
};

/**
 * The fields of all sections as one map of facts, ready for `evaluate` (E3, A7): each with its value and provenance, in
 * the archive's order. Fields and sections of the host's own come along. A field that doesn't apply stays `notApplicable`;
 * what isn't in the archive isn't in the map, and so unknown. If a host repeats a name in a second section, the later one
 * counts. A client without an archive has no facts.
 *
 * @example
 * ```ts
 * import { archiveFacts } from "keyaccount/models";
 *
 * const facts = archiveFacts({
 *   v: 1,
 *   standing: { reputation: { value: 4, observedAt: "2026-10-02", source: "survey" } },
 *   finance: { netMargin: { value: "0.08" } },
 * });
 * Object.keys(facts); // => ["reputation", "netMargin"]
 * facts.netMargin?.value; // => "0.08"
 * archiveFacts({ v: 1 }); // => {}
 * archiveFacts(undefined); // => {}
 * ```
 */
export function archiveFacts<A extends Archive>(archive: A | null | undefined): ArchiveFacts<A> {
  const sections = Object.values(archive ?? {}).filter(
    (section: unknown) => typeof section === "object" && section !== null,
  );
  const fields = sections.flatMap((section: object) => Object.entries(section).filter(([, field]) => isKnown(field)));
  return Object.fromEntries(fields.map(([name, field]) => [name, factOf(field as Known<unknown>)])) as ArchiveFacts<A>;
}

function isKnown(field: unknown): boolean {
  return typeof field === "object" && field !== null && "value" in field;
}

/** `evaluate` knows a fact that doesn't apply by having no value. */
function factOf(known: Known<unknown>): object {
  if (known.notApplicable !== true) return { ...known };
  return Object.fromEntries(Object.entries(known).filter(([key]) => key !== "value"));
}
