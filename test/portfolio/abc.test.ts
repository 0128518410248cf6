import fc from "fast-check";
import { type AbcClient, type AbcOptions, classifyAbc, isKeyAccountError } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const named = (amounts: readonly (number | string | null)[]): AbcClient[] =>
  amounts.map((amount, index) => ({ id: `c${String(index + 1).padStart(2, "0")}`, amount }));
const classesOf = (amounts: readonly (number | string | null)[], options?: AbcOptions): string =>
  classifyAbc(deepFreeze(named(amounts)), options)
    .clients.map((client) => client.class ?? "-")
    .join("");

describe("E4.2 classifyAbc: A/B/C by purchases (80/20)", () => {
  test("by hand: cumulative shares 0.5, 0.8, 0.95, 1", () => {
    const { clients, classes, total, net } = classifyAbc(named([15, 50, 5, 30]));
    expect(
      clients.map(({ id, class: c, place, share, cumulative, reasons }) => [
        id,
        c,
        place,
        share,
        cumulative,
        reasons[0]?.code,
      ]),
    ).toEqual([
      ["c02", "A", 1, 0.5, 0.5, "largest"],
      ["c04", "A", 2, 0.3, 0.8, "within-a"],
      ["c01", "B", 3, 0.15, 0.95, "within-b"],
      ["c03", "C", 4, 0.05, 1, "beyond-b"],
    ]);
    expect(classes).toEqual({
      A: { clients: 2, clientShare: 0.5, amount: "80", amountShare: 0.8 },
      B: { clients: 1, clientShare: 0.25, amount: "15", amountShare: 0.15 },
      C: { clients: 1, clientShare: 0.25, amount: "5", amountShare: 0.05 },
    });
    expect([total, net]).toEqual(["100", "100"]);
  });

  test.each<[string, AbcOptions, string]>([
    ["with itself, the cut included", {}, "AABC"],
    ["with itself, the cut excluded", { edge: "excluded" }, "ABCC"],
    ["before itself, the cut included", { counting: "before-itself" }, "AAAB"],
    ["before itself, the cut excluded", { counting: "before-itself", edge: "excluded" }, "AABC"],
    ["cuts of 0.5 and 0.8", { cuts: { A: "0.5", B: 0.8 } }, "ABCC"],
    ["one cut only", { cuts: { B: 1 } }, "AABB"],
    ["everything is B at most", { cuts: { A: 0, B: 1 } }, "ABBB"],
  ])("the convention at a cut is an option: %s", (_, options, expected) => {
    expect(classesOf([50, 30, 15, 5], options)).toBe(expected);
  });

  test("equal amounts stay together, or are cut apart by id", () => {
    expect(classesOf([40, 20, 20, 20])).toBe("ACCC");
    expect(classesOf([40, 20, 20, 20], { ties: "apart" })).toBe("AAAC");
    expect(classesOf([40, 20, 20, 20], { counting: "before-itself" })).toBe("AAAA");
    expect(classesOf([40, 20, 20, 20], { counting: "before-itself", ties: "apart", edge: "excluded" })).toBe("AAAB");
    expect(classesOf([25, 25, 25, 25])).toBe("AAAA");
  });

  test("16 clients, cuts 80/95, worked by hand: each is classed by the cumulative share including itself", () => {
    // Of 1,000: cumulative 0.25, 0.43, 0.55, 0.64, 0.71, 0.77, 0.82 (crosses 0.8: B), 0.86, 0.89, 0.915, 0.935, 0.95 (at the cut: B), 0.964, …
    const amounts = [250, 180, 120, 90, 70, 60, 50, 40, 30, 25, 20, 15, 14, 13, 12, 11];
    const { clients } = classifyAbc(named(amounts.toReversed()), { cuts: { A: 0.8, B: "0.95" } });
    expect(clients.map((client) => client.class).join("")).toBe("AAAAAABBBBBBCCCC");
    expect(clients[0]?.reasons).toEqual([{ code: "largest" }]);
    expect(clients[5]?.reasons).toEqual([{ code: "within-a", cumulative: 0.77, cut: 0.8 }]);
    expect(clients[6]?.reasons).toEqual([{ code: "within-b", cumulative: 0.82, cut: 0.95 }]);
    expect(clients[11]?.reasons).toEqual([{ code: "within-b", cumulative: 0.95, cut: 0.95 }]);
    expect(clients[12]?.reasons).toEqual([{ code: "beyond-b", cumulative: 0.964, cut: 0.95 }]);
  });

  test("16 clients of whom two tie across the cut: the share that decided is told, and that the tie moved one", () => {
    // Of 600: the first five come to 440, the sixth to 480 (exactly 0.8), the seventh to 520 (0.8667).
    const amounts = [140, 100, 80, 70, 50, 40, 40, 20, 15, 10, 9, 8, 7, 5, 4, 2];
    const together = classifyAbc(named(amounts)).clients.slice(5, 7);
    expect(together.map(({ class: c, cumulative, reasons }) => [c, cumulative, reasons])).toEqual([
      [
        "B",
        0.8,
        [
          { code: "within-b", cumulative: 0.8667, cut: 0.95 },
          { code: "tied-across-cut", clients: 2 },
        ],
      ],
      ["B", 0.8667, [{ code: "within-b", cumulative: 0.8667, cut: 0.95 }]],
    ]);
    const apart = classifyAbc(named(amounts), { ties: "apart" }).clients.slice(5, 7);
    expect(apart.map(({ reasons }) => reasons)).toEqual([
      [{ code: "within-a", cumulative: 0.8, cut: 0.8 }],
      [{ code: "within-b", cumulative: 0.8667, cut: 0.95 }],
    ]);
  });

  test("with the share before it, too: 40 of 100 by three, cut at 0.8", () => {
    const { clients } = classifyAbc(named([60, 20, 20]), { counting: "before-itself", edge: "excluded" });
    expect(clients.map(({ class: c, reasons }) => [c, reasons])).toEqual([
      ["A", [{ code: "largest" }]],
      ["A", [{ code: "within-a", cumulative: 0.6, cut: 0.8 }]],
      [
        "A",
        [
          { code: "within-a", cumulative: 0.6, cut: 0.8 },
          { code: "tied-across-cut", clients: 2 },
        ],
      ],
    ]);
  });

  test("one client is an A, whatever its share", () => {
    expect(classesOf([7])).toBe("A");
    expect(classesOf([97, 3])).toBe("AC");
  });

  test("zero, returns and unknown amounts change no other's share", () => {
    const { clients, total, net } = classifyAbc(named([80, null, -30, 20, 0]));
    expect(
      clients.map(({ id, class: c, place, share, cumulative, reasons }) => [
        id,
        c,
        place,
        share,
        cumulative,
        reasons[0]?.code,
      ]),
    ).toEqual([
      ["c01", "A", 1, 0.8, 0.8, "largest"],
      ["c04", "C", 2, 0.2, 1, "beyond-b"],
      ["c05", "C", 3, 0, 1, "no-purchases"],
      ["c03", "C", 4, 0, 1, "net-returns"],
      ["c02", null, null, null, null, "amount-unknown"],
    ]);
    expect([total, net, clients[3]?.amount]).toEqual(["100", "70", "-30"]);
  });

  test("where nothing was bought there are no shares", () => {
    const { clients, classes, total } = classifyAbc(named([0, -5]));
    expect(clients.map(({ class: c, share, cumulative }) => [c, share, cumulative])).toEqual([
      ["C", null, null],
      ["C", null, null],
    ]);
    expect([total, classes.C]).toEqual(["0", { clients: 2, clientShare: 1, amount: "-5", amountShare: null }]);
  });

  test("of nobody there is nothing", () => {
    expect(classifyAbc([])).toEqual({
      v: 1,
      currency: null,
      cuts: { A: "0.8", B: "0.95" },
      counting: "with-itself",
      edge: "included",
      ties: "together",
      total: "0",
      net: "0",
      classes: {
        A: { clients: 0, clientShare: null, amount: "0", amountShare: null },
        B: { clients: 0, clientShare: null, amount: "0", amountShare: null },
        C: { clients: 0, clientShare: null, amount: "0", amountShare: null },
      },
      clients: [],
      issues: [],
    });
  });

  test("the result names the cuts and conventions that made it", () => {
    const options = { cuts: { A: 0.5 }, counting: "before-itself", edge: "excluded", ties: "apart" } as const;
    expect(classifyAbc([], options)).toMatchObject({ ...options, cuts: { A: "0.5", B: "0.95" } });
  });

  test("decimals are summed exactly: 0.1 + 0.2 is 0.3, and reaches a cut at 0.3 of 1", () => {
    expect(classesOf(["0.1", "0.2", "0.7"], { cuts: { A: "0.9", B: "0.9" } })).toBe("AAC");
    expect(classifyAbc(named(["0.10", 0.2])).total).toBe("0.3");
    expect(classifyAbc(named(["1e-3", "1000"])).clients.map(({ amount }) => amount)).toEqual(["1000", "0.001"]);
  });
});

describe("E4.2 classifyAbc: rows that can't be read", () => {
  const hostile = {
    get id(): string {
      throw new Error("no");
    },
  };
  const rows: unknown[] = [
    { id: "a", amount: 10 },
    { id: "", amount: 5 },
    { id: "a", amount: 5 },
    { id: "b", amount: "1,5" },
    { amount: Number.NaN },
    null,
    [],
    { id: 7, amount: {} },
    hostile,
    { id: "z", amount: "2" },
    { id: " \t\u00a0\u3000", amount: "2" },
  ];

  test("are listed with their index and every fault, and left out", () => {
    const { clients, issues, total } = classifyAbc(rows as AbcClient[]);
    expect(clients.map(({ id }) => id)).toEqual(["a", "z"]);
    expect(total).toBe("12");
    expect(issues).toEqual([
      { code: "required", path: [1, "id"], details: {} },
      { code: "duplicate-id", path: [2, "id"], details: { id: "a" } },
      { code: "not-a-decimal", path: [3, "amount"], details: { received: "1,5" } },
      { code: "required", path: [4, "id"], details: {} },
      { code: "not-a-decimal", path: [4, "amount"], details: { received: "NaN" } },
      { code: "wrong-type", path: [5], details: { expected: "object", received: "null" } },
      { code: "wrong-type", path: [6], details: { expected: "object", received: "array" } },
      { code: "wrong-type", path: [7, "id"], details: { expected: "string", received: "7" } },
      { code: "wrong-type", path: [7, "amount"], details: { expected: "decimal", received: "object" } },
      { code: "unreadable", path: [8], details: {} },
      { code: "required", path: [10, "id"], details: {} },
    ]);
  });

  test("spaces around an id are part of it: nobody is merged silently", () => {
    const { clients, issues } = classifyAbc([
      { id: "a", amount: 2 },
      { id: "a ", amount: 1 },
      { id: " a", amount: 0 },
    ]);
    expect(clients.map(({ id }) => id)).toEqual(["a", "a ", " a"]);
    expect(issues).toEqual([]);
  });

  test.each([
    ["too-precise", `0.${"0".repeat(100)}1`],
    ["too-precise", "1e-101"],
    ["too-precise", "7e-999"],
    ["too-precise", 5e-324],
    ["out-of-range", "1e100"],
    ["out-of-range", "-1E+100"],
    ["out-of-range", "1e999"],
    ["out-of-range", -1e300],
    ["not-a-decimal", "1e9999"],
  ])("an amount beyond 100 decimals or digits is an issue: %s %s", (code, amount) => {
    const { clients, issues } = classifyAbc([
      { id: "a", amount },
      { id: "b", amount: "1" },
    ]);
    expect(clients.map(({ id }) => id)).toEqual(["b"]);
    expect(issues).toMatchObject([{ code, path: [0, "amount"] }]);
  });

  test.each([["1e-100"], [`9.${"9".repeat(100)}`], ["1e99"], [`-${"9".repeat(100)}`], [1e99], ["1e012"]])(
    "an amount within 100 decimals and digits isn't: %s",
    (amount) => {
      expect(classifyAbc([{ id: "a", amount }]).issues).toEqual([]);
    },
  );

  test("amounts of tiny and mixed exponents take no time that grows faster than they do", () => {
    const tiny = Array.from({ length: 20_000 }, (_, i) => ({ id: `c${String(i)}`, amount: `${String(i + 1)}e-999` }));
    expect(classifyAbc(tiny).issues).toHaveLength(20_000);
    const mixed = Array.from({ length: 20_000 }, (_, i) => ({
      id: `c${String(i)}`,
      amount: `${String(2n ** BigInt(i % 90))}e-${String(i % 300)}`,
    }));
    const { clients, issues } = classifyAbc(mixed);
    expect(clients.length + issues.length).toBe(20_000);
  }, 3_000);

  test("faulty options throw, all at once", () => {
    const options = { counting: "x", edge: 1, ties: null, cuts: { A: "0.5", B: "80%" } } as unknown as AbcOptions;
    let thrown: unknown;
    try {
      classifyAbc([], options);
    } catch (error) {
      thrown = error;
    }
    if (!isKeyAccountError(thrown)) throw thrown;
    expect(thrown.issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["unknown-value", "counting"],
      ["unknown-value", "edge"],
      ["unknown-value", "ties"],
      ["not-a-decimal", "cuts.B"],
    ]);
    expect(() => classifyAbc([], { cuts: { A: "0.9", B: "0.8" } })).toThrow("out-of-range at cuts.B");
    expect(() => classifyAbc([], { cuts: { a: "0.7" }, tie: "apart" } as never)).toThrow(
      /unknown-key at tie.*unknown-key at cuts.a/,
    );
    expect(() => classifyAbc([], { cuts: { A: "1.5" } })).toThrow("out-of-range at cuts.A");
    expect(() => classifyAbc([], { cuts: { A: "0.99" } })).toThrow("out-of-range at cuts.B");
    expect(() => classifyAbc([], null as never)).toThrow("wrong-type");
    for (const clients of [5, "abc", null, {}])
      expect(() => classifyAbc(clients as never)).toThrow("wrong-type at clients");
  });
});

const amounts = fc.array(fc.oneof(fc.integer({ min: -20, max: 100 }), fc.constant(null)), { maxLength: 30 });
const conventions = fc.record({
  counting: fc.constantFrom("with-itself" as const, "before-itself" as const),
  edge: fc.constantFrom("included" as const, "excluded" as const),
  ties: fc.constantFrom("together" as const, "apart" as const),
});

describe("E4.2 laws of classifyAbc", () => {
  test("the order of the rows doesn't count", () => {
    fc.assert(
      fc.property(amounts, conventions, (list, options) => {
        const rows = named(list);
        expect(classifyAbc(rows.toReversed(), options)).toEqual(classifyAbc(rows, options));
      }),
    );
  });

  test("amounts of the classes add up; classes only fall; JSON keeps the result", () => {
    fc.assert(
      fc.property(amounts, conventions, (list, options) => {
        const result = classifyAbc(named(list), options);
        const sum = Object.values(result.classes).reduce((all, { amount }) => all + Number(amount), 0);
        expect(sum).toBe(Number(result.net));
        const classes = result.clients.flatMap((client) => client.class ?? []);
        expect(classes.toSorted()).toEqual(classes);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("the class is that of the plain definition", () => {
    fc.assert(
      fc.property(amounts, conventions, (list, options) => {
        for (const client of classifyAbc(named(list), options).clients) {
          expect(client.class).toBe(classByDefinition(list, client, options));
        }
      }),
    );
  });
});

/** In whole numbers of a hundredth: cum × 100 against cut × total. */
function classByDefinition(
  list: readonly (number | null)[],
  { id }: { readonly id: string },
  { counting, edge, ties }: Required<Omit<AbcOptions, "cuts" | "currency">>,
): string | null {
  const own = list[Number(id.slice(1)) - 1] ?? null;
  if (own === null || own <= 0) return own === null ? null : "C";
  const others = named(list).filter(({ amount }) => typeof amount === "number" && amount > 0);
  const total = others.reduce((sum, { amount }) => sum + Number(amount), 0);
  const isBefore = (one: AbcClient): boolean =>
    Number(one.amount) > own || (ties === "apart" && Number(one.amount) === own && one.id < id);
  const isWith = (one: AbcClient): boolean =>
    isBefore(one) || one.id === id || (ties === "together" && Number(one.amount) === own);
  const counted = others.filter(counting === "with-itself" ? isWith : isBefore);
  const cumulative = counted.reduce((sum, { amount }) => sum + Number(amount), 0);
  const isLargest = !others.some(isBefore);
  const within = (cut: number): boolean =>
    edge === "included" ? cumulative * 100 <= cut * total : cumulative * 100 < cut * total;
  return isLargest || within(80) ? "A" : within(95) ? "B" : "C";
}
