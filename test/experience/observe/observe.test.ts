import fc from "fast-check";
import {
  CUT_FIGURES,
  classifyExperience,
  EXPERIENCE_CUTS,
  type ExperienceRecords,
  experienceWarnings,
  formatIssue,
  isKeyAccountError,
  type ObservedExperience,
  type ObserveOptions,
  observeExperience,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

const at = "2026-03-10";
const head = (id: string, day = at) => ({ id, client: "acme", at: day });

/** Figure, value and level of each observation. */
const told = ({ histories }: ObservedExperience): unknown[] =>
  histories.flatMap(({ observations }) =>
    observations.map(({ levels, derivation }) => [
      derivation?.figure ?? null,
      derivation?.value ?? null,
      ...Object.values(levels),
    ]),
  );
const observe = (records: ExperienceRecords, options?: ObserveOptions): unknown[] =>
  told(observeExperience(deepFreeze(records), options));

describe("B2.1 who decides", () => {
  const eng = { id: "e", function: "design-engineering" } as const;
  const eng2 = { ...eng, id: "e2" };
  const buyer = { id: "b", function: "purchasing" } as const;
  const expert = { id: "x", function: "product-expert" } as const;
  test.each([
    [[eng, eng2, { ...eng, id: "e3" }, buyer], 0.25, "senior-management"], // 1 of 4, on the bound
    [[eng, eng2, buyer], 0.3333, "mixed"],
    [[eng, eng2, buyer, expert, { ...buyer, id: "b2" }], 0.6, "purchasing-experts"], // 3 of 5, on the bound
    [[eng, buyer, buyer, buyer], 0.5, "mixed"], // one buyer, however often
    [[{ id: "b" }, { id: "b", roles: ["buyer"] }, { id: "b", level: "senior" }, eng], 0.5, "mixed"], // put together
    [
      [
        { id: "a", roles: ["buyer"] },
        { id: "c", level: "staff" },
      ],
      1,
      "purchasing-experts",
    ],
    [[{ id: "a", level: "senior" }, { id: "c", roles: ["user"], level: "senior" }, buyer, expert], 0.5, "mixed"],
    [[{ id: "a", function: "general-management", roles: ["buyer"] }], 0, "senior-management"],
  ] as const)("%j", (contacts, value, level) => {
    expect(observe({ decisions: [{ ...head("d"), contacts }] })).toEqual([["expert-share", value, level]]);
  });

  test("B2.1 a contact with two functions, or two levels, is a fault that names both", () => {
    const contacts = [
      { id: "b", function: "purchasing", level: "staff" },
      { id: "e", function: "design-engineering" },
      { id: "b", function: "general-management", level: "senior" },
    ] as const;
    const { histories, issues } = observeExperience({ decisions: [{ ...head("d"), contacts }] });
    expect(histories).toEqual([]);
    expect(issues).toEqual([
      {
        code: "conflicting-values",
        path: ["decisions", 0, "contacts", 2, "function"],
        details: { first: "purchasing", second: "general-management" },
      },
      {
        code: "conflicting-values",
        path: ["decisions", 0, "contacts", 2, "level"],
        details: { first: "staff", second: "senior" },
      },
    ]);
    expect(issues.map((issue) => formatIssue(issue, en))[0]).toContain(
      '"general-management" here, but "purchasing" elsewhere',
    );
  });

  test("where no side is known, only who took part is told", () => {
    const { histories } = observeExperience({
      decisions: [
        { ...head("d"), contacts: [{ id: "a" }, { id: "a" }] },
        { ...head("e"), contacts: [] },
      ],
    });
    expect(histories).toEqual([
      {
        client: "acme",
        observations: [
          { at, levels: {}, provenance: { source: "decision", ref: "d" }, derivation: null, contacts: ["a"] },
        ],
      },
    ]);
  });
});

test.each([
  [{ suppliers: 1 }, ["supplier-count", 1, "whole-system"]],
  [{ suppliers: 2, bundled: true }, ["supplier-count", 2, "partly-split"]],
  [{ suppliers: 3 }, ["supplier-count", 3, "unbundled"]],
  [{ partsOrdered: 9, partsNeeded: 10, bundled: false }, ["part-share", 0.9, "whole-system"]],
  [{ partsOrdered: 2, partsNeeded: 3 }, ["part-share", 0.6667, "partly-split"]],
  [{ partsOrdered: 5, partsNeeded: 10 }, ["part-share", 0.5, "unbundled"]],
  [{ partsOrdered: 5, bundled: true }, ["bundled", true, "whole-system"]],
  [{ partsNeeded: 5, bundled: false }, ["bundled", false, "partly-split"]],
])("B2.3 how it buys: %j", (order, row) => {
  expect(observe({ orders: [{ ...head("o"), ...order }] })).toEqual([row]);
});

test.each([
  [0.02, "low"],
  ["0.0200001", "medium"],
  ["0.09999", "medium"],
  ["0.1", "high"],
  [0, "low"],
  [1, "high"],
])("B2.7 discount asked: %s", (discountAsked, level) => {
  expect(observe({ quotations: [{ ...head("q"), discountAsked }] }).map((one) => (one as unknown[])[2])).toEqual([
    level,
  ]);
});

test.each([
  ["2026-01-01", "2026-06-30", 180, "long"],
  ["2026-01-01", "2026-06-29", 179, "medium"],
  ["2026-01-01", "2026-02-01", 31, "medium"],
  ["2026-01-01", "2026-01-31", 30, "short"],
  ["2026-01-01T23:00:00Z", "2026-01-01", 0, "short"],
])("B2.4 decision time, on the day of the order: %s to %s", (inquiredAt, orderedAt, days, level) => {
  const { histories, issues } = observeExperience({
    quotations: [{ ...head("q"), inquiredAt, orderedAt, interwoven: true }],
  });
  expect(issues).toEqual([]);
  expect(histories[0]?.observations).toEqual([
    {
      at: orderedAt,
      levels: { decisionTime: level },
      provenance: { source: "quotation", ref: "q" },
      interwoven: true,
      derivation: {
        signal: "decisionTime",
        figure: "decision-days",
        value: days,
        cut: { generalist: "180", specialist: "30" },
        counted: 1,
        records: [{ source: "quotation", ref: "q" }],
      },
    },
  ]);
});

test("B2.4 no decision time without both days, and none marked that isn't", () => {
  expect(
    observe({
      quotations: [
        { ...head("q"), inquiredAt: at },
        { ...head("r"), orderedAt: at },
      ],
    }),
  ).toEqual([]);
  const { histories } = observeExperience({
    quotations: [{ ...head("q"), inquiredAt: at, orderedAt: at, interwoven: false }],
  });
  expect(histories[0]?.observations[0]).not.toHaveProperty("interwoven");
});

test("B2.5 whose specification", () => {
  const specifications = (["seller", "joint", "client", "standard", null] as const).map((by, index) => ({
    ...head(String(index)),
    by,
  }));
  expect(observe({ specifications })).toEqual([
    ["specification-author", "seller", "start-to-end"],
    ["specification-author", "joint", "at-times"],
    ["specification-author", "client", "little"],
    ["specification-author", "standard", "little"],
  ]);
});

describe("B2.5 support requests per order", () => {
  const orders = [head("o1", "2026-01-10"), head("o2", "2026-01-20"), head("o3", "2026-03-01")];
  const supportRequests = ["2026-01-01", "2026-01-05", "2026-01-10", "2026-01-11"].map((day, index) =>
    head(`s${String(index)}`, day),
  );
  const windows = { supportDays: 10 };

  test("the days up to each order count, it included", () => {
    // 1–10 January: 3 requests ÷ 1 order; 11–20: 1 ÷ 1; 20 February – 1 March: 0 ÷ 1.
    const { histories } = observeExperience({ orders, supportRequests }, { windows });
    expect(told({ histories } as unknown as ObservedExperience)).toEqual([
      ["support-per-order", 3, "start-to-end"],
      ["support-per-order", 1, "at-times"],
      ["support-per-order", 0, "little"],
    ]);
    expect(histories[0]?.observations[0]?.derivation).toMatchObject({
      counted: 4,
      records: [
        { source: "order", ref: "o1" },
        { source: "support-request", ref: "s2" },
        { source: "support-request", ref: "s1" },
        { source: "support-request", ref: "s0" },
      ],
    });
  });

  test("not for an order whose days begin before requests were recorded", () => {
    expect(observe({ orders, supportRequests, supportSince: "2026-01-02" }, { windows })).toHaveLength(2);
    expect(observe({ orders: [head("o", "2026-01-09")], supportRequests }, { windows })).toEqual([]);
  });

  test("not without a list, nor with an empty one, unless the host says since when", () => {
    expect(observe({ orders }, { windows })).toEqual([]);
    expect(observe({ orders, supportRequests: [] }, { windows })).toEqual([]);
    expect(observe({ orders, supportSince: "2026-01-01T00:00:00Z" }, { windows })).toHaveLength(3);
  });

  test("B2.5 another client's, or line's, requests say nothing of this one's silence; its own do, and so does the host", () => {
    const client = [{ ...head("x", "2025-01-01"), client: "other" }];
    const line = [{ ...head("x", "2025-01-01"), productLine: "drives" }];
    const own = [head("x", "2025-01-01")];
    const orders = [head("o")];
    expect(observe({ orders, supportRequests: client })).toEqual([]);
    expect(observe({ orders, supportRequests: line })).toEqual([]);
    expect(observe({ orders, supportRequests: own })).toEqual([["support-per-order", 0, "little"]]);
    expect(observe({ orders, supportRequests: client, supportSince: "2025-01-01" })).toEqual([
      ["support-per-order", 0, "little"],
    ]);
  });
});

describe("visits", () => {
  test.each([
    [["price"], 1, "price-performance"],
    [["price", "price", "technology", "delivery", "other"], 0.5, "mixed"],
    [["price", "technology", "reputation", "complete-system"], 0.25, "application-support"],
    [["price", "price-performance", "new-applications"], 0.6667, "mixed"],
  ] as const)("B2.2 topics %j", (topics, value, level) => {
    expect(observe({ visits: [{ ...head("v"), topics }] })).toEqual([["price-topic-share", value, level]]);
  });

  test("B2.2 topics that tell nothing are no evidence", () => {
    expect(
      observe({
        visits: [{ ...head("v"), topics: ["other", "delivery", "x-weather"] }, { ...head("w"), topics: [] }, head("x")],
      }),
    ).toEqual([]);
  });

  test("B2.8 interest: new applications were a topic, and the client wasn't cold", () => {
    const visits = [
      { ...head("v1", "2026-01-01"), topics: ["new-applications"], attitude: "warm" },
      { ...head("v2", "2026-02-01"), topics: ["other"] },
      { ...head("v3", "2026-03-01"), topics: ["new-applications"], attitude: "cold" },
      { ...head("v4", "2026-06-30"), topics: ["other"] },
      { ...head("v5", "2026-07-01"), topics: ["new-applications"] },
      { ...head("v6", "2026-07-01"), attitude: "warm" },
    ] as const;
    // v3: 1 of 3 since January; v4: v1 is 180 days ago, so 0 of v2–v4; v5: v2–v5, 1 of 4.
    expect(observe({ visits }).filter((one) => (one as unknown[])[0] === "application-share")).toEqual([
      ["application-share", 0.3333, "moderate"],
      ["application-share", 0, "falling"],
      ["application-share", 0.25, "moderate"],
    ]);
  });

  test("at most the latest hundred records are named, all are counted", () => {
    const visits = Array.from({ length: 120 }, (_, index) => ({
      ...head(`v${String(index).padStart(3, "0")}`),
      topics: ["other"] as const,
    }));
    const { histories } = observeExperience({ visits });
    const derivation = histories[0]?.observations[0]?.derivation;
    expect([
      derivation?.counted,
      derivation?.records.length,
      derivation?.records[0]?.ref,
      derivation?.records[99]?.ref,
    ]).toEqual([120, 100, "v119", "v020"]);
  });
});

test("B2.11 clients and product lines don't touch each other, and come in the order of their texts", () => {
  const lines = [
    ["b", null],
    ["a", "y"],
    ["a", null],
    ["a", "x"],
  ] as const;
  const orders = lines.map(([client, productLine], index) => ({
    id: String(index),
    client,
    productLine,
    at,
    suppliers: index + 1,
  }));
  const { histories } = observeExperience({ orders });
  expect(histories.map(({ client, productLine, observations }) => [client, productLine, observations.length])).toEqual([
    ["a", undefined, 1],
    ["a", "x", 1],
    ["a", "y", 1],
    ["b", undefined, 1],
  ]);
  expect(histories[0]).not.toHaveProperty("productLine");
});

test("cuts and windows are options, told back, and the others stay", () => {
  const { cuts, windows, histories } = observeExperience(
    { orders: [{ ...head("o"), suppliers: 3 }] },
    { cuts: { "supplier-count": { generalist: "3.0", specialist: 5 } }, windows: { interestVisits: 1 } },
  );
  expect(histories[0]?.observations[0]?.levels).toEqual({ buyingManner: "whole-system" });
  expect(cuts["supplier-count"]).toEqual({ generalist: "3", specialist: "5" });
  expect(Object.keys(cuts)).toEqual(CUT_FIGURES);
  expect(cuts["discount-asked"]).toEqual({ generalist: "0.02", specialist: "0.1" });
  expect(windows).toEqual({ supportDays: 180, interestDays: 180, interestVisits: 1 });
  expect(EXPERIENCE_CUTS["supplier-count"].generalist).toBe(1);
});

const trap = {
  get at(): never {
    throw new Error("no");
  },
};
test.each<[unknown, string[]]>([
  [null, ["wrong-type "]],
  [[], ["wrong-type "]],
  [{}, []],
  [
    {
      get orders(): never {
        throw new Error("no");
      },
    },
    ["unreadable "],
  ],
  [{ visit: [] }, ["unknown-key visit"]],
  [{ orders: 5 }, ["wrong-type orders"]],
  [
    {
      orders: new Proxy([], {
        get: () => {
          throw new Error("no");
        },
      }),
    },
    ["unreadable orders"],
  ],
  [{ orders: { length: 1e9 } }, ["wrong-type orders"]],
  [{ orders: new Array(1_000_001) }, ["too-many orders"]],
  [{ orders: new Array(1) }, ["wrong-type orders.0"]],
  [{ orders: [trap] }, ["required orders.0.id", "required orders.0.client", "unreadable orders.0"]],
  [
    { orders: [{ id: "", client: 5, at: "x", suppliers: 0 }] },
    ["required orders.0.id", "wrong-type orders.0.client", "not-a-date orders.0.at", "out-of-range orders.0.suppliers"],
  ],
  [
    { orders: [{ ...head("o"), suppliers: NaN, bundled: "yes" }] },
    ["wrong-type orders.0.suppliers", "wrong-type orders.0.bundled"],
  ],
  [{ orders: [{ ...head("o"), partsOrdered: 3, partsNeeded: 2 }] }, ["out-of-range orders.0.partsOrdered"]],
  [{ orders: [head("o"), head("o")] }, ["duplicate-id orders.1.id"]],
  [{ quotations: [{ ...head("q"), discountAsked: 1.01 }] }, ["out-of-range quotations.0.discountAsked"]],
  [{ quotations: [{ ...head("q"), discountAsked: -0.01 }] }, ["out-of-range quotations.0.discountAsked"]],
  [{ quotations: [{ ...head("q"), discountAsked: "5%" }] }, ["not-a-decimal quotations.0.discountAsked"]],
  [{ quotations: [{ ...head("q"), discountAsked: [] }] }, ["wrong-type quotations.0.discountAsked"]],
  [
    { quotations: [{ ...head("q"), inquiredAt: "2026-02-01", orderedAt: "2026-01-31" }] },
    ["out-of-order quotations.0.orderedAt"],
  ],
  [{ decisions: [head("d")] }, ["required decisions.0.contacts"]],
  [{ decisions: [{ ...head("d"), contacts: "li" }] }, ["wrong-type decisions.0.contacts"]],
  [
    { decisions: [{ ...head("d"), contacts: [{ id: "a", function: "boss" }] }] },
    ["unknown-value decisions.0.contacts.0.function"],
  ],
  [{ decisions: [{ ...head("d"), contacts: new Array(1001) }] }, ["too-many decisions.0.contacts"]],
  [
    { visits: [{ ...head("v"), topics: ["price", "weather", "x-"] }] },
    ["unknown-value visits.0.topics.1", "unknown-value visits.0.topics.2"],
  ],
  [{ supportSince: "today" }, ["not-a-date supportSince"]],
  [{ orders: [{ id: "o", client: "acme" }] }, ["required orders.0.at"]],
])("hostile records %#", (records, faults) => {
  const { histories, issues } = observeExperience(records as ExperienceRecords);
  expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(faults);
  expect(histories).toEqual([]);
  for (const issue of issues) expect(formatIssue(issue, en)).not.toBe("");
});

test.each<[unknown, string[]]>([
  [null, ["wrong-type "]],
  [{ cut: {} }, ["unknown-key cut"]],
  [{ cuts: [] }, ["wrong-type cuts"]],
  [
    {
      get cuts(): never {
        throw new Error("no");
      },
    },
    ["unreadable "],
  ],
  [{ cuts: { "supplier-count": 5 } }, ["wrong-type cuts.supplier-count"]],
  [
    { cuts: { "supplier-count": {} } },
    ["required cuts.supplier-count.generalist", "required cuts.supplier-count.specialist"],
  ],
  [
    { cuts: { "supplier-count": { generalist: NaN, specialist: "x" } } },
    ["not-a-decimal cuts.supplier-count.generalist", "not-a-decimal cuts.supplier-count.specialist"],
  ],
  [{ cuts: { "supplier-count": { generalist: -1, specialist: 2 } } }, ["negative cuts.supplier-count.generalist"]],
  [{ cuts: { "supplier-count": { generalist: 2, specialist: 2 } } }, ["out-of-order cuts.supplier-count"]],
  [{ cuts: { "decision-days": { generalist: 30, specialist: 180 } } }, ["out-of-order cuts.decision-days"]],
  [
    { windows: { supportDays: 0, interestDays: 1.5, interestVisits: 36_501 } },
    ["out-of-range windows.supportDays", "wrong-type windows.interestDays", "out-of-range windows.interestVisits"],
  ],
])("faulty options %#", (options, faults) => {
  let found: unknown[] = [];
  try {
    observeExperience({}, options as ObserveOptions);
  } catch (error) {
    if (!isKeyAccountError(error)) throw error;
    found = error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
  expect(found).toEqual(faults);
});

describe("laws", () => {
  const day = fc
    .integer({ min: 0, max: 99 })
    .map((n) => `2026-${String(1 + Math.floor(n / 10)).padStart(2, "0")}-1${String(n % 10)}`);
  const rows = <T>(fields: Record<string, fc.Arbitrary<T>>): fc.Arbitrary<object[]> =>
    fc
      .array(fc.record({ client: fc.constantFrom("a", "b"), at: day, ...fields }), { maxLength: 8 })
      .map((list) => list.map((row, index) => ({ id: `r${String(index)}`, ...row })));
  const records = fc.record({
    orders: rows({ suppliers: fc.constantFrom(null, 1, 2, 3) }),
    visits: rows<unknown>({
      topics: fc.constantFrom(["price"], ["new-applications"], ["other"]),
      attitude: fc.constantFrom("cold", null),
    }),
    supportRequests: rows({}),
    supportSince: fc.constant("2025-01-01"),
  }) as unknown as fc.Arbitrary<Required<ExperienceRecords>>;

  test("records in another order give the same result, plain JSON that the classifier takes whole", () => {
    fc.assert(
      fc.property(records, (given) => {
        const result = observeExperience(deepFreeze(given));
        const turned = {
          ...given,
          orders: [...(given.orders ?? [])].reverse(),
          visits: [...(given.visits ?? [])].reverse(),
        };
        expect(observeExperience(turned)).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        for (const history of result.histories) {
          expect(classifyExperience(history, { asOf: "2026-12-31" }).issues).toEqual([]);
          expect(experienceWarnings(history, { asOf: "2026-12-31" }).issues).toEqual([]);
        }
      }),
    );
  });

  test("B2.11 law: clients and product lines don't touch each other: each alone is seen as it is among all", () => {
    const ofLine = fc.constantFrom("x", "y", null);
    const window = { windows: { supportDays: 20, interestVisits: 1 } };
    const lists = fc.record({
      orders: rows<unknown>({ productLine: ofLine, suppliers: fc.constantFrom(null, 2) }),
      visits: rows<unknown>({ productLine: ofLine, topics: fc.constantFrom(["price"], ["new-applications"]) }),
      supportRequests: rows<unknown>({ productLine: ofLine }),
    }) as unknown as fc.Arbitrary<Pick<Required<ExperienceRecords>, "orders" | "visits" | "supportRequests">>;
    fc.assert(
      fc.property(lists, ({ orders, visits, supportRequests }) => {
        const all = observeExperience({ orders, visits, supportRequests }, window).histories;
        const alone = ["a", "b"].flatMap((client) =>
          [null, "x", "y"].flatMap((productLine) => {
            const own = <T extends { readonly client: string; readonly productLine?: string | null | undefined }>(
              list: readonly T[] | null | undefined,
            ): T[] => (list ?? []).filter((row) => row.client === client && row.productLine === productLine);
            const few = { orders: own(orders), visits: own(visits), supportRequests: own(supportRequests) };
            return observeExperience(few, window).histories;
          }),
        );
        expect(all).toEqual(alone);
      }),
    );
  });

  test("later records change no earlier observation", () => {
    const until = "2026-05-15";
    fc.assert(
      fc.property(records, (given) => {
        const cut = <T extends { readonly at: string }>(list: readonly T[] | null | undefined): T[] =>
          (list ?? []).filter((row) => row.at <= until);
        const early = {
          ...given,
          orders: cut(given.orders),
          visits: cut(given.visits),
          supportRequests: cut(given.supportRequests),
        };
        const seen = (all: ExperienceRecords): unknown[] =>
          observeExperience(all).histories.flatMap(({ client, observations }) =>
            observations.filter((one) => one.at <= until).map((one) => [client, one]),
          );
        expect(seen(given)).toEqual(seen(early));
      }),
    );
  });
});
