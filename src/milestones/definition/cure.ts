import type { JsonObject } from "../../ground/json.js";
import type { Refusal } from "../refusal.js";
import type { Cure, Resolved } from "./registry.js";

/** Of what was asked, as much as says what could be mended. */
interface Asked {
  readonly known: Resolved;
  readonly command: Parameters<Cure>[2]["command"];
  readonly state: Parameters<Cure>[2]["state"];
  readonly head: Parameters<Cure>[2]["head"];
}

/** What each path of the command would need, as a tree: an inner node is a map, a leaf a schema. */
type Tree = Map<string, Tree | JsonObject>;

/** JSON Schema of all fields that would mend what fields can mend; `null` where they mend nothing. */
export const cureOf: Cure = (issues, known, { command, state, head }) => {
  const ask: Asked = { known, command, state, head };
  const tree: Tree = new Map();
  for (const issue of issues) {
    const leaf = leafOf(issue, ask);
    if (leaf !== undefined) place(tree, placeOf(issue.path.map(String)), leaf);
  }
  const tasks = issues.flatMap((issue) =>
    issue.code === "task-open" && isMine(issue.details.role, ask) ? issue.details.task : [],
  );
  if (tasks.length > 0) {
    place(tree, ["with", "tasks"], {
      type: "array",
      items: { enum: tasks },
      uniqueItems: true,
      minItems: tasks.length,
    });
  }
  return tree.size === 0 ? null : schemaOf(tree);
};

/** Where a cure goes: to the field itself, for a piece of evidence to the whole list. */
function placeOf(path: readonly string[]): readonly string[] {
  const list = path.indexOf("evidence");
  return list < 0 || path.includes("fields") ? path : path.slice(0, list + 1);
}

const isMine = (role: string | null, ask: Asked): boolean => role === null || ask.head.roles.includes(role);

function place(tree: Tree, [key = "", ...rest]: readonly string[], leaf: JsonObject): void {
  if (rest.length === 0) {
    tree.set(key, leaf);
    return;
  }
  const child = tree.get(key);
  const branch: Tree = child instanceof Map ? child : new Map();
  tree.set(key, branch);
  place(branch, rest, leaf);
}

function schemaOf(tree: Tree): JsonObject {
  const properties = Object.fromEntries(
    Array.from(tree, ([key, node]) => [key, node instanceof Map ? schemaOf(node) : node] as const),
  );
  return { type: "object", properties, required: [...tree.keys()] };
}

/** What would mend one thing; nothing for what needs another person, another time or another state. */
function leafOf({ code, path, details }: Refusal, ask: Asked): JsonObject | undefined {
  const { schemas } = ask.known;
  switch (code) {
    case "standard-unmet":
      return path[0] === "with" ? schemas.get(`standard/${details.standard}`) : undefined;
    case "evidence-missing":
    case "proof-missing":
      return schemas.get(ask.known.standards.get(details.standard)?.evidence === "decision-map" ? "proof" : "evidence");
    case "form-missing":
      return schemas.get(`form/${details.form}`);
    case "not-reachable":
      return path[0] === "to" && details.allowed.length > 0 ? { enum: details.allowed } : undefined;
    case "required":
    case "wrong-type":
    case "unexpected-text":
    case "unknown-value":
    case "not-a-date":
    case "not-a-decimal":
    case "too-long":
      return schemas.get(schemaName(path.map(String), ask)) ?? choiceOf(path, ask);
    default:
      return undefined;
  }
}

/** The name of the schema of what stands at a path: a field of the command, of a form in it, or evidence. */
function schemaName(path: readonly string[], { command }: Asked): string {
  const [form, fields, field] = path[0] === "with" ? path.slice(2) : [String(command["form"]), ...path];
  if (fields === "fields") return `field/${String(form)}/${String(field)}`;
  if (path.includes("evidence")) return "evidence";
  return path.at(-1) === "reference" ? "reference" : path.join("/");
}

/** What a command is about, by the field that names it. */
const NAMED = { standard: "standards", task: "tasks", form: "forms", approval: "approvals" } as const;

/** Where a move may lead, or what of the process can be named. */
function choiceOf([key, more]: readonly unknown[], { known, state, command }: Asked): JsonObject | undefined {
  const kind = Object.hasOwn(NAMED, String(key)) ? NAMED[key as keyof typeof NAMED] : undefined;
  if (kind !== undefined) return known[kind].size === 0 ? undefined : { enum: [...known[kind].keys()] };
  const next = known.milestones.get(state.milestone ?? "")?.own.next ?? [];
  const allowed = command["type"] === "go-back" ? known.returnsOf(known, state) : next;
  return key === "to" && more === undefined && allowed.length > 0 ? { enum: allowed } : undefined;
}
