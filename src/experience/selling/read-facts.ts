import { answer, list, oneOf, record, type Shape, text } from "../../evaluation/definition/shape.js";
import { throwIssues } from "../../ground/error.js";
import type { ScorecardIssue } from "../../ground/issue.js";
import { readJson } from "../../ground/json.js";
import { EXPERIENCE_STAGES } from "../model/model.js";
import { EXPERIENCE_DIRECTIONS, LEANINGS } from "../result/result.js";
import { date, known, parts } from "../shapes.js";
import { toldWarnings } from "../warnings/standing.js";
import { PRODUCT_MATURITIES } from "./codes.js";
import type { SellingEvidence, SellingExperience, SellingSituation } from "./selling.js";

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

const experience: Shape = (value, path, issues) =>
  parts({
    stage: oneOf([...EXPERIENCE_STAGES, "undetermined"]),
    direction: known(oneOf(EXPERIENCE_DIRECTIONS)),
    interwoven: known(answer),
    ledger: known(list(evidence, 0), []),
    unknown: known(list(text, 0), []),
  })(value, path, issues);

const evidence: Shape = (value, path, issues) =>
  parts({ signal: text, handbook: known(text), level: text, leaning: oneOf(LEANINGS), at: date, current: answer })(
    value,
    path,
    issues,
  );

const facts: Shape = (value, path, issues) =>
  record({
    experience: known(experience),
    warnings: toldWarnings,
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
