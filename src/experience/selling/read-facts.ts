import { answer, list, oneOf, record, type Shape, text } from "../../evaluation/definition/shape.js";
import { throwIssues } from "../../ground/error.js";
import type { ScorecardIssue } from "../../ground/issue.js";
import { readJson } from "../../ground/json.js";
import { EXPERIENCE_STAGES } from "../model.js";
import { EXPERIENCE_DIRECTIONS, LEANINGS } from "../result.js";
import { PRODUCT_MATURITIES, type SellingEvidence, type SellingExperience, type SellingSituation } from "./selling.js";

/** Facts that were read: what is unknown is `null`. */
export type KnownFacts = {
  readonly [K in Exclude<keyof SellingSituation, "experience">]-?: Known<SellingSituation[K]>;
} & {
  readonly experience: KnownExperience | null;
};

/** A classification that was read. */
export interface KnownExperience extends SellingExperience {
  readonly ledger: readonly SellingEvidence[];
  readonly unknown: readonly string[];
}

type Known<T> = Exclude<T, undefined>;

/** A shape that may be absent or `null`; then it stands for `fallback`. */
function known(shape: Shape, fallback: unknown = null): Shape {
  return (value, path, issues) => (value === undefined || value === null ? fallback : shape(value, path, issues));
}

/** A record of which only these keys are looked at. */
function parts(shapes: Readonly<Record<string, Shape>>): Shape {
  const keys = Object.keys(shapes);
  return (value, path, issues) => {
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    const own = isRecord ? Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key))) : value;
    return record(shapes)(own, path, issues);
  };
}

const experience: Shape = (value, path, issues) =>
  parts({
    stage: oneOf([...EXPERIENCE_STAGES, "undetermined"]),
    direction: known(oneOf(EXPERIENCE_DIRECTIONS)),
    interwoven: known(answer),
    ledger: known(list(evidence, 0), []),
    unknown: known(list(text, 0), []),
  })(value, path, issues);

const evidence: Shape = (value, path, issues) =>
  parts({ signal: text, handbook: known(text), level: text, leaning: oneOf(LEANINGS), at: text, current: answer })(
    value,
    path,
    issues,
  );

const facts: Shape = (value, path, issues) =>
  record({
    experience: known(experience),
    productMaturity: known(oneOf(PRODUCT_MATURITIES)),
    coreCopyable: known(answer),
    lateEntrants: known(answer),
    topWithinReach: known(answer),
    worthTheCost: known(answer),
    applicationsToOffer: known(answer),
    servicesToAdd: known(answer),
    partsSeparable: known(answer),
    marginLeft: known(answer),
    costReducible: known(answer),
  })(value, path, issues);

/** Reads the facts, or throws all their faults; an unknown key is one, since a misspelt fact would pass for an unknown one. */
export function readFacts(input: unknown): KnownFacts {
  const { json, issues: found } = readJson(input);
  throwIssues(found);
  const issues: ScorecardIssue[] = [];
  const read = facts(json, [], issues);
  throwIssues(issues);
  return read as KnownFacts;
}
