import type { Path } from "../../ground/issue.js";
import type { JsonObject } from "../../ground/json.js";
import { type Reader, readAnswer, readInput } from "../../ground/reader.js";
import type { ConditionState } from "../../portfolio/strategy/strategy.js";
import {
  EVIDENCE_BY_STAGE,
  FUNNEL_EVIDENCE,
  FUNNEL_STAGES,
  type FunnelEvidence,
  type FunnelFacts,
  type FunnelPosition,
  type FunnelStage,
  type FunnelStageState,
} from "./funnel.js";

/** What is known of each piece of evidence; `null` is unknown. */
export type KnownEvidence = ReadonlyMap<FunnelEvidence, boolean | null>;

const STAGES = ["potential", "qualified", "mine"] as const satisfies readonly FunnelStage[];

/**
 * Where an opportunity stands in the funnel (E7.1), by evidence: potential, qualified, mine. A stage is reached where all that it and those before it need is known to hold; so a
 * trusting client without a budget is potential at most. `highest` is what the unknown leaves open.
 *
 * A faulty answer is in `issues` and counts as unknown.
 *
 * @example
 * ```ts
 * import { funnelStage } from "keyaccount";
 *
 * const position = funnelStage({
 *   "client-pressure": true, "our-value": true, need: true, "decision-process": true, resources: null, driver: true, "delivery-assured": false,
 * });
 * [position.stage, position.highest]; // => ["potential", "qualified"]
 * position.findOut; // => ["resources"]
 * ```
 */
export function funnelStage(facts: FunnelFacts): FunnelPosition {
  const reader = readInput(facts);
  return positionOf(readEvidence(reader, reader.record, []), reader.issues);
}

/** Reads evidence; what isn't yes or no is an issue and unknown. */
export function readEvidence(reader: Reader, record: JsonObject, path: Path): KnownEvidence {
  return new Map(FUNNEL_EVIDENCE.map((code) => [code, readAnswer(reader, record[code], [...path, code])]));
}

/** The position that evidence comes to. */
export function positionOf(known: KnownEvidence, issues: FunnelPosition["issues"]): FunnelPosition {
  const stages = STAGES.map((stage) => stageState(stage, known));
  const stage = reached(stages, (state) => state === "met");
  const highest = reached(stages, (state) => state !== "unmet");
  const [at, top] = [FUNNEL_STAGES.indexOf(stage), FUNNEL_STAGES.indexOf(highest)];
  const inState = (some: readonly FunnelStageState[], state: ConditionState): FunnelEvidence[] =>
    some.flatMap(({ evidence }) => evidence.filter((one) => one.state === state).map((one) => one.evidence));
  return {
    v: 1,
    stage,
    highest,
    certain: stage === highest,
    stages,
    missing: inState(stages.slice(at, at + 1), "unmet"),
    findOut: inState(stages.slice(at, top), "unknown"),
    issues,
  };
}

function stageState(stage: FunnelStageState["stage"], known: KnownEvidence): FunnelStageState {
  const evidence = EVIDENCE_BY_STAGE[stage].map((code) => ({
    evidence: code,
    state: stateOf(known.get(code) ?? null),
  }));
  const states = evidence.map(({ state }) => state);
  return {
    stage,
    state: states.includes("unmet") ? "unmet" : states.includes("unknown") ? "unknown" : "met",
    evidence,
  };
}

function stateOf(answer: boolean | null): ConditionState {
  if (answer === null) return "unknown";
  return answer ? "met" : "unmet";
}

/** The last stage before the first that doesn't pass. */
function reached(stages: readonly FunnelStageState[], passes: (state: ConditionState) => boolean): FunnelStage {
  const end = stages.findIndex(({ state }) => !passes(state));
  return FUNNEL_STAGES[end < 0 ? stages.length : end] as FunnelStage;
}
