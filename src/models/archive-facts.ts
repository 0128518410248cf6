import { KeyAccountError } from "../ground/error.js";
import { received } from "./received.js";
import type { Archive } from "./record/archive.js";
import type { Known } from "./record/known.js";

/** The sections that every archive knows. */
const SECTIONS: readonly string[] = [
  "standing",
  "ability",
  "management",
  "finance",
  "market",
  "buying",
  "relationship",
  "service",
] satisfies readonly (keyof Archive)[];

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
 * what isn't in the archive isn't in the map, and so unknown. Where a section of the host's own repeats a name that a section of
 * ours has, ours counts, whatever their order; of two of the host's own, the later one. A client without an archive has no
 * facts; what can't be an archive (`wrong-type`) is a programmer's mistake and throws a `KeyAccountError`.
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
  if (archive === null || archive === undefined) return {};
  if (typeof archive !== "object" || Array.isArray(archive)) {
    const details = { expected: "object" as const, received: received(archive) };
    throw new KeyAccountError([{ code: "wrong-type", path: ["archive"], details }]);
  }
  const fields = fieldsOf(archive);
  const ours = new Set(fields.flatMap(({ name, isOurs }) => (isOurs ? [name] : [])));
  const counting = fields.filter(({ name, isOurs }) => isOurs || !ours.has(name));
  return Object.fromEntries(counting.map(({ name, known }) => [name, factOf(known)])) as ArchiveFacts<A>;
}

interface Field {
  readonly name: string;
  readonly known: Known<unknown>;
  /** Stands in a section of ours. */
  readonly isOurs: boolean;
}

function fieldsOf(archive: Archive): Field[] {
  return Object.entries(archive).flatMap(([section, fields]: [string, unknown]) => {
    if (typeof fields !== "object" || fields === null) return [];
    const isOurs = SECTIONS.includes(section);
    return Object.entries(fields).flatMap(([name, known]) => (isKnown(known) ? [{ name, known, isOurs }] : []));
  });
}

function isKnown(field: unknown): field is Known<unknown> {
  return typeof field === "object" && field !== null && "value" in field;
}

/** `evaluate` knows a fact that doesn't apply by having no value. */
function factOf(known: Known<unknown>): object {
  if (known.notApplicable !== true) return { ...known };
  return Object.fromEntries(Object.entries(known).filter(([key]) => key !== "value"));
}
