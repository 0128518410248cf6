import type { NamedStage } from "../result.js";
import type { KnownFacts } from "./read-facts.js";
import type { SellingCondition, SellingState } from "./selling.js";

/** The conditions that the stage of experience decides. */
export const STAGE_CONDITIONS: readonly SellingCondition[] = [
  "client-not-specialist",
  "client-beyond-generalist",
  "client-specialist",
];

/** Whether each condition holds. */
export function statesOf(facts: KnownFacts): { readonly [K in SellingCondition]: SellingState } {
  const { coreCopyable, applicationsToOffer, servicesToAdd, marginLeft } = facts;
  const value = either(applicationsToOffer, servicesToAdd);
  return {
    ...stageStates(facts.experience?.stage ?? "undetermined"),
    "core-protected": stateOf(not(coreCopyable)),
    "top-within-reach": stateOf(facts.topWithinReach),
    "worth-the-cost": stateOf(facts.worthTheCost),
    "value-to-add": stateOf(value),
    "applications-to-offer": stateOf(applicationsToOffer),
    "services-to-add": stateOf(servicesToAdd),
    "parts-separable": stateOf(facts.partsSeparable),
    "margin-left": stateOf(marginLeft),
    "cost-reducible": stateOf(facts.costReducible),
    "margin-gone": stateOf(not(marginLeft)),
    "nothing-to-add": stateOf(not(value)),
  };
}

type StageCondition = "client-not-specialist" | "client-beyond-generalist" | "client-specialist";

function stageStates(stage: NamedStage): { readonly [K in StageCondition]: SellingState } {
  const among = (...stages: readonly NamedStage[]): SellingState =>
    stateOf(stage === "undetermined" ? null : stages.includes(stage));
  return {
    "client-not-specialist": among("generalist", "in-transition"),
    "client-beyond-generalist": among("in-transition", "specialist"),
    "client-specialist": among("specialist"),
  };
}

type Answer = boolean | null;

function stateOf(answer: Answer): SellingState {
  if (answer === null) return "unknown";
  return answer ? "held" : "not-held";
}

function not(answer: Answer): Answer {
  return answer === null ? null : !answer;
}

/** Yes where one of the two is; no only where both are. */
function either(one: Answer, other: Answer): Answer {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}
