import type { Refusal, RefusalCode } from "../../refusal.js";
import { choiceOf } from "./choice.js";
import { effortSpots } from "./effort.js";
import { type Asked, type Spot, textOf } from "./spot.js";

/** What another value of a field can mend. All else needs another person, another time or another state. */
const BY_FIELDS: readonly RefusalCode[] = [
  "required",
  "wrong-type",
  "unexpected-text",
  "unknown-value",
  "not-an-id",
  "not-a-date",
  "not-a-decimal",
  "not-a-currency",
  "out-of-range",
  "not-reachable",
  "too-long",
  "too-many",
  "standard-unmet",
  "form-missing",
  "evidence-missing",
  "proof-missing",
];

/** What would mend one thing. The list of tasks is read as a whole, elsewhere. */
export function spotsOf(issue: Refusal, ask: Asked): readonly Spot[] {
  const path = issue.path.map(String);
  const list = evidenceSpot(path, ask);
  if (list !== undefined && path.length > list.path.length) return [list];
  if (!BY_FIELDS.includes(issue.code)) return [];
  if (list !== undefined) return [list];
  return path[0] === "with" ? workSpots(issue, path, ask) : ownSpots(issue, path, ask);
}

/** A list of evidence is mended as a whole. */
function evidenceSpot(path: readonly string[], { known, command }: Asked): Spot | undefined {
  const isOwn = path[0] === "evidence";
  if (!isOwn && !(path[0] === "with" && path[1] === "standards" && path[3] === "evidence")) return undefined;
  const standard = known.standards.get((isOwn ? command["standard"] : path[2]) as string);
  if (!isOwn && standard === undefined) return { path: path.slice(0, 4), schema: undefined };
  const schema = known.schemas.get(standard?.evidence === "decision-map" ? "proof" : "evidence");
  return { path: isOwn ? ["evidence"] : path.slice(0, 4), schema };
}

/** What would mend the work that comes with a move: the whole of it, a part, or something of a form. */
function workSpots({ code }: Refusal, path: readonly string[], { known }: Asked): readonly Spot[] {
  const [, kind, id] = path;
  if (kind === "tasks") return [];
  if (id === undefined) return code === "too-many" ? [] : [{ path, schema: { type: "object" } }];
  if (kind === "standards") return [{ path, schema: known.schemas.get(`standard/${id}`) }];
  return [{ path, schema: known.schemas.get(formSchema(id, path.slice(3))) }];
}

/** The name of the schema of a form, of its fields, of one of them, or of its reference. */
function formSchema(form: string, [part, field]: readonly string[]): string {
  if (part === undefined) return `form/${form}`;
  if (part === "reference") return part;
  return field === undefined ? `fields/${form}` : `field/${form}/${field}`;
}

/** What would mend a field of the command itself. */
function ownSpots(issue: Refusal, path: readonly string[], ask: Asked): readonly Spot[] {
  const { known, command } = ask;
  const [key = ""] = path;
  if (command["type"] === "record-effort" && ["contact", "minutes", "cost"].includes(key))
    return effortSpots(issue, ask);
  if (command["type"] === "attach-form" && ["fields", "reference"].includes(key)) {
    return [{ path, schema: known.schemas.get(formSchema(textOf(command["form"]), path)) }];
  }
  const choice = choiceOf(key, ask);
  if (choice === undefined) return [{ path: [key], schema: known.schemas.get(key) }];
  // No other command does what this one is for.
  const isFree =
    choice.length > 0 && !(key === "type" && issue.code === "not-reachable") && issue.code !== "standard-unmet";
  return isFree ? [{ path: [key], schema: { enum: choice } }] : [];
}
