import type { FormIssue, Path } from "../ground/issue.js";
import type { Computation } from "./computation.js";
import type { Form } from "./form.js";

/** The part of a sheet that has a fault: a column of its rows, or all of them. */
type Faulty = ReadonlySet<string | null>;

/** Where a fault says nothing of what the rows come to: the form's own fields, and a host's own columns and keys. */
const BESIDE = ["fields", "extra"];

/** The computed fields that nobody can check, since the rows have faults in what they read, or they go by another one of which that is so. */
export function openComputations({ fields }: Form, faults: readonly FormIssue[]): ReadonlySet<string> {
  const faulty: Faulty = new Set(faults.flatMap(({ code, path }) => faultyPart(code, path)));
  const open = new Set<string>();
  for (const [id, { computed }] of Object.entries(fields)) {
    if (computed !== undefined && (faulty.has(null) || readsAny(computed, faulty, open))) open.add(id);
  }
  return open;
}

function faultyPart(code: string, [part, , column]: Path): (string | null)[] {
  if (part === "rows") return typeof column === "string" ? [column] : [null];
  return code === "unknown-key" || BESIDE.includes(String(part)) ? [] : [null];
}

function readsAny({ field, where, given }: Computation, faulty: Faulty, open: ReadonlySet<string>): boolean {
  const read = [field, where?.field].some((column) => column !== undefined && faulty.has(column));
  return read || (given !== undefined && open.has(given.field));
}
