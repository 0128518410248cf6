import { throwIssues } from "../../ground/error.js";
import type { ExperienceModelIssue, Path } from "../../ground/issue.js";
import { type Json, readJson } from "../../ground/json.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import { checkList, checkRule, type Issues, refuse } from "./check-rule.js";
import type { AnyRule, ExperienceWarningRule } from "./rule.js";

/** Reads rules against a model and throws all their faults. */
export function readRules<S>(rules: readonly ExperienceWarningRule<S>[], resolved: ResolvedModel, at: Path): AnyRule[] {
  const { json, issues: faults } = readJson(rules);
  const issues: ExperienceModelIssue[] = faults.map((one) => ({ ...one, path: [...at, ...one.path] }));
  throwIssues(issues);
  if (!Array.isArray(json)) refuse(issues, at, "array", json);
  else json.forEach((one: Json, index) => checkRule(one, [...at, index], resolved, issues));
  if (issues.length === 0) checkTogether(json as unknown as AnyRule[], at, issues);
  throwIssues(issues);
  return json as unknown as AnyRule[];
}

/** Every code stands once, and rules join others of the list that look at observations, each once. */
function checkTogether(rules: readonly AnyRule[], at: Path, issues: Issues): void {
  const simple = rules.filter(({ kind }) => kind !== "join").map(({ code }) => code);
  checkOnce(
    rules.map(({ code }) => code),
    (index) => [...at, index, "code"],
    issues,
  );
  rules.forEach((rule, index) => {
    if (rule.kind !== "join") return;
    const path = [...at, index, "joins"];
    checkList(rule.joins, simple, 2, path, issues);
    checkOnce(rule.joins, (place) => [...path, place], issues);
  });
}

function checkOnce(codes: readonly string[], pathAt: (index: number) => Path, issues: Issues): void {
  codes.forEach((code, index) => {
    if (codes.indexOf(code) === index) return;
    issues.push({ code: "duplicate-id", path: pathAt(index), details: { id: code } });
  });
}
