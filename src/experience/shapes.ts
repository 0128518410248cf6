import { record, type Shape } from "../evaluation/definition/shape.js";

/** A shape that may be absent or `null`; then it stands for `fallback`. */
export function known(shape: Shape, fallback: unknown = null): Shape {
  return (value, path, issues) => (value === undefined || value === null ? fallback : shape(value, path, issues));
}

/** A record of which only these keys are looked at, its own ones. */
export function parts(shapes: Readonly<Record<string, Shape>>): Shape {
  const keys = Object.keys(shapes);
  return (value, path, issues) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return record({})(value, path, issues);
    const given = value as Readonly<Record<string, unknown>>;
    const own = keys.filter((key) => Object.hasOwn(given, key)).map((key) => [key, given[key]]);
    return record(shapes)(Object.fromEntries(own), path, issues);
  };
}
