import { activityReview, mapDecisionMakers, matchSellers, qualifyOpportunity, trustMoves } from "keyaccount";
import { distributorScorecard, opportunityScorecard } from "keyaccount/handbook";
import type { Contact, Visit } from "keyaccount/models";
import { expectTypeOf, test } from "vitest";

declare const contacts: readonly Contact[];
declare const visits: readonly Visit[];

test("E5.5 contacts of the models will do; ranks are inferred", () => {
  mapDecisionMakers(contacts);
  mapDecisionMakers(contacts, { team: [{ id: "a", rank: "manager" }] });
  mapDecisionMakers(contacts, {
    ranks: ["junior", "senior"],
    leastRank: "senior",
    team: [{ id: "a", rank: "junior" }],
  });
  // @ts-expect-error -- no rank of ours
  mapDecisionMakers(contacts, { team: [{ id: "a", rank: "king" }] });
  // @ts-expect-error -- not among the house's own ranks
  mapDecisionMakers(contacts, { ranks: ["junior", "senior"], team: [{ id: "a", rank: "manager" }] });
  // @ts-expect-error -- not among the house's own ranks
  mapDecisionMakers(contacts, { ranks: ["junior", "senior"], leastRank: "manager" });
  // @ts-expect-error -- no part in buying
  mapDecisionMakers(contacts, { process: { people: { parts: ["boss"] } } });
  // @ts-expect-error -- no role in buying
  mapDecisionMakers([{ id: "a", roles: ["boss"] }]);
});

test("E6.1 relations and evidence are closed lists", () => {
  // @ts-expect-error -- no relation of trust
  trustMoves("enemy", []);
  // @ts-expect-error -- no evidence of trust
  trustMoves(null, [], { evidence: { love: true } });
});

test("E7.2 groups and questions are those of the scorecard; its grades must be decisions", () => {
  const { groups, questions } = qualifyOpportunity(opportunityScorecard, { clientProject: "yes" });
  expectTypeOf<keyof typeof groups>().toEqualTypeOf<"opportunity" | "competition">();
  expectTypeOf(groups.opportunity.ask).toEqualTypeOf<readonly (keyof typeof opportunityScorecard.indicators)[]>();
  expectTypeOf(questions[0]?.indicator).toEqualTypeOf<keyof typeof opportunityScorecard.indicators | undefined>();
  // @ts-expect-error -- no option of this question
  qualifyOpportunity(opportunityScorecard, { clientProject: "maybe" });
  // @ts-expect-error -- grades A to D are no decisions
  qualifyOpportunity(distributorScorecard, {});
});

test("E7.4 E7.5 visits of the models will do; skills and levels are closed lists", () => {
  activityReview(visits);
  // @ts-expect-error -- no level of a skill
  matchSellers({ "lead-team": "master" }, []);
  // @ts-expect-error -- no skill of a seller
  matchSellers({ cooking: "basic" }, []);
});
