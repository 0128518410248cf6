import * as z from "zod/v4";
import type { JsonObject } from "../ground/json.js";

/**
 * The JSON Schema (draft 2020-12) of a schema of this package, or of one that a host extended from it: for editors,
 * databases and programs in other languages. Dates, decimals, ids and shares stand in it as patterns. It has no `$id`. Rules
 * between fields and a host's own refinements have no form in JSON Schema: `parse…` checks more than it says.
 *
 * @example
 * ```ts
 * import { jsonSchemaOf, MilestoneSchema } from "keyaccount/models";
 *
 * const { $schema, type, required } = jsonSchemaOf(MilestoneSchema);
 * $schema; // => "https://json-schema.org/draft/2020-12/schema"
 * type; // => "object"
 * required; // => ["v", "id", "standards", "previous", "next"]
 * ```
 */
export function jsonSchemaOf(schema: z.ZodType): JsonObject {
  const described = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input", unrepresentable: "any" });
  return JSON.parse(JSON.stringify(described)) as JsonObject;
}
