import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import type { ProcessField, ProcessForm } from "../definition/process.js";
import { EVIDENCE_KINDS } from "../event.js";
import type { Refusal } from "../refusal.js";
import { type Ask, LONGEST_TEXT, roleOf } from "./ask.js";

/** A text that isn't blank. */
const TEXT: JsonObject = { type: "string", minLength: 1, maxLength: LONGEST_TEXT, pattern: "\\S" };
const DECIMAL: JsonObject = { type: "string", pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$", maxLength: 100 };
const DAY: JsonObject = { type: "string", format: "date" };
const EVIDENCE: JsonObject = {
  type: "array",
  minItems: 1,
  maxItems: 50,
  items: { type: "object", properties: { kind: { enum: EVIDENCE_KINDS }, text: TEXT }, required: ["kind", "text"] },
};

/** What each path of the command would need, as a tree: an inner node is a map, a leaf a schema. */
type Tree = Map<string, Tree | JsonObject>;

/** JSON Schema of all fields that would mend what fields can mend; `null` where they mend nothing. */
export function cureOf(issues: readonly Refusal[], ask: Ask): JsonObject | null {
  const tree: Tree = new Map();
  for (const issue of issues) {
    const leaf = leafOf(issue, ask);
    if (leaf !== undefined) place(tree, issue.path.map(String), leaf);
  }
  const tasks = issues.flatMap((issue) =>
    issue.code === "task-open" && isMine(issue.details.role, ask) ? issue.details.task : [],
  );
  if (tasks.length > 0) place(tree, ["with", "tasks"], tasksSchema(tasks));
  return tree.size === 0 ? null : schemaOf(tree);
}

function place(tree: Tree, path: readonly string[], leaf: JsonObject): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    tree.set(key, leaf);
    return;
  }
  const child = tree.get(key);
  const branch = child instanceof Map ? child : (new Map() as Tree);
  tree.set(key, branch);
  place(branch, rest, leaf);
}

function schemaOf(tree: Tree): JsonObject {
  const properties = Object.fromEntries(
    Array.from(tree, ([key, node]) => [key, node instanceof Map ? schemaOf(node) : node] as const),
  );
  return { type: "object", properties, required: [...tree.keys()] };
}

function tasksSchema(tasks: readonly string[]): JsonObject {
  return { type: "array", items: { enum: tasks }, uniqueItems: true, minItems: tasks.length };
}

const isMine = (role: string | null, ask: Ask): boolean => role === null || roleOf(ask, [role]) !== undefined;

/** What would mend one thing; nothing for what needs another person, another time or another state. */
function leafOf({ code, path, details }: Refusal, ask: Ask): JsonObject | undefined {
  switch (code) {
    case "standard-unmet":
      return path[0] === "with" ? standardSchema(details.standard, ask) : undefined;
    case "evidence-missing":
      return EVIDENCE;
    case "form-missing":
      return formSchema(ask.known.forms.get(details.form));
    case "not-reachable":
      return path[0] === "to" && details.allowed.length > 0 ? { enum: details.allowed } : undefined;
    case "required":
    case "wrong-type":
    case "unknown-value":
    case "not-a-date":
    case "not-a-decimal":
    case "too-long":
      return valueSchema(path, ask);
    default:
      return undefined;
  }
}

function standardSchema(id: string, { known }: Ask): JsonObject {
  return known.standards.get(id)?.evidence === true
    ? { type: "object", properties: { evidence: EVIDENCE }, required: ["evidence"] }
    : { type: "object", properties: { evidence: EVIDENCE } };
}

function formSchema(form: ProcessForm | undefined): JsonObject {
  const fields = Object.entries(form?.fields ?? {});
  const required = fields.flatMap(([id, { optional }]) => (optional ? [] : id));
  const properties = Object.fromEntries(fields.map(([id, field]) => [id, fieldSchema(field)]));
  const content = { fields: { type: "object", properties, required, additionalProperties: false }, reference: TEXT };
  return { type: "object", properties: content, required: required.length > 0 ? ["fields"] : [] };
}

function fieldSchema({ kind, options = [] }: ProcessField): JsonObject {
  const schemas: { readonly [K in ProcessField["kind"]]: JsonObject } = {
    text: TEXT,
    decimal: DECIMAL,
    integer: { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
    flag: { type: "boolean" },
    day: DAY,
    choice: { enum: options },
  };
  return schemas[kind];
}

/** What a field of the command, or of a form in it, may hold. */
function valueSchema(path: Path, ask: Ask): JsonObject | undefined {
  const [key, , form, fields, field] = path[0] === "with" ? path : [path[0], "", ask.command["form"], ...path];
  if (fields === "fields") {
    const known = ask.known.forms.get(form as string)?.fields ?? {};
    return Object.hasOwn(known, String(field)) ? fieldSchema(known[String(field)] as ProcessField) : undefined;
  }
  return path.length === 1 ? commandSchema(String(key), ask) : undefined;
}

function commandSchema(key: string, { known, state, command }: Ask): JsonObject | undefined {
  const gate = known.milestones.get(state.milestone ?? "")?.own;
  const codes: Readonly<Record<string, readonly string[] | undefined>> = {
    to: command["type"] === "go-back" ? gate?.back : gate?.next,
    cause: [...known.causes.keys()],
    standard: [...known.standards.keys()],
    task: [...known.tasks.keys()],
    form: [...known.forms.keys()],
    approval: [...known.approvals.keys()],
    milestone: known.process.start,
  };
  if (key === "reason" || key === "source" || key === "note" || key === "reference") return TEXT;
  if (key === "until") return DAY;
  const allowed = Object.hasOwn(codes, key) ? (codes[key] as Json as readonly string[] | undefined) : undefined;
  return allowed === undefined || allowed.length === 0 ? undefined : { enum: allowed };
}
