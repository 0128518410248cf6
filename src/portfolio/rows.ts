import type { PortfolioIssue } from "../ground/issue.js";
import { print } from "../ground/print.js";
import type { Scaled } from "../ground/scaled.js";
import { readAmount } from "./amount.js";
import { takeEach } from "./arguments.js";
import { type Field, isRead } from "./field.js";
import { own } from "./own.js";

/** Reads one field of a row; absent and `null` are for it to judge. */
export type FieldReader<T> = (raw: unknown) => Field<T>;

/** A row that could be read: its place among the rows, its id and its fields. */
export type ReadRow<F> = { readonly index: number; readonly id: string } & {
  readonly [K in keyof F]: F[K] extends FieldReader<infer T> ? T : never;
};

/**
 * Reads a host's rows. One that has any fault is left out, and all its faults are listed with its index; so is one whose id stands
 * earlier. Nothing that a row holds can make this throw.
 */
export function readRows<const F extends Readonly<Record<string, FieldReader<unknown>>>>(
  rows: Iterable<unknown>,
  fields: F,
  issues: PortfolioIssue[],
  { name, most }: { readonly name?: string; readonly most?: number } = {},
): ReadRow<F>[] {
  const readers: Readers = Object.entries({ id: text, ...fields }).map(([key, reader]) => ({ key, reader }));
  const seen = new Set<string>();
  const read: ReadRow<F>[] = [];
  takeEach(
    rows,
    (row, index) => {
      const one = readRow(row, index, readers, issues) as ReadRow<F> | undefined;
      if (one !== undefined && seen.size === seen.add(one.id).size) {
        issues.push({ code: "duplicate-id", path: [index, "id"], details: { id: one.id } });
      } else if (one !== undefined) {
        read.push(one);
      }
    },
    name,
    most,
  );
  return read;
}

type Readers = readonly { readonly key: string; readonly reader: FieldReader<unknown> }[];

function readRow(row: unknown, index: number, readers: Readers, issues: PortfolioIssue[]): unknown {
  const before = issues.length;
  const values: Record<string, unknown> = { index };
  try {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      issues.push({ code: "wrong-type", path: [index], details: { expected: "object", received: print(row) } });
      return undefined;
    }
    for (const { key, reader } of readers) {
      const field = reader(own(row, key));
      if (isRead(field)) values[key] = field.value;
      else issues.push({ ...field.fault, path: [index, key] });
    }
  } catch {
    issues.push({ code: "unreadable", path: [index], details: {} });
  }
  return issues.length === before ? values : undefined;
}

/** A text that isn't blank, taken as it stands: spaces around it are part of it. */
const text: FieldReader<string> = (raw) => {
  if (raw === undefined || raw === null) return { fault: { code: "required", details: {} } };
  if (typeof raw === "string") return isBlank(raw) ? { fault: { code: "required", details: {} } } : { value: raw };
  return { fault: { code: "wrong-type", details: { expected: "string", received: print(raw) } } };
};

function isBlank(raw: string): boolean {
  return raw.trim() === "";
}

/** What nothing is known of: one for all, read and never handed out. */
const UNKNOWN = { value: null } as const;

/** A text; `null` where it is unknown. */
export const optionalText: FieldReader<string | null> = (raw) =>
  raw === undefined || raw === null ? UNKNOWN : text(raw);

/** A currency's code without spaces around it; `null` where none is named. */
export const currencyName: FieldReader<string | null> = (raw) => {
  if (raw === undefined || raw === null) return UNKNOWN;
  if (typeof raw === "string") return { value: isBlank(raw) ? null : raw.trim() };
  return { fault: { code: "wrong-type", details: { expected: "string", received: print(raw) } } };
};

/** A decimal as number or text; `null` where it is unknown. */
export const quantity: FieldReader<Scaled | null> = (raw) => {
  if (raw === undefined || raw === null) return UNKNOWN;
  if (typeof raw === "string" || typeof raw === "number") return readAmount(raw);
  return { fault: { code: "wrong-type", details: { expected: "decimal", received: print(raw) } } };
};

/** One of a closed list of codes; `null` where it is unknown. */
export function codeIn<const C extends string>(codes: readonly C[], raw: unknown): Field<C | null> {
  if (raw === undefined || raw === null) return UNKNOWN;
  if (codes.includes(raw as C)) return { value: raw as C };
  return { fault: { code: "unknown-value", details: { received: print(raw), allowed: [...codes] } } };
}

/** Yes or no; `null` where it is unknown. */
export const answer: FieldReader<boolean | null> = (raw) => {
  if (raw === undefined || raw === null) return UNKNOWN;
  if (typeof raw === "boolean") return { value: raw };
  return { fault: { code: "wrong-type", details: { expected: "boolean", received: print(raw) } } };
};

const MOST_RANK = 1_000_000_000;

/** A rank, 1 for the first; `null` where it is unknown. */
export const rank: FieldReader<number | null> = (raw) => {
  if (raw === undefined || raw === null) return UNKNOWN;
  if (typeof raw !== "number") {
    return { fault: { code: "wrong-type", details: { expected: "integer", received: print(raw) } } };
  }
  if (Number.isInteger(raw) && raw >= 1 && raw <= MOST_RANK) return { value: raw };
  return { fault: { code: "out-of-range", details: { received: print(raw), least: 1, most: MOST_RANK } } };
};
