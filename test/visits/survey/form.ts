import { defineSurvey } from "keyaccount";

/** A small form with every kind of question. */
export const FORM = defineSurvey({
  id: "small",
  version: "3",
  questions: {
    marketSize: { facet: "environment", kind: "number", unit: "currency-a-year", min: 0, fact: "marketSize" },
    salesReps: {
      facet: "channel",
      kind: "number",
      unit: "people",
      min: 0,
      max: "1e3",
      fact: "salesReps",
      maxAgeDays: 365,
    },
    reputation: { facet: "channel", kind: "rating", min: 1, max: 5, fact: "standing" },
    creditRecord: {
      facet: "channel",
      kind: "choice",
      options: ["prompt", "minor-delays", "repeated-delays", "defaulted"],
      fact: "creditRecord",
      maxAgeDays: 180,
    },
    ownEngineers: { facet: "channel", kind: "flag", fact: "ownEngineers" },
    ownerStyle: { facet: "channel", kind: "text", required: false },
    rivals: { facet: "rivals", kind: "list" },
    rivalPrices: { facet: "rivals", kind: "amounts", unit: "x-per-pallet" },
    criteria: { facet: "consumers", kind: "ranking", options: ["price", "quality", "service"] },
  },
});

/** A visit that learnt something, as `learnt` has it. */
export function visit(id: string, startedAt: string, learnt: object): never {
  return { id, startedAt, learnt } as never;
}
