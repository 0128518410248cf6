import type { Influence, PurchaseRole, RelationDepth, Support } from "../../ground/vocabulary.js";

/** The parts that are played in buying, each once: the handbook's two lists (E5.1, E4.5) overlap. */
export const BUYING_PARTS = ["approver", "decider", "evaluator", "buyer", "user", "influencer", "initiator"] as const;
/** A part in buying, from the one whose word is final to the one who began it. */
export type BuyingPart = (typeof BUYING_PARTS)[number];

/** The part that each role of a contact stands for. */
export const PART_BY_ROLE: { readonly [R in PurchaseRole]: BuyingPart } = {
  "final-approval": "approver",
  decision: "decider",
  evaluation: "evaluator",
  "end-user": "user",
  decider: "decider",
  user: "user",
  influencer: "influencer",
  buyer: "buyer",
  initiator: "initiator",
};

/** What a decision map must show before a solution is designed (E9.4), unless told: these parts covered, and one supporter inside. */
export const DECISION_NEEDS = { parts: ["decider", "evaluator", "user", "buyer"], supporters: 1 } as const;

/** Parts with power over the decision. */
export const POWER_PARTS: readonly BuyingPart[] = ["approver", "decider", "evaluator"];
/** Parts that decide: paths of influence lead to them. */
export const DECIDING_PARTS: readonly BuyingPart[] = ["approver", "decider"];

/** Relations by depth. */
export const DEPTH_RANK: { readonly [D in RelationDepth]: number } = { none: 0, brief: 1, regular: 2, deep: 3 };
/** Influence by weight; unknown counts 0. */
export const INFLUENCE_RANK: { readonly [I in Influence]: number } = { high: 3, medium: 2, low: 1 };
/** Whether a person is for us, against us or neither. */
export const SIDE_BY_SUPPORT: { readonly [S in Support]: "for" | "neither" | "against" } = {
  champion: "for",
  supporter: "for",
  neutral: "neither",
  "non-supporter": "against",
  opponent: "against",
};
