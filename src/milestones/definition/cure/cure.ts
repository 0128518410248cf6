import type { JsonObject } from "../../../ground/json.js";
import type { Cure } from "../registry.js";
import { anyEffort } from "./effort.js";
import { spotsOf } from "./spots.js";
import { tasksSpot } from "./tasks.js";

/** What each path of the command would need, as a tree: an inner node is a map, a leaf a schema. */
type Tree = Map<string, Tree | JsonObject>;

/** JSON Schema of all fields that would mend what fields can mend; `null` where they mend nothing. */
export const cureOf: Cure = (issues, known, { command, state, head }) => {
  const ask = { known, command, state, head, issues };
  const tree: Tree = new Map();
  for (const { path, schema } of [...issues.flatMap((issue) => spotsOf(issue, ask)), ...tasksSpot(ask)]) {
    if (schema !== undefined) place(tree, path, schema);
  }
  const isNothing = issues.some(({ code }) => code === "nothing-recorded");
  if (isNothing) return { ...schemaOf(tree), anyOf: anyEffort() };
  return tree.size === 0 ? null : schemaOf(tree);
};

/** What is within a place says more than what is said of the whole. */
function place(tree: Tree, [key = "", ...rest]: readonly string[], leaf: JsonObject): void {
  const child = tree.get(key);
  const branch: Tree = child instanceof Map ? child : new Map();
  if (rest.length > 0) place(branch, rest, leaf);
  tree.set(key, branch.size > 0 ? branch : leaf);
}

function schemaOf(tree: Tree): JsonObject {
  const properties = Object.fromEntries(
    Array.from(tree, ([key, node]) => [key, node instanceof Map ? schemaOf(node) : node] as const),
  );
  return { type: "object", properties, required: [...tree.keys()] };
}
