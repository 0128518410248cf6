import type { Path } from "../../ground/issue.js";
import type { CommandType } from "../command.js";
import type { Fields } from "../fields.js";
import type { RefusalDetails } from "../refusal.js";
import type { CheckKeys } from "./registry.js";

/** The keys of each command, and of an imported history, besides those of {@link HEAD_KEYS}. */
export const COMMAND_KEYS: { readonly [T in CommandType | "history-imported"]: readonly string[] } = {
  start: ["milestone"],
  meet: ["standard", "evidence"],
  withdraw: ["standard", "reason"],
  "complete-task": ["task"],
  "attach-form": ["form", "fields", "reference"],
  "request-approval": ["approval", "with"],
  "give-approval": ["approval", "note"],
  "refuse-approval": ["approval", "reason"],
  advance: ["to", "with"],
  override: ["to", "reason", "with"],
  "go-back": ["to", "reason"],
  pause: ["reason", "until"],
  resume: ["note"],
  lose: ["cause", "note"],
  win: ["with"],
  reopen: ["to", "reason"],
  "record-effort": ["contact", "minutes", "cost", "note"],
  "history-imported": ["stays", "closed", "source"],
};
/** The keys of every command. */
export const HEAD_KEYS: readonly string[] = ["id", "type", "at", "by", "roles", "expectedRevision"];
const CURE_KEYS = ["standards", "tasks", "forms"];
const STANDARD_KEYS = ["evidence"];
const EVIDENCE_KEYS = ["kind", "text"];
const FORM_KEYS = ["fields", "reference"];
const COST_KEYS = ["amount", "currency"];
const LONGEST_KEY = 64;
/** So many of one record are told. */
const MOST_NOTED = 100;

/** Where keys that nobody knows are noted. */
interface Issues {
  readonly push: (issue: {
    readonly code: "unknown-key";
    readonly path: Path;
    readonly details: RefusalDetails["unknown-key"];
  }) => unknown;
}

/** Notes keys of a record that aren't allowed; one that holds `undefined` is none, as in JSON. */
export function noteUnknownKeys(
  record: unknown,
  path: Path,
  issues: Issues,
  allowed: readonly string[],
  more: readonly string[] = [],
): void {
  if (!isRecord(record)) return;
  let noted = 0;
  for (const key of Object.keys(record)) {
    if (noted === MOST_NOTED) return;
    if (allowed.includes(key) || more.includes(key) || record[key] === undefined) continue;
    noted += 1;
    const name = key.slice(0, LONGEST_KEY);
    issues.push({
      code: "unknown-key",
      path: [...path, name],
      details: { key: name, allowed: [...allowed, ...more] },
    });
  }
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Notes every key that a command's type doesn't have: whoever misspells one is told, as what they meant would be lost. */
export const checkKeys: CheckKeys = (type, command, issues) => {
  noteUnknownKeys(command, [], issues, COMMAND_KEYS[type], HEAD_KEYS);
  checkEvidence(command["evidence"], ["evidence"], issues);
  noteUnknownKeys(command["cost"], ["cost"], issues, COST_KEYS);
  const cures = command["with"];
  if (!isRecord(cures)) return;
  noteUnknownKeys(cures, ["with"], issues, CURE_KEYS);
  const { standards, forms } = cures;
  for (const [id, standard] of entriesOf(standards)) {
    noteUnknownKeys(standard, ["with", "standards", id.slice(0, LONGEST_KEY)], issues, STANDARD_KEYS);
    if (isRecord(standard))
      checkEvidence(standard["evidence"], ["with", "standards", id.slice(0, LONGEST_KEY), "evidence"], issues);
  }
  for (const [id, form] of entriesOf(forms))
    noteUnknownKeys(form, ["with", "forms", id.slice(0, LONGEST_KEY)], issues, FORM_KEYS);
};

/** More parts than any process has are refused as a whole. */
const MOST_PARTS = 10_000;

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isRecord(value) ? Object.entries(value).slice(0, MOST_PARTS) : [];

/** A list that is too long is refused as a whole, unread. */
const MOST_PIECES = 50;

function checkEvidence(evidence: unknown, path: Path, issues: Issues): void {
  if (!Array.isArray(evidence)) return;
  const { length } = evidence;
  if (length > MOST_PIECES) return;
  for (let index = 0; index < length; index += 1) {
    noteUnknownKeys(evidence[index], [...path, index], issues, EVIDENCE_KEYS);
  }
}
