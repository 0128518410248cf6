import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, Path } from "../../ground/issue.js";
import { canonicalDecimal, type DecimalString, exactly, isNumeral } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import { compare, ZERO } from "../../ground/rational.js";
import {
  CUT_FIGURES,
  type CutFigure,
  EXPERIENCE_CUTS,
  EXPERIENCE_WINDOWS,
  type ExperienceCut,
  type ExperienceCuts,
  type ExperienceWindows,
} from "./figures.js";

/** How observations are derived. What isn't told is as in `EXPERIENCE_CUTS` and `EXPERIENCE_WINDOWS`. */
export interface ObserveOptions {
  readonly cuts?: Partial<ExperienceCuts> | undefined;
  readonly windows?: Partial<ExperienceWindows> | undefined;
}

/** Options that were read. */
export interface ReadObserveOptions {
  readonly cuts: ExperienceCuts<DecimalString>;
  readonly windows: ExperienceWindows;
}

type Given = Readonly<Record<string, unknown>>;

/** Reads the options and throws all their faults. */
export function readObserveOptions(options: unknown): ReadObserveOptions {
  const issues: ArgumentIssue[] = [];
  const { cuts, windows } = givenOf(options, ["cuts", "windows"], [], issues);
  const givenCuts = givenOf(cuts, CUT_FIGURES, ["cuts"], issues);
  const givenWindows = givenOf(windows, Object.keys(EXPERIENCE_WINDOWS), ["windows"], issues);
  const read = {
    cuts: Object.fromEntries(
      CUT_FIGURES.map((figure) => [figure, cutOf(figure, givenCuts[figure], issues)]),
    ) as unknown as ExperienceCuts<DecimalString>,
    windows: {
      supportDays: windowOf("supportDays", givenWindows, issues),
      interestDays: windowOf("interestDays", givenWindows, issues),
      interestVisits: windowOf("interestVisits", givenWindows, issues),
    },
  };
  throwIssues(issues);
  return read;
}

/** A plain copy of an object that may be absent; keys that there aren't are faults. */
function givenOf(given: unknown, allowed: readonly string[], path: Path, issues: ArgumentIssue[]): Given {
  if (given === undefined) return {};
  try {
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
      issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(given) } });
      return {};
    }
    for (const key of Object.keys(given).filter((one) => !allowed.includes(one))) {
      issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed } });
    }
    return { ...given };
  } catch {
    issues.push({ code: "unreadable", path, details: {} });
    return {};
  }
}

function cutOf(figure: CutFigure, given: unknown, issues: ArgumentIssue[]): ExperienceCut<DecimalString> {
  const standard = EXPERIENCE_CUTS[figure];
  const path = ["cuts", figure];
  const faultless = issues.length;
  const bounds = given === undefined ? standard : givenOf(given, ["generalist", "specialist"], path, issues);
  if (issues.length > faultless) return { generalist: "0", specialist: "0" };
  const generalist = boundOf(bounds.generalist, [...path, "generalist"], issues);
  const specialist = boundOf(bounds.specialist, [...path, "specialist"], issues);
  if (issues.length > faultless) return { generalist: "0", specialist: "0" };
  const rises = standard.generalist < standard.specialist;
  const [lower, upper] = rises ? [generalist, specialist] : [specialist, generalist];
  if (compare(exactly(lower), exactly(upper)) >= 0) {
    issues.push({ code: "out-of-order", path, details: { earlier: upper, later: lower } });
  }
  return { generalist, specialist };
}

function boundOf(bound: unknown, path: Path, issues: ArgumentIssue[]): DecimalString {
  const isNumber = (typeof bound === "number" || typeof bound === "string") && isNumeral(String(bound));
  if (!isNumber) {
    issues.push(
      bound === undefined
        ? { code: "required", path, details: {} }
        : { code: "not-a-decimal", path, details: { received: print(bound) } },
    );
    return "0";
  }
  const value = canonicalDecimal(bound);
  if (compare(exactly(value), ZERO) < 0) issues.push({ code: "negative", path, details: { received: print(bound) } });
  return value;
}

const MOST_DAYS = 36_500;

function windowOf(key: keyof ExperienceWindows, given: Given, issues: ArgumentIssue[]): number {
  const value = given[key];
  if (value === undefined) return EXPERIENCE_WINDOWS[key];
  const path = ["windows", key];
  if (typeof value !== "number" || !Number.isInteger(value)) {
    issues.push({ code: "wrong-type", path, details: { expected: "integer", received: print(value) } });
  } else if (value < 1 || value > MOST_DAYS) {
    issues.push({ code: "out-of-range", path, details: { received: print(value), least: 1, most: MOST_DAYS } });
  }
  return value as number;
}
