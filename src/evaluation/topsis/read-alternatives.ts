import type { ArgumentIssue, Path } from "../../ground/issue.js";
import { isRecord, type Json } from "../../ground/json.js";
import type { DecimalString } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import { text } from "../definition/shape.js";
import { readCell } from "../weights/data/read-table.js";
import { listOf, readBy, recordOf } from "../weights/read-arguments.js";

/** An alternative as it was read: `null` for what isn't known. */
export interface ReadAlternative {
  readonly id: string;
  readonly cells: readonly (DecimalString | null)[];
}

/** Reads alternatives with their facts for these criteria; other facts are left alone. */
export function readAlternatives(list: Json, criteria: readonly string[], issues: ArgumentIssue[]): ReadAlternative[] {
  const seen = new Set<string>();
  return listOf(list, [], issues).flatMap((one, index) => {
    if (!isRecord(one)) {
      issues.push({ code: "wrong-type", path: [index], details: { expected: "object", received: print(one) } });
      return [];
    }
    const { id = null, facts = null } = one;
    const read = readId(id, [index, "id"], seen, issues);
    const known = recordOf(facts, [index, "facts"], issues);
    return [{ id: read, cells: criteria.map((name) => readCell(known[name], [index, "facts", name], issues)) }];
  });
}

function readId(id: Json, path: Path, seen: Set<string>, issues: ArgumentIssue[]): string {
  const read = readBy(text, id, path, issues);
  if (typeof read !== "string") return "";
  if (seen.has(read)) issues.push({ code: "duplicate-id", path, details: { id: read } });
  seen.add(read);
  return read;
}
