import type { PortfolioIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import { type Reader, recordOf } from "../../ground/reader.js";

type Key = string | number | undefined;

const CLIENT_KEYS: readonly Key[] = ["id", "kind", "managedBy", "contacts", "address"];
const CONTACT_KEYS: readonly Key[] = ["id", "name", "position", "roles"];
/** What a plan reads of a visit. */
export const VISIT_KEYS: readonly Key[] = ["id", "clientId", "startedAt", "way", "manner", "focus", "outcome", "ours"];

/** Whether what couldn't be copied is none of the plan's business: a field of a record that it doesn't read, or another client's visit. */
export function isBeside({ path }: Pick<PortfolioIssue, "path">, { record }: Reader): boolean {
  const [part, key, index, field] = path;
  if (part === "client" && key === "contacts") return field !== undefined && !CONTACT_KEYS.includes(field);
  if (part === "client") return key !== undefined && !CLIENT_KEYS.includes(key);
  if (part !== "visits" || typeof key !== "number") return false;
  const isOwn = index !== undefined && !VISIT_KEYS.includes(index);
  return isOwn || isElsewhere((record["visits"] as readonly Json[])[key], recordOf(record["client"])?.["id"]);
}

/** Whether a visit is known to be to another client. */
export function isElsewhere(visit: Json | undefined, clientId: Json | undefined): boolean {
  const other = recordOf(visit)?.["clientId"];
  return typeof other === "string" && other !== clientId;
}
