import {
  type AccountClient,
  type AccountJudgement,
  evaluate,
  type SelectionOptions,
  selectKeyAccounts,
} from "keyaccount";
import { keyAccountScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const graded = (grade: string | null, score: number | null = 50, gradeCertain = true): AccountJudgement => ({
  score,
  grade,
  gradeCertain,
  strengths: [],
  reasons: [],
});

describe("E2.1 E2.2 E2.4 selectKeyAccounts", () => {
  test("by hand: A is a key account, B a candidate, C ordinary; what ends with the order is a project, whatever its grade", () => {
    const { clients, selections } = selectKeyAccounts(
      deepFreeze([
        { id: "c", evaluation: graded("C", 55), goesOn: true },
        { id: "a", evaluation: graded("A", 90), goesOn: true },
        { id: "p", evaluation: graded("A", 95), goesOn: false },
        { id: "b", evaluation: graded("B", 75, false), goesOn: true },
        { id: "q", evaluation: graded("A", 90) },
        { id: "z", evaluation: graded(null, null, false), goesOn: true },
        { id: "y" },
        { id: "x", goesOn: false },
      ]),
    );
    expect(clients.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, null, null, null]);
    expect(clients.map(({ id, selection, certain, reasons: [reason] }) => [id, selection, certain, reason])).toEqual([
      ["p", "project", true, "ends-with-the-order"],
      ["a", "key-account", true, "grade-selects"],
      ["q", "key-account", false, "grade-selects"],
      ["b", "candidate", false, "grade-to-develop"],
      ["c", "ordinary", true, "grade-too-low"],
      ["x", "project", true, "ends-with-the-order"],
      ["y", null, false, "not-judged"],
      ["z", null, false, "not-judged"],
    ]);
    // Of the six that were judged, or end with the order.
    expect(selections).toEqual({
      "key-account": { clients: 2, clientShare: 0.3333 },
      candidate: { clients: 1, clientShare: 0.1667 },
      ordinary: { clients: 1, clientShare: 0.1667 },
      project: { clients: 2, clientShare: 0.3333 },
    });
  });

  test("says why, from the evaluation: three strengths and three weaknesses", () => {
    const evaluation = evaluate(keyAccountScorecard, {
      annualVolume: 14,
      marginContribution: "1.4",
      orderFrequency: 3,
      purchaseShare: "0.1",
      revenueShare: "0.001",
      lossImpact: "replaceable",
      growthFit: 5,
    });
    const [client] = selectKeyAccounts([{ id: "a", evaluation, goesOn: true }]).clients;
    expect(client).toMatchObject({
      score: evaluation.score,
      grade: evaluation.grade,
      certain: evaluation.gradeCertain,
    });
    expect(client?.strengths).toEqual(["marginContribution", "annualVolume", "growthFit"]);
    expect(client?.weaknesses).toEqual(["revenueShare", "lossImpact", "purchaseShare"]);
  });

  test("a group's cap is no weakness of one indicator", () => {
    const evaluation: AccountJudgement = {
      ...graded("B"),
      reasons: [
        { code: "group-capped", group: "trade", lost: 9 },
        { code: "below-standard", indicator: "netMargin", lost: 2 },
      ],
    };
    expect(selectKeyAccounts([{ id: "a", evaluation }]).clients[0]?.weaknesses).toEqual(["netMargin"]);
  });

  test("grades are options", () => {
    const clients = ["core", "ordinary", "none"].map((grade) => ({ id: grade, evaluation: graded(grade) }));
    const options: SelectionOptions = { select: ["core"], develop: ["ordinary"] };
    expect(selectKeyAccounts(clients, options).clients.map(({ selection }) => selection)).toEqual([
      "key-account",
      "ordinary",
      "candidate",
    ]);
  });
});

describe("E4.4 choosing key accounts", () => {
  test("E4.3 E4.4 E2.2 by hand: large, repeated and weighty purchases choose one; small, rare and replaceable ones don't", () => {
    const large = evaluate(keyAccountScorecard, {
      annualVolume: 14,
      orderFrequency: 20,
      marginContribution: 1.4,
      revenueShare: 0.05,
      lossImpact: "serious",
    });
    const small = evaluate(keyAccountScorecard, {
      annualVolume: 0.2,
      orderFrequency: 1,
      marginContribution: 0.2,
      revenueShare: 0,
      lossImpact: "replaceable",
    });
    const { clients } = selectKeyAccounts([
      { id: "small", evaluation: small, goesOn: true },
      { id: "large", evaluation: large, goesOn: true },
    ]);
    expect(clients.map(({ id, selection, reasons }) => [id, selection, reasons])).toEqual([
      ["large", "key-account", ["grade-selects"]],
      ["small", "ordinary", ["grade-too-low"]],
    ]);
    expect(clients[0]?.strengths).toContain("annualVolume");
    expect(clients[1]?.weaknesses).toContain("annualVolume");
  });
});

describe("E2.3 the value pyramid", () => {
  const clients: readonly AccountClient[] = deepFreeze([
    { id: "e", value: 1, industry: "pumps", area: "east" },
    { id: "d", value: 1, industry: "pumps" },
    { id: "c", value: "8", industry: "building", area: "west" },
    { id: "b", value: 10, industry: "pumps", area: "west" },
    { id: "a", value: 80, industry: "building", area: "east" },
    { id: "n", industry: "pumps" },
  ]);

  test("by hand: a fifth, two fifths and the rest, across industries and areas", () => {
    const { pyramid, clients: places } = selectKeyAccounts(clients, { tiers: ["0.2", "0.4", "0.4"] });
    expect(pyramid).toEqual([
      {
        tier: 1,
        ids: ["a"],
        clients: 1,
        clientShare: 0.2,
        amount: "80",
        amountShare: 0.8,
        industries: { building: 1 },
        areas: { east: 1 },
      },
      {
        tier: 2,
        ids: ["b", "c"],
        clients: 2,
        clientShare: 0.4,
        amount: "18",
        amountShare: 0.18,
        industries: { building: 1, pumps: 1 },
        areas: { west: 2 },
      },
      {
        tier: 3,
        ids: ["d", "e"],
        clients: 2,
        clientShare: 0.4,
        amount: "2",
        amountShare: 0.02,
        industries: { pumps: 2 },
        areas: { east: 1 },
      },
    ]);
    expect(places.map(({ id, tier }) => [id, tier])).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 2],
      ["d", 3],
      ["e", 3],
      ["n", null],
    ]);
  });

  test("its tiers are 1 %, 4 %, 15 % and the rest unless told: of two hundred clients 2, 8, 30, 160; of five the first is the top", () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ id: `c${String(index).padStart(3, "0")}`, value: 1 }));
    expect(selectKeyAccounts(many).pyramid.map(({ ids }) => ids.length)).toEqual([2, 8, 30, 160]);
    expect(selectKeyAccounts(clients).pyramid.map(({ ids }) => ids.length)).toEqual([1, 0, 0, 4]);
    expect(selectKeyAccounts(clients, { tiers: [1] }).pyramid).toMatchObject([
      { industries: { building: 2, pumps: 3 }, areas: { east: 2, west: 2 } },
    ]);
    expect(selectKeyAccounts([]).pyramid.map(({ ids, amountShare }) => [ids.length, amountShare])).toEqual([
      [0, null],
      [0, null],
      [0, null],
      [0, null],
    ]);
  });
});

test("E2.2 faulty rows are listed, faulty options throw, all at once", () => {
  const rows = [
    { id: "a", evaluation: 5 },
    { id: "b", evaluation: { ...graded("A"), score: "9" } },
    { id: "c", evaluation: { ...graded("A"), grade: 1 } },
    { id: "d", evaluation: { ...graded("A"), strengths: null } },
    { id: "e", evaluation: { ...graded("A"), reasons: null } },
    { id: "f", goesOn: "yes", industry: 7 },
    { id: "g", evaluation: { ...graded("A"), strengths: [null] } },
    { id: "h", evaluation: { ...graded("A"), strengths: [{}] } },
    { id: "i", evaluation: { ...graded("A"), reasons: [5] } },
    { id: "j", evaluation: { ...graded("A"), reasons: [{ indicator: 5 }] } },
    { id: "k", evaluation: { ...graded("A"), reasons: [{ indicator: null }] } },
  ];
  expect(selectKeyAccounts(rows as never).issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["wrong-type", 0, "evaluation"],
    ["wrong-type", 1, "evaluation"],
    ["wrong-type", 2, "evaluation"],
    ["wrong-type", 3, "evaluation"],
    ["wrong-type", 4, "evaluation"],
    ["wrong-type", 5, "goesOn"],
    ["wrong-type", 5, "industry"],
    ["wrong-type", 6, "evaluation"],
    ["wrong-type", 7, "evaluation"],
    ["wrong-type", 8, "evaluation"],
    ["wrong-type", 9, "evaluation"],
    ["wrong-type", 10, "evaluation"],
  ]);
  const call = (options: unknown) => () => selectKeyAccounts([], options as never);
  expect(call({ select: "A", develop: [1], tiers: 5 })).toThrow(
    /wrong-type at select.*wrong-type at develop.0.*wrong-type at tiers/,
  );
  expect(call({ selects: ["A"] })).toThrow("unknown-key at selects");
  expect(call({ tiers: ["0.5", "0.4"] })).toThrow('weights-not-total at tiers, sum "0.9"');
  expect(call({ tiers: ["x", 2] })).toThrow(/not-a-decimal at tiers.0.*out-of-range at tiers.1/);
  expect(call({ tiers: Array.from({ length: 101 }, () => 0) })).toThrow("too-many-values at tiers");
});
