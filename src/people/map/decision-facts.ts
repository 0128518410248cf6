/** What a gate can ask of a map. */
export const DECISION_FACTS = [
  "approver-covered",
  "decider-covered",
  "evaluator-covered",
  "buyer-covered",
  "user-covered",
  "influencer-covered",
  "initiator-covered",
  "needed-parts-covered",
  "enough-supporters",
  "inside-supporter",
  "two-inside-supporters",
  "no-influential-opponent",
  "two-threads",
] as const;
/** What a gate can ask of a map. */
export type DecisionFactCode = (typeof DECISION_FACTS)[number];

/** An answer to a gate, with the people that it rests on. */
export interface DecisionFact {
  readonly fact: DecisionFactCode;
  /** `null`: unknown, so the gate stays shut. */
  readonly holds: boolean | null;
  /** Ids of the contacts behind it: those that make it hold, or stand against it. */
  readonly contacts: readonly string[];
}
