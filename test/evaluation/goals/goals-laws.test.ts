import fc from "fast-check";
import { type Evaluation, evaluate, type GoalPlan, goalsFor } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { AS_OF, bruteForce, type GoalCase, goalCases } from "./brute-force.js";

function applied({ card, facts }: GoalCase, { changes }: GoalPlan): Evaluation {
  const after = Object.fromEntries(changes.map(({ indicator, to }) => [indicator, { value: to, observedAt: AS_OF }]));
  return evaluate(card, { ...facts, ...after }, { asOf: AS_OF });
}

describe("C3.2 goals, against trying everything", () => {
  test("C3.2 cost and count of both plans, and that there is none, are those of brute force", () => {
    fc.assert(
      fc.property(goalCases(5), (one) => {
        const { card, facts, options } = deepFreeze(one);
        const goals = goalsFor(card, facts, options);
        const found = bruteForce(one);
        expect(goals.reachable).toBe(found !== null);
        expect(goals.proven).toBe(true);
        if (!goals.reachable || found === null) return;
        expect([goals.cheapest.cost, goals.cheapest.count]).toEqual(found.cheapest);
        expect([goals.fewest.count, goals.fewest.cost]).toEqual(found.fewest);
        for (const plan of [goals.cheapest, goals.fewest]) {
          const { score, grade } = applied(one, plan);
          expect([plan.score, plan.grade]).toEqual([score, grade]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
