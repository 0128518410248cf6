import { throwIssues } from "../ground/error.js";
import { ofShape } from "../ground/of-shape.js";
import { show } from "../ground/show.js";
import type { DecisionFact, DecisionFactCode } from "../people/map/decision-facts.js";
import type { Process, ProcessIds } from "./definition/process.js";
import { type Resolved, type ResolvedMilestone, resolved } from "./definition/registry.js";
import type { Cures, Evidence } from "./event.js";

/** A work standard that a decision map doesn't prove. */
export interface UnprovenStandard<I extends ProcessIds = ProcessIds> {
  readonly standard: I["standard"];
  readonly fact: DecisionFactCode;
  /** `false`: it isn't so. `null`: nobody knows, so the gate stays shut. */
  readonly holds: false | null;
  /** Ids of the contacts that stand against it, or of which too little is known. */
  readonly contacts: readonly string[];
}

/** What a decision map says to a gate. */
export interface DecisionGate<I extends ProcessIds = ProcessIds> {
  /** Whether the map proves every standard of the milestone that asks for a fact. */
  readonly proven: boolean;
  /** The standards that it proves, with the contacts as evidence: pass it on as `with` of `advance`. */
  readonly with: Cures<I>;
  readonly missing: readonly UnprovenStandard<I>[];
}

/** As many pieces of evidence as a command may have. */
const MOST_PIECES = 50;

/**
 * What a decision map says to a milestone's gate (E9.4, E5.5): for each work standard that names a `fact` ("decider covered", "two inside supporters" …) whether the map proves it. What it proves comes as
 * work for the same command, with the contacts as evidence; what it doesn't stays out, so `advance` is refused. A fact that is unknown proves nothing. Standards without a fact are left alone, and so is
 * whatever was met before.
 *
 * Throws a `KeyAccountError` for a milestone that the process doesn't have, and for a map that can't be read.
 *
 * @example
 * ```ts
 * import { askDecisionMap, defineProcess, mapDecisionMakers } from "keyaccount";
 *
 * const process = defineProcess({
 *   id: "small", version: "1",
 *   milestones: { talk: { standards: { "decider-met": { fact: "decider-covered" } }, end: true } },
 *   people: { parts: ["decider"] },
 * });
 * const chen = { id: "chen", roles: ["decider"], relationDepth: { value: "deep" }, coveredBy: ["wang"] } as const;
 * askDecisionMap(process, "talk", mapDecisionMakers([chen], { process })).with;
 * // => { standards: { "decider-met": { evidence: [{ kind: "decision-map", text: "chen" }] } } }
 * askDecisionMap(process, "talk", mapDecisionMakers([], { process })).missing[0]?.holds; // => null
 * ```
 */
export function askDecisionMap<I extends ProcessIds>(
  process: Process<I>,
  milestone: NoInfer<I>["milestone"],
  map: { readonly facts: readonly DecisionFact[] },
): DecisionGate<I> {
  const known = resolved(process);
  const gate = known.milestones.get(milestone);
  if (gate === undefined) {
    const allowed = [...known.milestones.keys()];
    throwIssues([{ code: "unknown-value", path: ["milestone"], details: { received: show(milestone), allowed } }]);
  }
  return ofShape({ map }, () => answer(known, gate as ResolvedMilestone, map.facts)) as DecisionGate<I>;
}

function answer(known: Resolved, gate: ResolvedMilestone, facts: readonly DecisionFact[]): DecisionGate {
  const standards: Record<string, { readonly evidence: readonly Evidence[] }> = {};
  const missing: UnprovenStandard[] = [];
  for (const standard of gate.standards) {
    const fact = known.standards.get(standard)?.fact;
    if (fact === undefined) continue;
    const said = facts.find((one) => one.fact === fact);
    const contacts = (said?.contacts ?? []).map(String);
    if (said?.holds === true) standards[standard] = { evidence: evidenceOf(fact, contacts) };
    else missing.push({ standard, fact, holds: said?.holds === false ? false : null, contacts });
  }
  return { proven: missing.length === 0, with: { standards }, missing };
}

/** The contacts that a fact rests on; the fact itself where it rests on nobody. */
function evidenceOf(fact: DecisionFactCode, contacts: readonly string[]): Evidence[] {
  const texts = contacts.length === 0 ? [fact] : contacts.slice(0, MOST_PIECES);
  return texts.map((text) => ({ kind: "decision-map", text }));
}
