import { print } from "../../ground/print.js";
import { checkIndicator } from "./check-indicator.js";
import { type Indicator, KINDS, type Kind, MISSING_POLICIES } from "./kinds.js";
import {
  answer,
  bound,
  decimal,
  id,
  integer,
  list,
  oneOf,
  optional,
  positive,
  record,
  refuse,
  type Shape,
  table,
  text,
} from "./shape.js";

const LONGEST_AGE = 36_525;

/** What each kind has besides `kind`, `group`, `weight`, `missing` and `maxAgeDays`. */
const ofKind = (): { readonly [K in Kind]: Readonly<Record<string, Shape>> } => ({
  ratio: {
    standard: decimal,
    better: optional(oneOf(["higher", "lower"]), "higher"),
    cap: optional(decimal),
    floor: optional(decimal),
    relativeScale: optional(integer(0, 9)),
  },
  "standard-score": { standard: decimal, best: decimal, max: decimal, min: decimal, clamp: optional(answer, true) },
  interpolate: {
    knots: list(record({ at: decimal, share: decimal }), 2),
    beyond: optional(oneOf(["hold", "extend"]), "hold"),
  },
  bands: { bands: list(record({ from: bound, share: decimal }), 1) },
  rating: { min: decimal, max: decimal },
  choice: { options: table(decimal, 1) },
  flag: { expect: optional(answer, true) },
  share: {},
});

/** An indicator: its kind says which keys it has, so where the kind is wrong the rest can't be read. */
const indicator: Shape = (value, path, issues) => {
  const before = issues.length;
  const kind: unknown = (value as { readonly kind?: unknown } | null | undefined)?.kind;
  const own = KINDS.includes(kind as Kind) ? ofKind()[kind as Kind] : undefined;
  if (own === undefined && typeof value === "object" && value !== null && !Array.isArray(value)) {
    return oneOf(KINDS)(kind, [...path, "kind"], issues);
  }
  const read = record({
    kind: oneOf(KINDS),
    group: optional(text),
    weight: positive,
    ...own,
    missing: optional(oneOf(MISSING_POLICIES)),
    maxAgeDays: optional(integer(1, LONGEST_AGE)),
  })(value, path, issues);
  if (issues.length === before) checkIndicator(read as Indicator, path, issues);
  return read;
};

const version: Shape = (value, path, issues) => {
  if (value === 1) return value;
  return refuse(issues, { code: "unsupported-version", path, details: { received: print(value), supported: [1] } });
};

const no: Shape = (value, path, issues) => {
  if (value === false) return value;
  return refuse(issues, { code: "unknown-value", path, details: { received: print(value), allowed: ["false"] } });
};

/** A limit's condition. */
export const condition: Shape = (value, path, issues) =>
  record({
    indicator: text,
    above: optional(decimal),
    atLeast: optional(decimal),
    below: optional(decimal),
    atMost: optional(decimal),
    known: optional(no),
    is: optional((is, at, found) => (typeof is === "boolean" ? is : text(is, at, found))),
  })(value, path, issues);

/** A whole scorecard in canonical form, before its parts are held against each other. */
export const scorecard: Shape = (value, path, issues) =>
  record({
    v: optional(version, 1),
    id,
    version: text,
    total: optional(positive, "100"),
    scale: optional(integer(0, 9), 4),
    groups: optional(table(record({ max: optional(positive) }), 0), {}),
    indicators: table(indicator, 1),
    missing: optional(oneOf(MISSING_POLICIES), "exclude"),
    limits: optional(list(record({ when: condition, grade: text }), 0), []),
    grades: list(record({ grade: id, from: bound }), 1),
  })(value, path, issues);
