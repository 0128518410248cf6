import fc from "fast-check";
import {
  classifyCreditSelling,
  classifyVolumeLoyalty,
  evaluate,
  type Judged,
  type VolumeLoyaltyClient,
  type VolumeLoyaltyOptions,
} from "keyaccount";
import { loyaltyScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const scored = (score: number | null): Judged => ({ score, low: score, high: score });
const CLIENTS: readonly VolumeLoyaltyClient[] = deepFreeze([
  { id: "a", volume: 10, loyalty: scored(20) },
  { id: "b", volume: 600, loyalty: scored(90) },
  { id: "c", volume: 250, loyalty: scored(59.99) },
  { id: "d", volume: 140, loyalty: scored(60) },
]);
const quadrants = (options?: VolumeLoyaltyOptions, clients: Iterable<VolumeLoyaltyClient> = CLIENTS): string =>
  classifyVolumeLoyalty(clients, options)
    .clients.map(({ id, quadrant }) => `${id} ${quadrant ?? "?"}`)
    .join(", ");

describe("C2 classifyVolumeLoyalty: volume × loyalty", () => {
  test("C2.1 C2.2 C2.3 C2.4 by hand: 600 and 250 of 1000 are large (the second crosses 80 %), 60 is loyal", () => {
    const { clients, quadrants: sums, total } = classifyVolumeLoyalty(CLIENTS);
    expect(
      clients.map(({ id, quadrant, place, policies, reasons }) => [id, quadrant, place, policies, reasons]),
    ).toEqual([
      ["b", "treasure", 1, ["protect", "invest"], ["volume-large", "loyalty-high"]],
      ["c", "dangerous", 2, ["contain", "reduce-dependence"], ["volume-large", "loyalty-low"]],
      ["d", "rising-star", 3, ["support", "grow"], ["volume-small", "loyalty-high"]],
      ["a", "no-value", 4, ["drop"], ["volume-small", "loyalty-low"]],
    ]);
    expect(sums.dangerous).toEqual({ clients: 1, clientShare: 0.25, amount: "250", amountShare: 0.25 });
    expect(total).toBe("1000");
  });

  test.each<[string, VolumeLoyaltyOptions, string]>([
    ["an amount, included", { volume: { atLeast: "140" } }, "b treasure, c dangerous, d treasure, a no-value"],
    ["an amount just above", { volume: { atLeast: "140.01" } }, "b treasure, c dangerous, d rising-star, a no-value"],
    ["the largest one", { volume: { top: 1 } }, "b treasure, c no-value, d rising-star, a no-value"],
    ["more than there are", { volume: { top: 9 } }, "b treasure, c dangerous, d treasure, a dangerous"],
    [
      "a share that the first reaches exactly",
      { volume: { share: 0.6 } },
      "b treasure, c no-value, d rising-star, a no-value",
    ],
    ["a share of nothing", { volume: { share: 0 } }, "b treasure, c no-value, d rising-star, a no-value"],
    ["all of it", { volume: { share: 1 } }, "b treasure, c dangerous, d treasure, a dangerous"],
    ["another loyalty", { loyalty: 50 }, "b treasure, c treasure, d rising-star, a no-value"],
  ])("cuts are options: %s", (_, options, expected) => {
    expect(quadrants(options)).toBe(expected);
  });

  test("equal volumes stand on one side; none or less is small", () => {
    const clients = ["x", "y", "z"].map((id) => ({ id, volume: 5, loyalty: scored(80) }));
    expect(quadrants({ volume: { top: 1 } }, clients)).toBe("x treasure, y treasure, z treasure");
    const returns = [
      { id: "x", volume: 0, loyalty: scored(80) },
      { id: "y", volume: -5, loyalty: scored(10) },
    ];
    expect(quadrants({ volume: { atLeast: -10 } }, returns)).toBe("x rising-star, y no-value");
    expect(quadrants({ volume: { top: 1 } }, returns)).toBe("x rising-star, y no-value");
  });

  test("what is unknown has no quadrant and no policy, and is in no quadrant's sum", () => {
    const { clients, quadrants: sums } = classifyVolumeLoyalty([
      { id: "n", loyalty: scored(90) },
      { id: "m", volume: 10 },
      { id: "l", volume: 1, loyalty: scored(null) },
    ]);
    expect(
      clients.map(({ id, quadrant, policies, reasons, place, volume }) => [
        id,
        quadrant,
        policies,
        reasons,
        place,
        volume,
      ]),
    ).toEqual([
      ["m", null, [], ["volume-large", "loyalty-unknown"], 1, "10"],
      ["l", null, [], ["volume-small", "loyalty-unknown"], 2, "1"],
      ["n", null, [], ["volume-unknown", "loyalty-high"], null, null],
    ]);
    expect(sums["no-value"]).toEqual({ clients: 0, clientShare: null, amount: "0", amountShare: 0 });
    expect(classifyVolumeLoyalty([]).quadrants.treasure.amountShare).toBe(null);
  });

  test("is certain only where no unknown fact could move it", () => {
    const certainty = (loyalty: Judged): boolean | undefined =>
      classifyVolumeLoyalty([{ id: "a", volume: 1, loyalty }]).clients[0]?.certain;
    expect(certainty({ score: 70, low: 60, high: 90 })).toBe(true);
    expect(certainty({ score: 70, low: 59, high: 90 })).toBe(false);
    expect(certainty({ score: 70, low: null, high: null })).toBe(false);
    expect(certainty({ score: 50, low: 0, high: 59.99 })).toBe(true);
    expect(certainty({ score: 50, low: 0, high: 60 })).toBe(false);
    expect(certainty({ score: 50, low: 0, high: null })).toBe(false);
    expect(classifyVolumeLoyalty([{ id: "a", loyalty: scored(70) }]).clients[0]?.certain).toBe(false);
  });

  test("a least score above the greatest is a fault: nothing could be certain of it", () => {
    const { clients, issues } = classifyVolumeLoyalty([
      { id: "a", volume: 5, loyalty: { score: 50, low: 90, high: 10 } },
      { id: "b", volume: 5, loyalty: { score: 50, low: 50, high: 50 } },
      { id: "c", volume: 5, loyalty: { score: 50, low: null, high: 10 } },
      { id: "d", volume: 5, loyalty: { score: 50, low: 90, high: null } },
    ]);
    expect(clients.map(({ id }) => id)).toEqual(["b", "c", "d"]);
    expect(issues).toEqual([{ code: "out-of-range", path: [0, "loyalty"], details: { received: "10", least: 90 } }]);
  });

  test("a cut of −0 is 0, as JSON has it", () => {
    expect(classifyVolumeLoyalty([], { loyalty: -0 }).cuts.loyalty).toBe(0);
    expect(classifyCreditSelling([], { credit: -0, selling: -0 }).cuts).toStrictEqual({ credit: 0, selling: 0 });
  });

  test("a result names the cuts that made it", () => {
    const cutsOf = (options?: VolumeLoyaltyOptions) => classifyVolumeLoyalty([], options).cuts;
    expect(cutsOf()).toEqual({ volume: { share: "0.8" }, loyalty: 60 });
    expect(cutsOf({ volume: { share: 0.75 }, loyalty: 50 })).toEqual({ volume: { share: "0.75" }, loyalty: 50 });
    expect(cutsOf({ volume: { atLeast: "1200.50", share: undefined } as never }).volume).toEqual({ atLeast: "1200.5" });
    expect(cutsOf({ volume: { top: 20 } }).volume).toEqual({ top: 20 });
    expect(classifyCreditSelling([], { selling: 40 }).cuts).toEqual({ credit: 60, selling: 40 });
  });

  test("takes an evaluation as it is", () => {
    const loyalty = evaluate(loyaltyScorecard, { purchaseShare: 0.3 });
    const [client] = classifyVolumeLoyalty([{ id: "a", volume: 1, loyalty }]).clients;
    expect([client?.loyalty?.score, client?.quadrant, client?.certain]).toEqual([50, "dangerous", false]);
  });

  test("rows that can't be read are listed and left out; faulty options throw, all at once", () => {
    const rows = [
      { id: "a", volume: "x", loyalty: 5 },
      { id: "b", loyalty: [] },
      { id: "c", loyalty: { score: "5" } },
      { id: "d", loyalty: {} },
      { id: "e", loyalty: { score: 50, high: "5" } },
    ];
    const { clients, issues } = classifyVolumeLoyalty(rows as never);
    expect(clients).toEqual([]);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["not-a-decimal", 0, "volume"],
      ["wrong-type", 0, "loyalty"],
      ["wrong-type", 1, "loyalty"],
      ["wrong-type", 2, "loyalty"],
      ["wrong-type", 3, "loyalty"],
      ["wrong-type", 4, "loyalty"],
    ]);
    const call = (options: unknown) => () => classifyVolumeLoyalty([], options as never);
    expect(call({ volume: { atLeast: "x" }, loyalty: "60" })).toThrow(
      /not-a-decimal at volume.atLeast.*wrong-type at loyalty/,
    );
    expect(call({ volume: { atLeast: {} } })).toThrow("not-a-decimal at volume.atLeast");
    expect(call({ volume: { top: 0 } })).toThrow("out-of-range at volume.top");
    expect(call({ volume: { top: 1.5 } })).toThrow("out-of-range at volume.top");
    expect(call({ volume: { top: 2e9 } })).toThrow("out-of-range at volume.top");
    expect(call({ volume: { share: 1.1 } })).toThrow("out-of-range at volume.share");
    expect(call({ volume: { top: 1, share: 1 } })).toThrow("unknown-key at volume.share");
    expect(call({ volume: { biggest: 1 } })).toThrow("unknown-key at volume.biggest");
    expect(call({ volume: {} })).toThrow("unknown-key");
    expect(call({ loyality: 50, volume: undefined })).toThrow("unknown-key at loyality");
    expect(call({ loyalty: Number.NaN })).toThrow("wrong-type at loyalty");
    expect(() => classifyVolumeLoyalty(5 as never)).toThrow("wrong-type at clients");
  });

  test("law: the order of the rows doesn't count, JSON keeps the result, every quadrant's clients add up", () => {
    const client = fc.record({
      volume: fc.option(fc.integer({ min: -5, max: 50 })),
      loyalty: fc.option(fc.integer({ min: 0, max: 100 }).map(scored)),
    });
    fc.assert(
      fc.property(fc.array(client, { maxLength: 20 }), (list) => {
        const rows = list.map((one, index) => ({ id: `c${String(index)}`, ...one }));
        const result = classifyVolumeLoyalty(rows);
        expect(classifyVolumeLoyalty(rows.toReversed())).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        const placed = Object.values(result.quadrants).reduce((sum, { clients }) => sum + clients, 0);
        expect(placed).toBe(rows.filter(({ volume, loyalty }) => volume !== null && loyalty !== null).length);
      }),
    );
  });
});

describe("C4 classifyCreditSelling: credit × selling ability", () => {
  const clients = deepFreeze([
    { id: "sitting", credit: scored(90), selling: scored(30) },
    { id: "risky", credit: scored(20), selling: scored(95) },
    { id: "both", credit: scored(60), selling: scored(60) },
    { id: "neither", credit: scored(59), selling: scored(59) },
    { id: "unasked", credit: scored(90) },
    { id: "silent", selling: scored(90) },
  ]);

  test("by hand: the four types with their countermeasures, by selling", () => {
    const result = classifyCreditSelling(clients);
    expect(result.clients.map(({ id, type, place, countermeasures }) => [id, type, place, countermeasures])).toEqual([
      ["risky", "risky-seller", 1, ["cash-terms", "tight-credit-limit"]],
      ["both", "sound-seller", 2, ["give-priority", "longer-terms"]],
      ["neither", "weak", 3, ["cash-only", "develop-replacement"]],
      ["sitting", "sitting-merchant", 4, ["train-selling", "joint-promotion"]],
      ["silent", null, null, []],
      ["unasked", null, null, []],
    ]);
    expect(result.clients.map(({ reasons }) => reasons.join(" "))).toEqual([
      "credit-weak selling-strong",
      "credit-good selling-strong",
      "credit-weak selling-weak",
      "credit-good selling-weak",
      "credit-unknown selling-strong",
      "credit-good selling-unknown",
    ]);
    const one = { clients: 1, clientShare: 0.25 };
    expect(result.types).toEqual({ "sound-seller": one, "sitting-merchant": one, "risky-seller": one, weak: one });
  });

  test("cuts are options; ties go by credit, then by id", () => {
    const rows = [
      { id: "z", credit: scored(40), selling: scored(50) },
      { id: "y", credit: scored(30), selling: scored(50) },
      { id: "x", credit: scored(30), selling: scored(50) },
    ];
    const result = classifyCreditSelling(rows, { credit: 40, selling: 50.01 });
    expect(result.clients.map(({ id, type }) => [id, type])).toEqual([
      ["z", "sitting-merchant"],
      ["x", "weak"],
      ["y", "weak"],
    ]);
    expect(classifyCreditSelling(rows.toReversed(), { credit: 40, selling: 50.01 })).toEqual(result);
  });

  test("is certain only where both are", () => {
    const open = { score: 70, low: 10, high: 90 };
    const certain = (credit: Judged, selling: Judged): boolean | undefined =>
      classifyCreditSelling([{ id: "a", credit, selling }]).clients[0]?.certain;
    expect([certain(scored(70), scored(70)), certain(open, scored(70)), certain(scored(70), open)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(certain(scored(null), scored(70))).toBe(false);
  });

  test("faulty rows and options", () => {
    expect(classifyCreditSelling([{ id: "a", credit: { score: Number.NaN } }, {}] as never).issues).toEqual([
      { code: "wrong-type", path: [0, "credit"], details: { expected: "number", received: "NaN" } },
      { code: "required", path: [1, "id"], details: {} },
    ]);
    expect(() => classifyCreditSelling([], { credit: Number.POSITIVE_INFINITY, selling: "5" } as never)).toThrow(
      /wrong-type at credit.*wrong-type at selling/,
    );
    expect(() => classifyCreditSelling([], { sellings: 50 } as never)).toThrow("unknown-key at sellings");
  });
});
