import fc from "fast-check";
import { classifyExperience, recommendSelling, SELLING_RULES, type SellingSituation } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const OFFER: SellingSituation = {
  coreCopyable: false,
  lateEntrants: false,
  topWithinReach: true,
  worthTheCost: true,
  applicationsToOffer: true,
  servicesToAdd: true,
  partsSeparable: true,
  marginLeft: true,
  costReducible: true,
};
const BARE: SellingSituation = { ...OFFER, applicationsToOffer: false, servicesToAdd: false, marginLeft: false };

describe("B3 recommendSelling", () => {
  test.each<[string, SellingSituation, string[], boolean]>([
    [
      "B3.1 a generalist and a protected core: account management, with ever more value",
      { ...OFFER, experience: { stage: "generalist" } },
      ["account-management", "new-applications", "added-services"],
      true,
    ],
    [
      "B3.1 no account management where rivals can copy the core",
      { ...OFFER, coreCopyable: true, experience: { stage: "generalist" } },
      ["new-applications", "added-services"],
      true,
    ],
    [
      "B3.1 nor with no value to add",
      { ...OFFER, applicationsToOffer: false, servicesToAdd: false, experience: { stage: "generalist" } },
      [],
      true,
    ],
    [
      "B3.3 a specialist: price against performance, served at low cost; B3.2 new applications too",
      { ...OFFER, experience: { stage: "specialist" } },
      ["new-applications", "unbundled-offer", "low-cost-to-serve"],
      true,
    ],
    [
      "B3 in transition both may go on side by side",
      { ...OFFER, experience: { stage: "in-transition" } },
      ["account-management", "new-applications", "added-services", "unbundled-offer"],
      true,
    ],
    ["B3 neither margin nor value: let go", { ...BARE, experience: { stage: "specialist" } }, ["let-go"], true],
    ["B3 but not a generalist", { ...BARE, experience: { stage: "generalist" } }, [], true],
    [
      "B3 undetermined: only what doesn't hang on the stage",
      { ...OFFER, experience: { stage: "undetermined" } },
      ["new-applications"],
      false,
    ],
  ])("%s", (_, situation, strategies, certain) => {
    const advice = recommendSelling(deepFreeze(structuredClone(situation)));
    expect([advice.strategies, advice.certain]).toEqual([strategies, certain]);
    expect(JSON.parse(JSON.stringify(advice))).toEqual(advice);
  });

  test("B3 of nothing known nothing is recommended, and all is to be found out", () => {
    const advice = recommendSelling({});
    expect([advice.strategies, advice.certain, advice.findOut.conditions.length]).toEqual([[], false, 14]);
  });

  test("B3 an undetermined stage names the signals to find out", () => {
    const experience = classifyExperience({ observations: [] }, { asOf: "2026-01-31" });
    expect(recommendSelling({ ...OFFER, experience }).findOut).toEqual({
      conditions: ["client-not-specialist", "client-beyond-generalist", "client-specialist"],
      signals: experience.unknown,
    });
    expect(recommendSelling({ ...OFFER, experience: { stage: "generalist" }, worthTheCost: null }).findOut).toEqual({
      conditions: ["worth-the-cost"],
      signals: [],
    });
  });

  test("B2.9, B3.4 signals, direction, rivals and market speak against, and are named", () => {
    const at = "2026-01-10";
    const experience = {
      stage: "in-transition",
      direction: "forward",
      interwoven: true,
      ledger: [
        { signal: "who", handbook: "B2.1", level: "purchasing-experts", leaning: "specialist", at, current: true },
        { signal: "old", handbook: "B2.5", level: "little", leaning: "specialist", at, current: false },
        { signal: "how", handbook: "B2.3", level: "whole-system", leaning: "generalist", at, current: true },
        { signal: "own", handbook: null, level: "x", leaning: "neutral", at, current: true },
      ],
    } as const;
    const { options } = recommendSelling({ ...OFFER, experience, lateEntrants: true, productMaturity: "decline" });
    const against = (name: string): unknown =>
      options
        .find(({ strategy }) => strategy === name)
        ?.against.map(({ objection, signals }) => [objection, ...signals.map(({ signal }) => signal)]);
    expect(against("account-management")).toEqual([
      ["slows-only"],
      ["shift-under-way"],
      ["experts-decide", "who"],
      ["late-entrants-undercut"],
      ["market-mature"],
    ]);
    expect(against("new-applications")).toEqual([["market-declining"]]);
    expect(against("added-services")).toEqual([["shift-under-way"], ["late-entrants-undercut"]]);
    expect(against("unbundled-offer")).toEqual([["whole-system-wanted", "how"], ["parts-interwoven"]]);
    const own = options.map(({ strategy, signals }) => [strategy, ...signals.map(({ signal }) => signal)]);
    expect(own).toContainEqual(["account-management", "how"]);
    expect(own).toContainEqual(["unbundled-offer", "who"]);
    const back = recommendSelling({
      ...OFFER,
      productMaturity: "growth",
      experience: { stage: "specialist", direction: "back" },
    });
    expect(back.options.find(({ strategy }) => strategy === "let-go")?.against).toEqual([
      { objection: "market-young", signals: [], warnings: [] },
      { objection: "moving-back", signals: [], warnings: [] },
    ]);
  });

  const KEYS = Object.keys(OFFER).filter((key) => key !== "lateEntrants");
  const answers = fc.constantFrom(true, false, null);
  const stages = fc.constantFrom("generalist", "in-transition", "specialist", "undetermined");

  test("B3 law: a certain advice stays whatever the unknown turns out to be; an uncertain one could change", () => {
    fc.assert(
      fc.property(fc.tuple(...KEYS.map(() => answers)), stages, (values, stage) => {
        const facts = (bits: number): SellingSituation =>
          Object.fromEntries(KEYS.map((key, place) => [key, values[place] ?? (bits >> place) % 2 === 1]));
        const known = Object.fromEntries(KEYS.map((key, place) => [key, values[place]]));
        const advice = recommendSelling({ ...known, experience: { stage: stage as "generalist" } });
        const whole = (stage === "undetermined" ? ["generalist", "in-transition", "specialist"] : [stage]).flatMap(
          (one) =>
            Array.from(
              { length: 2 ** KEYS.length },
              (_, bits) => recommendSelling({ ...facts(bits), experience: { stage: one as "generalist" } }).strategies,
            ),
        );
        const same = whole.every((strategies) => strategies.join() === advice.strategies.join());
        expect(advice.certain).toBe(same);
        for (const strategy of advice.strategies) expect(whole.every((all) => all.includes(strategy))).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test("B3 faulty facts throw, all at once", () => {
    const bad = { coreCopyable: 1, experience: { stage: "expert" }, copyable: true };
    expect(() => recommendSelling(bad as never)).toThrow(/unknown-key.*unknown-value.*wrong-type/);
    const cyclic: Record<string, unknown> = {};
    cyclic["experience"] = cyclic;
    expect(() => recommendSelling(cyclic as never)).toThrow("cyclic");
    for (const hostile of [null, 1, [], { experience: 1 }, { experience: [] }, { experience: {} }])
      expect(() => recommendSelling(hostile as never)).toThrow(/wrong-type|required/);
    expect(Object.keys(SELLING_RULES)).toHaveLength(6);
  });
});

test("B2.9 a told warning without a day, and evidence without one, are faults", () => {
  const raisedAt = "last year";
  expect(() => recommendSelling({ warnings: [{ code: "orders-unbundled", raisedAt }] })).toThrow("not-a-date");
  for (const none of [null, 3, []]) expect(() => recommendSelling({ warnings: [none] as never })).toThrow("wrong-type");
  const evidence = { signal: "risk", handbook: "B2.6", level: "takes", leaning: "specialist", current: true } as const;
  const experience = { stage: "generalist", ledger: [{ ...evidence, at: "2026-13-01" }] } as const;
  expect(() => recommendSelling({ experience })).toThrow("not-a-date");
});

const optionOf = (facts: SellingSituation, strategy: string) =>
  recommendSelling(facts).options.find((option) => option.strategy === strategy);

test("B3.1 account management fits while rivals can't copy the core technology, slows the shift only, and costs people and ever more value", () => {
  const facts = {
    experience: { stage: "generalist" },
    coreCopyable: false,
    topWithinReach: true,
    worthTheCost: true,
    applicationsToOffer: true,
  } as const satisfies SellingSituation;
  const option = optionOf(facts, "account-management");
  expect([option?.fit, option?.costs]).toEqual(["fits", ["people-at-several-levels", "ever-more-value"]]);
  expect(option?.against.map(({ objection }) => objection)).toEqual(["slows-only"]);
  expect(optionOf({ ...facts, coreCopyable: true }, "account-management")?.fit).toBe("unfit");
});

test("B3.2 new applications release buying power at every stage, of a specialist too; without any to offer they don't", () => {
  for (const stage of ["generalist", "in-transition", "specialist", "undetermined"] as const) {
    const facts = { experience: { stage }, applicationsToOffer: true } as const;
    expect(recommendSelling(facts).strategies).toContain("new-applications");
    expect(optionOf({ ...facts, applicationsToOffer: false }, "new-applications")?.fit).toBe("unfit");
  }
});

test("B3.3 an experienced client gets an unbundled offer at low cost to serve; a generalist gets neither", () => {
  const offer = { partsSeparable: true, marginLeft: true, costReducible: true } as const;
  const stages = ["generalist", "in-transition", "specialist"] as const;
  const strategies = stages.map((stage) => recommendSelling({ experience: { stage }, ...offer }).strategies);
  expect(strategies).toEqual([[], ["unbundled-offer"], ["unbundled-offer", "low-cost-to-serve"]]);
});

test("B3.4 late entrants that imitate and undercut speak against account management and services, and rule neither out", () => {
  const facts = { experience: { stage: "generalist" }, servicesToAdd: true, lateEntrants: true } as const;
  const services = optionOf(facts, "added-services");
  expect([services?.fit, services?.against]).toEqual([
    "fits",
    [{ objection: "late-entrants-undercut", signals: [], warnings: [] }],
  ]);
  expect(optionOf({ ...facts, lateEntrants: false }, "added-services")?.against).toEqual([]);
});

test("B2.10 the market's maturity is a force of its own: it speaks against, whatever the client's stage, and decides no condition", () => {
  const facts = { experience: { stage: "specialist" }, partsSeparable: true, marginLeft: true } as const;
  const at = (productMaturity: "introduction" | "maturity") =>
    optionOf({ ...facts, productMaturity }, "unbundled-offer");
  expect(at("introduction")?.against.map(({ objection }) => objection)).toEqual(["market-young"]);
  expect(at("maturity")?.against).toEqual([]);
  expect(at("introduction")?.conditions).toEqual(at("maturity")?.conditions);
});
