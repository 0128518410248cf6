import fc from "fast-check";
import type { Facts, Scorecard } from "keyaccount";
import { factsFor, scorecards } from "../arbitrary.js";

/** A scorecard with two sets of facts, some of them the same. */
export const twice = scorecards.chain((card) =>
  fc.tuple(factsFor(card), factsFor(card), fc.subarray(Object.keys(card.indicators))).map(([early, late, kept]) => ({
    card,
    before: early,
    after: { ...late, ...Object.fromEntries(kept.map((id) => [id, early[id]])) } as Facts,
  })),
);

/** Two scorecards that needn't have anything in common, each with facts that may be the other's. */
export const pairs: fc.Arbitrary<{ cards: [Scorecard, Scorecard]; facts: [Facts, Facts] }> = fc
  .tuple(scorecards, scorecards)
  .chain(([one, other]) =>
    fc.tuple(factsFor(one), factsFor(other), fc.boolean()).map(([early, late, isShared]) => ({
      cards: [one, other] as [Scorecard, Scorecard],
      facts: [early, isShared ? { ...late, ...early } : late] as [Facts, Facts],
    })),
  );
