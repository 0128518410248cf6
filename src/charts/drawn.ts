import { throwIssues } from "../ground/error.js";
import { ofShape } from "../ground/of-shape.js";
import type { ChartSpecification } from "./specification.js";

/**
 * A chart that is plain JSON. What would make it another is something in the arguments that isn't as it must be: that is a `KeyAccountError` (`unreadable`), said of the first of
 * them, never a picture of it.
 */
export function drawn<C extends ChartSpecification>(args: Readonly<Record<string, unknown>>, draw: () => C): C {
  return ofShape(args, () => {
    const chart = draw();
    const isSound = chart.data.values.every(isRow) && isPlain(chart);
    if (!isSound) throwIssues([{ code: "unreadable", path: Object.keys(args).slice(0, 1), details: {} }]);
    return chart;
  });
}

/** A cell holds a text, a number, or nothing. */
function isRow(row: Readonly<Record<string, unknown>>): boolean {
  return Object.values(row).every((cell) => typeof cell !== "object" || cell === null);
}

/** Endless nesting ends in a `RangeError`. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "object" && value !== null) return Object.values(value).every(isPlain);
  return value === null || typeof value === "string" || typeof value === "boolean";
}
