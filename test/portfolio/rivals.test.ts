import fc from "fast-check";
import {
  CLIENT_CHANCES,
  COVERAGE_POSITIONS,
  compareRivals,
  isKeyAccountError,
  type OurOffer,
  PRICE_KINDS,
  PRICE_POSITIONS,
  RIVAL_ASPECTS,
  type RivalFacts,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import type { Rival } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

type Price = NonNullable<OurOffer["prices"]>[number];
const price = (product: string, wholesale?: string | null, retail?: string | null, currency = "CNY"): Price => ({
  product,
  currency,
  ...(wholesale === undefined ? {} : { wholesale: { value: wholesale } }),
  ...(retail === undefined ? {} : { retail: { value: retail } }),
});
const note = { value: "seen" };
const ours: OurOffer = deepFreeze({
  prices: [price("pump", "100", "150"), price("valve", "3", null), price("pump", "15", undefined, "USD")],
  coverageDensity: { value: "4" },
});
const northstar: Rival = deepFreeze({
  v: 1,
  id: "northstar",
  name: "Northstar",
  prices: [price("hose", "7"), price("pump", "92", "150.00"), price("valve", "3.5")],
  coverageDensity: { value: "6" },
  salesPolicy: note,
  display: { value: null, notApplicable: true },
  promotion: { value: null },
  clients: [
    { clientId: "a", canWin: { value: true }, canShare: { value: true } },
    { clientId: "b", canWin: { value: false }, canShare: { value: true } },
    { clientId: "c", canWin: { value: false }, canShare: { value: false } },
    { clientId: "d", canShare: { value: false } },
    { clientId: "e", canWin: { value: false } },
    { clientId: "f" },
    { clientId: "g", canShare: { value: true } },
  ],
});
const southern: RivalFacts = deepFreeze({
  id: "southern",
  prices: [price("pump", "90", "140"), price("pump", "14.5", "20", "USD"), price("valve", "2.9", "4")],
  salesPolicy: note,
  productMix: note,
  channelLayout: note,
  channelManagement: note,
  coverageDensity: { value: null, notApplicable: true },
  display: note,
  promotion: note,
  clients: [{ clientId: "z", canWin: { value: true } }],
});
const compare = (own: unknown, rivals: unknown) => compareRivals(own as OurOffer, rivals as RivalFacts[]);
const one = (rival: RivalFacts, own: OurOffer = ours) =>
  compareRivals(own, [rival]).rivals[0] ?? expect.fail("no rival");

describe("A2.1 a rival's prices against ours", () => {
  test("by hand: by product and currency, ours first, wholesale before retail", () => {
    const { prices, positions } = one(northstar);
    expect(prices.map((found) => Object.values<unknown>({ ...found }))).toEqual([
      ["pump", "CNY", "wholesale", "100", "92", -0.08, "undercuts"],
      ["pump", "CNY", "retail", "150", "150", 0, "equal"],
      ["valve", "CNY", "wholesale", "3", "3.5", 0.1667, "dearer"],
      ["pump", "USD", "wholesale", "15", null, null, null],
      ["hose", "CNY", "wholesale", null, "7", null, null],
    ]);
    expect(positions).toEqual({ undercuts: 1, equal: 1, dearer: 1, unknown: 2 });
  });

  test("ours of zero leaves no difference, but a position; nor does a quotient that no number prints", () => {
    const against = (own: string, theirs: string) =>
      one({ id: "r", prices: [price("p", theirs)] }, { prices: [price("p", own)] }).prices[0];
    expect(against("0", "1")).toMatchObject({ difference: null, position: "dearer" });
    expect(against("0", "0.0")).toMatchObject({ difference: null, position: "equal" });
    expect(against("1e-20", "1")).toMatchObject({ difference: null, position: "dearer" });
    expect(against("8", "7.9996")).toMatchObject({ difference: -0.0001, position: "undercuts" });
    expect(against("8", "7.9999")).toMatchObject({ difference: 0, position: "undercuts" });
  });
});

describe("A2.1 density of coverage and what isn't known", () => {
  test("by hand: 6 against 4 points", () => {
    expect(one(northstar).coverage).toEqual({ ours: "4", theirs: "6", ratio: 1.5, position: "denser" });
    expect(one({ id: "r", coverageDensity: { value: "4.0" } }).coverage).toMatchObject({ ratio: 1, position: "equal" });
    expect(one({ id: "r", coverageDensity: { value: "1" } }).coverage).toMatchObject({
      ratio: 0.25,
      position: "thinner",
    });
    expect(one(northstar, { coverageDensity: { value: "0" } }).coverage).toMatchObject({
      ratio: null,
      position: "denser",
    });
    expect(one(northstar, {}).coverage).toEqual({ ours: null, theirs: "6", ratio: null, position: null });
    expect(one({ id: "r" }).coverage).toEqual({ ours: "4", theirs: null, ratio: null, position: null });
  });

  test("of a rival of whom only the id is known, everything is to be learned", () => {
    expect(one({ id: "r" }).unknown).toEqual(RIVAL_ASPECTS);
    expect(one({ id: "r" }, {}).unknown).toEqual(RIVAL_ASPECTS);
  });

  test("what doesn't apply is known; a price of ours that it lacks, and a client of unknown chance, aren't", () => {
    expect(one(southern).unknown).toEqual([]);
    expect(one(northstar).unknown).toEqual([
      "product-mix",
      "channel-layout",
      "channel-management",
      "wholesale-price",
      "promotion",
      "client-network",
    ]);
    expect(one({ ...southern, clients: [] }).unknown).toEqual(["client-network"]);
  });
});

test("A2.3 a rival's clients can be won, shared, are bound, or unknown", () => {
  expect(one(northstar).clients).toEqual({
    "can-win": ["a"],
    "can-share": ["b", "g"],
    bound: ["c"],
    unknown: ["d", "e", "f"],
  });
});

describe("A2.2 to shape our own prices", () => {
  test("our prices that somebody undercuts, and who asks the lowest; ties by id", () => {
    const western = { ...southern, id: "eastern" };
    const { undercut, rivals, learn } = compareRivals(ours, [southern, northstar, western]);
    expect(undercut.map((found) => Object.values<unknown>({ ...found }))).toEqual([
      ["pump", "CNY", "wholesale", "100", "90", -0.1, ["eastern", "southern"], ["eastern", "northstar", "southern"]],
      ["pump", "CNY", "retail", "150", "140", -0.0667, ["eastern", "southern"], ["eastern", "southern"]],
      ["valve", "CNY", "wholesale", "3", "2.9", -0.0333, ["eastern", "southern"], ["eastern", "southern"]],
      ["pump", "USD", "wholesale", "15", "14.5", -0.0333, ["eastern", "southern"], ["eastern", "southern"]],
    ]);
    expect(rivals.map(({ id, positions }) => [id, positions.undercuts])).toEqual([
      ["eastern", 4],
      ["southern", 4],
      ["northstar", 1],
    ]);
    expect(learn).toEqual(one(northstar).unknown.map((aspect) => ({ aspect, rivals: ["northstar"] })));
  });

  test("the lowest comes after a higher one too", () => {
    const rivals = ["95", "92", "93"].map((asked, index) => ({
      id: `r${String(index)}`,
      prices: [price("pump", asked)],
    }));
    expect(compareRivals(ours, rivals).undercut).toMatchObject([
      { lowest: "92", lowestBy: ["r1"], undercutBy: ["r0", "r1", "r2"] },
    ]);
  });

  test("without rivals there is nothing to compare", () => {
    expect(compareRivals(ours, [])).toEqual({ v: 1, rivals: [], undercut: [], learn: [], issues: [] });
  });
});

describe("A2 laws", () => {
  const amount = fc.option(fc.integer({ min: 0, max: 30 }).map((cents) => String(cents / 10)));
  const prices = fc.uniqueArray(
    fc.tuple(fc.constantFrom("p", "q", "r"), fc.constantFrom("CNY", "USD"), amount, amount),
    {
      selector: ([product, currency]) => product + currency,
    },
  );
  const offer = prices.map((all) =>
    all.map(([product, currency, wholesale, retail]) => price(product, wholesale, retail, currency)),
  );
  const rivals = fc
    .array(offer, { maxLength: 4 })
    .map((all) => all.map((list, index) => ({ id: `r${String(index)}`, prices: list })));

  test("undercut prices are those that a search through all pairs finds, whatever the order of the rivals", () => {
    fc.assert(
      fc.property(offer, rivals, (own, others) => {
        const pairs = own.flatMap((mine) =>
          PRICE_KINDS.flatMap((kind) => {
            const found = others.flatMap(({ id, prices: theirs }) => {
              const other = theirs.find(
                ({ product, currency }) => product === mine.product && currency === mine.currency,
              );
              const value = other?.[kind]?.value ?? null;
              const limit = mine[kind]?.value ?? null;
              return value !== null && limit !== null && Number(value) < Number(limit)
                ? { id, value: Number(value) }
                : [];
            });
            const lowest = Math.min(...found.map(({ value }) => value));
            const lowestBy = found.filter(({ value }) => value === lowest).map(({ id }) => id);
            return found.length === 0
              ? []
              : [{ kind, lowest: String(lowest), lowestBy, undercutBy: found.map(({ id }) => id) }];
          }),
        );
        const result = compareRivals({ prices: own }, others);
        expect(
          result.undercut.map(({ kind, lowest, lowestBy, undercutBy }) => ({ kind, lowest, lowestBy, undercutBy })),
        ).toEqual(pairs);
        expect(compareRivals({ prices: own }, others.toReversed())).toEqual(result);
      }),
    );
  });

  test("whatever is given, there is a comparison of plain JSON", () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), fc.anything(), (own, others, part) => {
        const rival = { id: "r", prices: part, clients: part, coverageDensity: part, display: part };
        for (const result of [
          compare(own, others),
          compare(own, [rival]),
          compare({ prices: [part] }, [{ ...rival, prices: [part], clients: [part] }]),
        ]) {
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        }
      }),
    );
  });
});

describe("A2 what can't be read", () => {
  const issuesOf = (own: unknown, rivals: unknown): string[] =>
    compare(own, rivals).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

  test("is an issue, and counts as unknown", () => {
    expect(issuesOf(5, [null, {}, { id: "" }, { id: "r" }, { id: "r" }, { id: 7 }])).toEqual([
      "wrong-type ours",
      "required rivals.0",
      "required rivals.1.id",
      "required rivals.2.id",
      "duplicate-id rivals.4.id",
      "wrong-type rivals.5.id",
    ]);
    const rival = {
      id: "r",
      salesPolicy: "3 % bonus",
      coverageDensity: { value: "4,5" },
      prices: [
        price("p", "-1"),
        { product: "p", currency: "CNY" },
        { product: "q" },
        { currency: "CNY" },
        "p",
        { ...price("s"), retail: 5 },
      ],
      clients: [{ clientId: "a", canWin: { value: "yes" } }, { clientId: "a" }, {}, "b"],
    };
    expect(issuesOf({}, [rival])).toEqual([
      "wrong-type rivals.0.prices.4",
      "out-of-range rivals.0.prices.0.wholesale.value",
      "duplicate-id rivals.0.prices.1.product",
      "required rivals.0.prices.2.currency",
      "required rivals.0.prices.3.product",
      "wrong-type rivals.0.prices.5.retail",
      "not-a-decimal rivals.0.coverageDensity.value",
      "wrong-type rivals.0.salesPolicy",
      "wrong-type rivals.0.clients.3",
      "wrong-type rivals.0.clients.0.canWin.value",
      "duplicate-id rivals.0.clients.1.clientId",
      "required rivals.0.clients.2.clientId",
    ]);
    const found = compare({}, [rival]).rivals[0];
    expect([found?.unknown, found?.clients.unknown]).toEqual([RIVAL_ASPECTS, ["a"]]);
  });

  test("whether a question arises is yes or no, and then there is no value", () => {
    const rival = {
      id: "r",
      display: { notApplicable: "yes" },
      promotion: { value: "x", notApplicable: true },
      salesPolicy: { value: null, notApplicable: true },
      coverageDensity: { value: "4", notApplicable: true },
      prices: [{ product: "p", currency: "CNY", wholesale: { value: "1", notApplicable: 1 } }],
    };
    expect(issuesOf({}, [rival])).toEqual([
      "wrong-type rivals.0.prices.0.wholesale.notApplicable",
      "contradictory-fact rivals.0.coverageDensity",
      "wrong-type rivals.0.display.notApplicable",
      "contradictory-fact rivals.0.promotion",
    ]);
    const unknown = compare({}, [rival]).rivals[0]?.unknown;
    const known = ["sales-policy", "wholesale-price"];
    expect(unknown).toEqual(RIVAL_ASPECTS.filter((aspect) => !known.includes(aspect)));
    const free = { id: "r", coverageDensity: { value: null, notApplicable: true } };
    expect(compare({}, [free]).rivals[0]?.unknown).not.toContain("coverage-density");
  });

  test("rivals come from any iterable; what is none throws", () => {
    expect(compareRivals(ours, new Set([northstar])).rivals).toHaveLength(1);
    for (const none of [undefined, null, 5, {}, "rivals"]) {
      try {
        compare(ours, none);
        expect.fail("didn't throw");
      } catch (error) {
        if (!isKeyAccountError(error)) throw error;
        expect(error.issues.map(({ code, path }) => [code, path])).toEqual([["wrong-type", ["rivals"]]]);
      }
    }
  });
});

test.each([en, zhCN])("A2 every code has its word, and no other: $tag", (locale) => {
  const lists = {
    rivalAspects: RIVAL_ASPECTS,
    priceKinds: PRICE_KINDS,
    pricePositions: PRICE_POSITIONS,
    coveragePositions: COVERAGE_POSITIONS,
    clientChances: CLIENT_CHANCES,
  } as const;
  for (const [name, codes] of Object.entries(lists)) {
    const words: Record<string, string> = locale[name as keyof typeof lists];
    expect(Object.keys(words)).toEqual(codes);
    expect(new Set(Object.values(words)).size).toBe(codes.length);
  }
});
