import type { JsonObject } from "keyaccount";
import type { Random } from "../support/random.js";

type Any = Readonly<Record<string, unknown>>;

/** Texts to look for one in that a schema takes: whether it does, is for whoever checks it. */
const TEXTS = ["word", "评估", "0", "12.5", "1e3", "CNY", "2026-10-01", "2026-12-01T08:00:00Z", "-3"];

/** A value at random that a JSON Schema takes, of those keywords that cures use. `null` is returned as a value only where the schema names it. */
export function instanceOf(random: Random, schema: Any): unknown {
  const options = schema["enum"] as readonly unknown[] | undefined;
  if ("const" in schema) return schema["const"];
  if (options !== undefined) return options[random.int(0, options.length - 1)];
  const any = schema["anyOf"] as readonly Any[] | undefined;
  if (any !== undefined) {
    const { anyOf: _, ...rest } = schema;
    const chosen = instanceOf(random, { ...rest, ...(any[random.int(0, any.length - 1)] as Any) });
    return rest["type"] === "object" ? { ...(instanceOf(random, rest) as object), ...(chosen as object) } : chosen;
  }
  switch (schema["type"] ?? "object") {
    case "object":
      return objectOf(random, schema);
    case "array":
      return arrayOf(random, schema);
    case "integer":
      return integerOf(random, schema as Any & { readonly minimum: number; readonly maximum?: number });
    case "boolean":
      return random.chance();
    default:
      return random.shuffle(TEXTS).find((text) => takes(schema, text));
  }
}

function objectOf(random: Random, { properties = {}, required = [] }: Any): object {
  const needed = required as readonly string[];
  const entries = Object.entries(properties as Readonly<Record<string, JsonObject>>);
  return Object.fromEntries(
    entries
      .filter(([key]) => needed.includes(key) || random.chance(0.3))
      .map(([key, schema]) => [key, instanceOf(random, schema)]),
  );
}

function arrayOf(random: Random, { items, contains, uniqueItems, minItems = 0, maxItems = 50 }: Any): unknown[] {
  const least = minItems as number;
  if (uniqueItems === true)
    return random.shuffle((items as { readonly enum: readonly unknown[] } | undefined)?.enum ?? []);
  const length = Math.min(random.int(least, least + 2), maxItems as number);
  const list = Array.from({ length }, () => instanceOf(random, items as Any)) as object[];
  const needed = (contains as { readonly properties: { readonly kind: { readonly const: string } } } | undefined)
    ?.properties;
  return list.map((piece, index) =>
    index === 0 && needed !== undefined ? { ...piece, kind: needed.kind.const } : piece,
  );
}

/** Ends first: what lies between is seldom where a bound is wrong. */
function integerOf(
  random: Random,
  { minimum, maximum = minimum + 9 }: { readonly minimum: number; readonly maximum?: number },
): number {
  return random.pick([minimum, maximum, random.int(0, 9) + minimum <= maximum ? minimum + random.int(0, 9) : minimum]);
}

const FORMATS: Readonly<Record<string, RegExp>> = { date: /^\d{4}-\d\d-\d\d$/, "date-time": /^\d{4}-\d\d-\d\dT/ };

function takes({ pattern, format }: Any, text: string): boolean {
  const isFormat = format === undefined || FORMATS[format as string]?.test(text) === true;
  return isFormat && (pattern === undefined || new RegExp(pattern as string, "u").test(text));
}
