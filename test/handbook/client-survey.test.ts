import { ARCHIVE_FIELDS, SURVEY_FACETS, type SurveyQuestion } from "keyaccount";
import { clientSurvey, dealerScorecard, distributorScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";

const questions: Readonly<Record<string, SurveyQuestion>> = clientSurvey.questions;
const facetOf = (facet: string, required: boolean): string[] =>
  Object.entries(questions).flatMap(([id, one]) => (one.facet === facet && one.required === required ? [id] : []));

describe("A4.2 the handbook's client survey form asks every item of its four facets", () => {
  test("environment: market size, how clients are distributed", () => {
    expect(facetOf("environment", true)).toEqual(["marketSize", "clientDistribution"]);
  });

  test("channel & dealers: owner, place, staff, display, management, mode, distribution, products, brands with their sales", () => {
    expect(facetOf("channel", true)).toEqual([
      "ownerQuality",
      "ownerStyle",
      "ownerIdeas",
      "location",
      "floorArea",
      "history",
      "stateOfBusiness",
      "staffQuality",
      "staff",
      "salesReps",
      "displayQuality",
      "salesManagement",
      "operatingMode",
      "distributionAbility",
      "productKinds",
      "brands",
    ]);
    expect(questions["brands"]?.kind).toBe("amounts");
  });

  test("A2.1 rivals: policy, mix, channel layout and management, density, both prices, display, promotion; A2.3 may they be shared or won", () => {
    expect(facetOf("rivals", true)).toEqual([
      "rivals",
      "rivalSalesPolicy",
      "rivalProductMix",
      "rivalChannelLayout",
      "rivalChannelManagement",
      "rivalCoverage",
      "rivalWholesalePrices",
      "rivalRetailPrices",
      "rivalDisplay",
      "rivalPromotion",
    ]);
    expect(facetOf("rivals", false)).toEqual(["canShare", "canWin"]);
  });

  test("consumers: what they weigh, in which order; shares of high, middle and low tier", () => {
    expect(facetOf("consumers", true)).toEqual(["buyingCriteria", "highTierShare", "middleTierShare", "lowTierShare"]);
    expect(questions["buyingCriteria"]?.kind).toBe("ranking");
  });

  test("it has the four facets and no other", () => {
    expect([...new Set(Object.values(questions).map(({ facet }) => facet))]).toEqual([...SURVEY_FACETS]);
  });
});

describe("A4.4 its answers feed the scorecards", () => {
  test.each([dealerScorecard, distributorScorecard])(
    "$id: every indicator is asked, in its own range, options and age",
    (card) => {
      for (const [id, indicator] of Object.entries(
        card.indicators as Record<
          string,
          { kind: string; maxAgeDays?: number; options?: object; min?: string; max?: string }
        >,
      )) {
        const question = questions[id];
        expect([id, question?.fact]).toEqual([id, id]);
        if (indicator.kind === "choice")
          expect(question).toMatchObject({ kind: "choice", options: Object.keys(indicator.options ?? {}) });
        else if (indicator.kind === "flag") expect(question?.kind).toBe("flag");
        else if (indicator.kind === "rating")
          expect(question).toMatchObject({ kind: "rating", min: indicator.min, max: indicator.max });
        else expect(question?.kind).toBe("number");
        expect(question?.maxAgeDays).toBe(indicator.maxAgeDays);
      }
    },
  );

  test("E3 facts are archive fields, but for what belongs to a rival and to the tests of a target client", () => {
    const fields: readonly string[] = Object.values(ARCHIVE_FIELDS).flat();
    const others = Object.values(questions).flatMap(({ fact }) =>
      fact === undefined || fields.includes(fact) ? [] : [fact],
    );
    expect(others).toEqual(["strength", "growthPotential", "canShare", "canWin"]);
    const without = Object.entries(questions).filter(([, { fact }]) => fact === undefined);
    expect(without.every(([, { facet }]) => facet === "rivals")).toBe(true);
  });

  test("A5.1 the two tests of a target client are asked", () => {
    for (const id of ["philosophyFit", "growthPotential", "strength", "willingness"]) {
      expect(questions[id]).toMatchObject({ kind: "rating", min: "1", max: "5", fact: id });
    }
  });
});
