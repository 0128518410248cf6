import type { ScorecardIssue } from "../../ground/issue.js";
import { freezeJson } from "../../ground/json.js";
import { checkTogether } from "./check-together.js";
import type { Scorecard } from "./scorecard.js";
import { scorecard as shape } from "./shapes.js";

/** What a check found: a sound scorecard, or what is wrong with it. */
export interface Checked {
  readonly scorecard: Scorecard | undefined;
  readonly issues: readonly ScorecardIssue[];
}

const sound = /* @__PURE__ */ new WeakSet();

/**
 * Reads anything into a scorecard in canonical form, frozen, or lists all that is wrong with it. The one check behind
 * `defineScorecard`, `extendScorecard`, `reweigh` and `parseScorecard`.
 */
export function checkScorecard(input: unknown): Checked {
  const issues: ScorecardIssue[] = [];
  const scorecard = shape(input, [], issues) as Scorecard;
  if (issues.length === 0) checkTogether(scorecard, issues);
  if (issues.length > 0) return { scorecard: undefined, issues };
  sound.add(freezeJson(scorecard));
  return { scorecard, issues };
}

/** Whether this very object came out of {@link checkScorecard}. */
export function isSound(scorecard: Scorecard): boolean {
  return sound.has(scorecard);
}
