import {
  answer,
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
} from "../evaluation/definition/shape.js";
import { decimalsOf, exactly } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import { EXPERIENCE_STAGES, PERIOD_UNITS } from "./model.js";

/** More than any table of likelihoods has; few enough that no probability falls out of the filter's 36 decimals. */
const MOST_DECIMALS = 9;
const MOST_SIGNALS = 64;
const MOST_LEVELS = 9;
const MOST_PERIODS = 1_200;

/** The shape of an experience model, decimals in canonical form, defaults written out. */
export const modelShape: Shape = (value, path, issues) =>
  record({
    v: optional(version, 1),
    id,
    version: text,
    period: optional(record({ unit: oneOf(PERIOD_UNITS), every: integer(1, 366) }), { unit: "month", every: 1 }),
    signals: atMost(table(signal, 1), MOST_SIGNALS),
    prior: byStage(probability),
    transitions: byStage(byStage(probability)),
    thresholds: record({ enter: share, leave: share }),
    dwell: optional(integer(1, MOST_PERIODS), 1),
    evidence: record({ signals: integer(1, MOST_SIGNALS), within: integer(1, MOST_PERIODS) }),
    pace: optional(record({ periods: integer(1, MOST_PERIODS), steadyBelow: share }), {
      periods: 6,
      steadyBelow: "0.05",
    }),
  })(value, path, issues);

const version: Shape = (value, path, issues) => {
  if (value === 1) return value;
  return refuse(issues, { code: "unsupported-version", path, details: { received: print(value), supported: [1] } });
};

const signal: Shape = (value, path, issues) =>
  record({
    handbook: optional(text),
    levels: atMost(list(id, 2), MOST_LEVELS),
    likelihoods: byStage(table(probability, 0)),
    silentWhenInterwoven: optional(answer, false),
  })(value, path, issues);

/** A value for each stage and for nothing else. */
function byStage(shape: Shape): Shape {
  return record(Object.fromEntries(EXPERIENCE_STAGES.map((stage) => [stage, shape])));
}

/** A probability above 0: one of 0 would rule a stage out for good, whatever is seen later. */
const probability: Shape = (value, path, issues) => precise(positive(value, path, issues), path, issues);

/** A decimal above 0 and up to 1. */
const share: Shape = (value, path, issues) => {
  const read = probability(value, path, issues) as string | undefined;
  if (read === undefined || Number(read) <= 1) return read;
  return refuse(issues, {
    code: "out-of-range",
    path,
    details: { received: read, least: 0, most: 1, exclusive: true },
  });
};

function precise(read: unknown, path: Parameters<Shape>[1], issues: Parameters<Shape>[2]): unknown {
  if (read === undefined || decimalsOf(exactly(read as string)) <= MOST_DECIMALS) return read;
  return refuse(issues, { code: "too-precise", path, details: { received: read as string } });
}

/** A list or table of at most so many members. */
function atMost(shape: Shape, most: number): Shape {
  return (value, path, issues) => {
    const read = shape(value, path, issues);
    const received = typeof read === "object" && read !== null ? Object.keys(read).length : 0;
    if (received > most) issues.push({ code: "too-many-values", path, details: { max: most } });
    return read;
  };
}
