import fc from "fast-check";
import {
  ADVANTAGES,
  competitivePosition,
  FUNNEL_EVIDENCE,
  FUNNEL_STAGES,
  type FunnelFacts,
  funnelStage,
  type PositionFacts,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const codes = (issues: readonly { readonly code: string; readonly path: readonly unknown[] }[]): string[] =>
  issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
const all = (...evidence: readonly string[]): FunnelFacts => Object.fromEntries(evidence.map((code) => [code, true]));
const POTENTIAL = ["client-pressure", "our-value"];
const QUALIFIED = [...POTENTIAL, "need", "decision-process", "resources", "driver"];
const answers = fc.record(
  Object.fromEntries(FUNNEL_EVIDENCE.map((code) => [code, fc.constantFrom(true, false, null)])),
) as fc.Arbitrary<FunnelFacts>;

describe("E7.1 funnelStage", () => {
  test("E7.1 potential, qualified, mine by evidence", () => {
    const of = (facts: FunnelFacts): unknown => {
      const { stage, highest, certain } = funnelStage(facts);
      return [stage, highest, certain];
    };
    expect(of({})).toEqual(["none", "mine", false]);
    expect(of(all(...POTENTIAL))).toEqual(["potential", "mine", false]);
    expect(of({ ...all(...POTENTIAL), need: false })).toEqual(["potential", "potential", true]);
    expect(of(all(...QUALIFIED))).toEqual(["qualified", "mine", false]);
    expect(of(all(...FUNNEL_EVIDENCE))).toEqual(["mine", "mine", true]);
    // Pressure × value: with one of them missing there is nothing.
    expect(of({ ...all(...FUNNEL_EVIDENCE), "our-value": false })).toEqual(["none", "none", true]);
    // A trusting client without a budget is potential at most.
    expect(of({ ...all(...FUNNEL_EVIDENCE), resources: false })).toEqual(["potential", "potential", true]);
    expect(of({ ...all(...FUNNEL_EVIDENCE), resources: null })).toEqual(["potential", "mine", false]);
  });

  test("E7.1 what is missing for the next stage, what to find out and all states", () => {
    const position = funnelStage({ ...all(...POTENTIAL), need: null, driver: false, "client-trust": null });
    expect([position.missing, position.findOut]).toEqual([["driver"], []]);
    expect(position.stages[1]).toEqual({
      stage: "qualified",
      state: "unmet",
      evidence: [
        { evidence: "need", state: "unknown" },
        { evidence: "decision-process", state: "unknown" },
        { evidence: "resources", state: "unknown" },
        { evidence: "driver", state: "unmet" },
      ],
    });
    const open = funnelStage({ ...all(...QUALIFIED), need: null, "unique-value": false });
    expect([open.stage, open.highest, open.missing, open.findOut]).toEqual(["potential", "qualified", [], ["need"]]);
    expect(funnelStage(all(...QUALIFIED)).findOut).toEqual([
      "unique-value",
      "complete-solution",
      "delivery-assured",
      "client-trust",
    ]);
  });

  test("E7.1 law: an answer moves the two bounds only towards each other, and together they meet", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...FUNNEL_EVIDENCE), fc.boolean(), (facts, code, answer) => {
        const before = funnelStage(deepFreeze(facts));
        const after = funnelStage({ ...facts, [code]: facts[code] ?? answer });
        const at = (stage: (typeof FUNNEL_STAGES)[number]): number => FUNNEL_STAGES.indexOf(stage);
        expect(at(after.stage)).toBeGreaterThanOrEqual(at(before.stage));
        expect(at(after.highest)).toBeLessThanOrEqual(at(before.highest));
        expect(at(after.stage)).toBeLessThanOrEqual(at(after.highest));
        const told = Object.fromEntries(
          FUNNEL_EVIDENCE.map((one) => [one, facts[one] ?? before.findOut.includes(one)]),
        );
        expect(funnelStage(told).stage).toBe(before.highest);
        expect(JSON.parse(JSON.stringify(before))).toEqual(before);
      }),
    );
  });

  test("faulty answers are issues and unknown", () => {
    const position = funnelStage({ need: "yes", driver: 1, resources: false } as never);
    expect(codes(position.issues)).toEqual(["wrong-type at need", "wrong-type at driver"]);
    expect(position.highest).toBe("potential");
    for (const bad of [null, 5, [], new Date(0)]) expect(funnelStage(bad as never).issues.length).toBe(1);
  });
});

describe("D2 competitivePosition", () => {
  const none = Object.fromEntries(ADVANTAGES.map((one) => [one, false]));

  test("D2 the six kinds, each with whose it is", () => {
    const facts: PositionFacts = {
      ours: {
        "lower-purchase-cost": true,
        "more-income": true,
        "less-waste": false,
        "better-efficiency": false,
        "real-solutions": true,
      },
      rivals: [
        {
          id: "r2",
          advantages: {
            "lower-purchase-cost": false,
            "more-income": true,
            "less-waste": true,
            "better-efficiency": false,
            "intangible-value": true,
          },
        },
        {
          id: "r1",
          advantages: { "lower-purchase-cost": false, "more-income": true, "better-efficiency": false },
        },
      ],
    };
    const { advantages, unique } = competitivePosition(deepFreeze(facts));
    expect(advantages).toEqual([
      { advantage: "lower-purchase-cost", owner: "ours-alone", rivals: [] },
      { advantage: "more-income", owner: "shared", rivals: ["r1", "r2"] },
      { advantage: "less-waste", owner: "theirs", rivals: ["r2"] },
      { advantage: "better-efficiency", owner: "nobodys", rivals: [] },
      { advantage: "real-solutions", owner: "unknown", rivals: [] },
      { advantage: "intangible-value", owner: "unknown", rivals: ["r2"] },
    ]);
    expect(unique).toEqual(["lower-purchase-cost"]);
  });

  test("D2 without rivals what we have is ours alone; of unknown rivals nothing is known", () => {
    const ours = { "less-waste": true, "more-income": false };
    const owners = (facts: PositionFacts): string[] =>
      competitivePosition(facts)
        .advantages.slice(1, 3)
        .map(({ owner }) => owner);
    expect(owners({ ours, rivals: [] })).toEqual(["nobodys", "ours-alone"]);
    expect(owners({ ours })).toEqual(["unknown", "unknown"]);
    expect(owners({ ours, rivals: [{ id: "a", standing: "excluded" }] })).toEqual(["nobodys", "ours-alone"]);
    expect(owners({ ours, rivals: [{ id: "a", standing: "considered" }] })).toEqual(["unknown", "unknown"]);
    // A rival that couldn't be read is one all the same.
    expect(owners({ ours, rivals: [{} as never] })).toEqual(["unknown", "unknown"]);
    expect(owners({ rivals: [{ id: "a", advantages: none }] })).toEqual(["unknown", "unknown"]);
  });

  test("D2 who leads against each rival", () => {
    const lead = (ours: object, theirs: object): unknown[] => {
      const { rivals } = competitivePosition({
        ours,
        rivals: [{ id: "r", standing: "incumbent", advantages: theirs }],
      });
      const [rival] = rivals;
      return [rival?.lead, rival?.ahead, rival?.behind];
    };
    expect(lead({ ...none, "more-income": true }, none)).toEqual(["ours", ["more-income"], []]);
    expect(lead(none, { ...none, "less-waste": true })).toEqual(["theirs", [], ["less-waste"]]);
    expect(lead(none, none)).toEqual(["level", [], []]);
    expect(lead({ ...none, "more-income": true }, { ...none, "less-waste": true })).toEqual([
      "mixed",
      ["more-income"],
      ["less-waste"],
    ]);
    // One unknown leaves it open, unless each is known to lead in something.
    expect(lead({ ...none, "more-income": true }, { ...none, "less-waste": null })[0]).toBe("unknown");
    expect(lead({ "more-income": true, "less-waste": false }, { "more-income": false, "less-waste": true })[0]).toBe(
      "mixed",
    );
  });

  test("D2 law: telling what was unknown leaves every owner and lead that was known", () => {
    const has = fc.record(
      Object.fromEntries(ADVANTAGES.map((one) => [one, fc.constantFrom(true, false, null)])),
    ) as fc.Arbitrary<Record<string, boolean | null>>;
    const fill = (facts: Record<string, boolean | null>, told: boolean): object =>
      Object.fromEntries(Object.entries(facts).map(([code, answer]) => [code, answer ?? told]));
    fc.assert(
      fc.property(has, has, fc.boolean(), fc.boolean(), (ours, theirs, a, b) => {
        const before = competitivePosition({ ours, rivals: [{ id: "r", advantages: theirs }] });
        const after = competitivePosition({ ours: fill(ours, a), rivals: [{ id: "r", advantages: fill(theirs, b) }] });
        before.advantages.forEach(({ owner }, index) => {
          if (owner !== "unknown") expect(after.advantages[index]?.owner).toBe(owner);
        });
        if (before.rivals[0]?.lead !== "unknown") expect(after.rivals[0]?.lead).toBe(before.rivals[0]?.lead);
        expect(JSON.parse(JSON.stringify(before))).toEqual(before);
      }),
    );
  });

  test("rivals stand by id; faulty ones are named", () => {
    const position = competitivePosition({
      ours: { "less-waste": "much" },
      rivals: [{ id: "b", standing: "strong" }, { id: "a", advantages: [] }, { id: "b" }, {}, null, 3],
    } as never);
    expect(codes(position.issues)).toEqual([
      "wrong-type at ours.less-waste",
      "unknown-value at rivals.0.standing",
      "wrong-type at rivals.1.advantages",
      "duplicate-id at rivals.2.id",
      "required at rivals.3.id",
      "required at rivals.4",
      "wrong-type at rivals.5",
    ]);
    expect(position.rivals.map(({ id, standing, lead }) => [id, standing, lead])).toEqual([
      ["a", null, "unknown"],
      ["b", null, "unknown"],
    ]);
    expect(codes(competitivePosition(5 as never).issues)).toEqual(["wrong-type at "]);
    expect(codes(competitivePosition({ rivals: {} } as never).issues)).toEqual(["wrong-type at rivals"]);
  });
});
