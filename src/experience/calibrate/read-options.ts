import { id, integer, optional, positive, record, type Shape, text } from "../../evaluation/definition/shape.js";
import { throwIssues } from "../../ground/error.js";
import type { ScorecardIssue } from "../../ground/issue.js";
import { readJson } from "../../ground/json.js";
import { exactly } from "../../ground/numeral.js";
import type { Rational } from "../../ground/rational.js";

const MOST = 1_000_000;
const LEAST_COUNT = 30;
const HORIZON_DAYS = 365;

/** Options of a calibration that were read. */
export interface ReadCalibration {
  readonly id: string;
  readonly version: string;
  readonly weights: Readonly<Record<"signals" | "transitions" | "prior", Rational>>;
  readonly least: number;
}

/** Reads how to calibrate, or throws all faults. */
export function readCalibration(input: unknown): ReadCalibration {
  const smoothing = record({ signals: weight, transitions: weight, prior: weight });
  const shape = record({ id, version: text, smoothing, least: optional(integer(0, MOST), LEAST_COUNT) });
  const read = readShape(input, shape) as Omit<ReadCalibration, "weights"> & {
    readonly smoothing: Readonly<Record<"signals" | "transitions" | "prior", string>>;
  };
  const { signals, transitions, prior } = read.smoothing;
  const weights = { signals: exactly(signals), transitions: exactly(transitions), prior: exactly(prior) };
  return { id: read.id, version: read.version, weights, least: read.least };
}

/** A weight above 0 and up to a million. */
const weight: Shape = (value, path, issues) => {
  const read = positive(value, path, issues) as string | undefined;
  if (read !== undefined && Number(read) > MOST)
    issues.push({ code: "out-of-range", path, details: { received: read, least: 0, most: MOST, exclusive: true } });
  return read;
};

/** Reads how to evaluate, or throws all faults. */
export function readEvaluation(input: unknown): { readonly horizonDays: number } {
  return readShape(input, record({ horizonDays: optional(integer(1, MOST), HORIZON_DAYS) })) as {
    readonly horizonDays: number;
  };
}

function readShape(input: unknown, shape: Shape): unknown {
  const { json, issues } = readJson(input, { values: 1_000 });
  throwIssues(issues);
  const faults: ScorecardIssue[] = [];
  const read = shape(json, [], faults);
  throwIssues(faults);
  return read;
}
