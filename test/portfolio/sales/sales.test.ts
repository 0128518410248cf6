import fc from "fast-check";
import { classifyAbc, isKeyAccountError, type SalesLine, type SalesOptions, salesByClient } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

describe("E4.2 salesByClient: an order book into sales per client", () => {
  const BOOK: readonly SalesLine[] = deepFreeze([
    { client: "north", quantity: 6, unitPrice: "2.55", date: "2010-12-01" },
    { client: "north", quantity: "10", unitPrice: 3.39, discount: "0.15", date: "2010-12-03T08:26:00Z" },
    { client: "south", amount: "20.00", date: "2010-12-02" },
    { client: "north", quantity: -2, unitPrice: "2.55", date: "2010-12-09" },
    { client: "south", quantity: 5, unitPrice: 0, date: "2010-12-20" },
    { client: null, amount: "7" },
    { client: "  ", amount: "-11062.06" },
    { amount: 1 },
    { client: "", amount: 0 },
  ]);

  test("by hand: 6 × 2.55 + 10 × 3.39 × 0.85 = 44.115, a return of 5.1, a sample that costs nothing", () => {
    expect(salesByClient(BOOK)).toEqual({
      v: 1,
      currency: null,
      total: { lines: 9, sales: "72.115", returns: "11067.16", net: "-10995.045" },
      clients: [
        {
          id: "north",
          amount: "39.015",
          sales: "44.115",
          returns: "5.1",
          lines: 3,
          returnLines: 1,
          firstOn: "2010-12-01",
          lastOn: "2010-12-03",
        },
        {
          id: "south",
          amount: "20",
          sales: "20",
          returns: "0",
          lines: 2,
          returnLines: 0,
          firstOn: "2010-12-02",
          lastOn: "2010-12-02",
        },
      ],
      unassigned: { lines: 4, sales: "8", returns: "11062.06", net: "-11054.06" },
      outside: 0,
      otherCurrencies: [],
      lookalikes: [],
      faulty: 0,
      issues: [],
      issueCount: 0,
    });
  });

  test("E4.2 its clients are classifyAbc's rows; who returns more than it buys is in class C", () => {
    const { clients } = salesByClient([...BOOK, { client: "west", amount: 1 }, { client: "west", amount: -3 }]);
    expect(classifyAbc(clients).clients.map(({ id, class: c, reasons }) => [id, c, reasons[0]?.code])).toEqual([
      ["north", "A", "largest"],
      ["south", "C", "beyond-b"],
      ["west", "C", "net-returns"],
    ]);
  });

  test.each<[string, SalesOptions, number, number]>([
    ["both days included", { from: "2010-12-02", to: "2010-12-03" }, 2, 3],
    ["from a day on", { from: "2010-12-09" }, 2, 3],
    ["up to a day", { to: "2010-12-01" }, 1, 4],
  ])("a period: %s; a line without day can't be placed", (_, options, lines, outside) => {
    const result = salesByClient(BOOK, options);
    expect([result.total.lines, result.outside, result.faulty]).toEqual([lines, outside, 4]);
    expect(result.issues[0]).toEqual({ code: "required", path: [5, "date"], details: {} });
  });

  test("ids stand as they are, numbers as they print; those that look alike are named, not merged", () => {
    const ids = [12346, "12346", "12346.0", " 12346", "012346", "A1", "a1", "B"];
    const { clients, lookalikes } = salesByClient(ids.map((client) => ({ client, amount: 1 })));
    expect(clients.map(({ id, lines }) => [id, lines])).toEqual([
      [" 12346", 1],
      ["012346", 1],
      ["12346", 2],
      ["12346.0", 1],
      ["A1", 1],
      ["B", 1],
      ["a1", 1],
    ]);
    expect(lookalikes).toEqual([
      [" 12346", "012346", "12346", "12346.0"],
      ["A1", "a1"],
    ]);
  });

  test("ids that are an object's own words are ids like others", () => {
    const { clients } = salesByClient(["__proto__", "constructor"].map((client) => ({ client, amount: 1 })));
    expect(clients.map(({ id, amount }) => [id, amount])).toEqual([
      ["__proto__", "1"],
      ["constructor", "1"],
    ]);
  });

  const MIXED: readonly SalesLine[] = deepFreeze([
    { client: "a", amount: 1, currency: "USD", date: "2026-01-05" },
    { client: "a", amount: 2, currency: " EUR ", date: "2026-01-04" },
    { client: "b", amount: -4, currency: "EUR" },
    { client: "a", amount: 8, date: "2026-01-09" },
    { client: "c", amount: 16, currency: "CNY" },
    { amount: 32, currency: "" },
  ]);

  test("currencies aren't mixed: that of most lines is taken, with the lines that name none; the others are told", () => {
    const { currency, clients, total, unassigned, otherCurrencies } = salesByClient(MIXED);
    expect([currency, total.net, unassigned.net]).toEqual(["EUR", "38", "32"]);
    expect(clients.map(({ id, amount, lines, firstOn, lastOn }) => [id, amount, lines, firstOn, lastOn])).toEqual([
      ["a", "10", 2, "2026-01-04", "2026-01-09"],
      ["b", "-4", 1, null, null],
    ]);
    expect(otherCurrencies).toEqual([
      { currency: "CNY", lines: 1, sales: "16", returns: "0", net: "16" },
      { currency: "USD", lines: 1, sales: "1", returns: "0", net: "1" },
    ]);
    const usd = salesByClient(MIXED, { currency: "USD" });
    expect([usd.currency, usd.total.net, usd.otherCurrencies.map((one) => one.currency)]).toEqual([
      "USD",
      "41",
      ["CNY", "EUR"],
    ]);
    expect(salesByClient(MIXED.toReversed(), { currency: "USD" })).toEqual(usd);
    expect(salesByClient(MIXED.slice(0, 2).toReversed()).currency).toBe("EUR");
  });

  test("a product that no double holds is exact: 94,906,267² = 9,007,199,515,875,289", () => {
    const { clients } = salesByClient([{ client: "a", quantity: 94_906_267, unitPrice: "94906.267" }]);
    expect(clients[0]?.amount).toBe("9007199515875.289");
  });

  test("of nothing there is nothing", () => {
    const none = { lines: 0, sales: "0", returns: "0", net: "0" };
    expect(salesByClient([])).toMatchObject({ currency: null, total: none, unassigned: none, clients: [] });
  });
});

describe("E4.2 salesByClient: lines that can't be read", () => {
  const hostile = {
    get client(): string {
      throw new Error("no");
    },
  };

  test("are counted, named with their index and every fault, and in no sum", () => {
    const lines: unknown[] = [
      { client: "a", amount: 10 },
      { client: "a" },
      { client: "a", quantity: 1 },
      { client: "a", unitPrice: 1, quantity: "1,5" },
      { client: {}, amount: "x", date: "1.12.2010", currency: 5 },
      { client: 1.5, amount: Number.NaN },
      { client: "a", quantity: 1, unitPrice: 1, discount: 15 },
      { client: "a", quantity: 1, unitPrice: 1, discount: "-0.1" },
      { client: "a", quantity: 1, unitPrice: 1, discount: "15%" },
      null,
      [],
      hostile,
      { client: "a", amount: 5, quantity: "not read", date: "2026-02-30" },
      { client: "a", amount: 5, currency: {} },
    ];
    const { total, faulty, issues, issueCount } = salesByClient(lines as SalesLine[]);
    expect([total.net, faulty, issueCount]).toEqual(["10", 13, 17]);
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "required 1.amount",
      "required 2.unitPrice",
      "not-a-decimal 3.quantity",
      "not-a-date 4.date",
      "wrong-type 4.client",
      "wrong-type 4.currency",
      "not-a-decimal 4.amount",
      "wrong-type 5.client",
      "not-a-decimal 5.amount",
      "out-of-range 6.discount",
      "out-of-range 7.discount",
      "not-a-decimal 8.discount",
      "wrong-type 9",
      "wrong-type 10",
      "unreadable 11",
      "not-a-date 12.date",
      "wrong-type 13.currency",
    ]);
    expect(issues[9]).toEqual({
      code: "out-of-range",
      path: [6, "discount"],
      details: { received: "15", least: 0, most: 1 },
    });
  });

  test("days are remembered up to a number, and read all the same beyond it", () => {
    const moments = Array.from({ length: 20_002 }, (_, index) => {
      return `2026-01-0${String(1 + (index % 3))}T00:00:00.${String(index).padStart(9, "0")}Z`;
    });
    const { clients } = salesByClient(moments.map((date) => ({ client: "a", amount: 1, date })));
    expect(clients[0]).toMatchObject({ lines: 20_002, firstOn: "2026-01-01", lastOn: "2026-01-03" });
  });

  test("the first thousand issues are kept, all are counted", () => {
    const { issues, issueCount, faulty } = salesByClient(Array.from({ length: 1500 }, () => ({ client: "a" })));
    expect([issues.length, issueCount, faulty, issues.at(-1)?.path]).toEqual([1000, 1500, 1500, [999, "amount"]]);
  });

  test("faulty arguments throw, all at once", () => {
    const options = { form: "2026-01-01", from: "2026-13-01", to: 5, currency: "" };
    let thrown: unknown;
    try {
      salesByClient([], options as never);
    } catch (error) {
      thrown = error;
    }
    if (!isKeyAccountError(thrown)) throw thrown;
    expect(thrown.issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["unknown-key", "form"],
      ["not-a-date", "from"],
      ["not-a-date", "to"],
      ["wrong-type", "currency"],
    ]);
    expect(() => salesByClient([], { from: "2026-01-02", to: "2026-01-01" })).toThrow("out-of-order at to");
    expect(salesByClient([], { from: "2026-01-02", to: "2026-01-02" }).outside).toBe(0);
    expect(() => salesByClient([], { currency: 5 } as never)).toThrow("wrong-type at currency");
    expect(() => salesByClient([], null as never)).toThrow("wrong-type");
    for (const lines of [5, "abc", null, {}])
      expect(() => salesByClient(lines as never)).toThrow("wrong-type at lines");
  });
});

/** Whole cents, or hundred-thousandths and millions of them: what is added fits no double. */
const decimal = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }).map((n) => ({ n: BigInt(n), places: 2 })),
  fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }).map((n) => ({ n, places: 5 })),
  fc.integer({ min: -9, max: 9 }).map((n) => ({ n: BigInt(n), places: 20 })),
);
const line = fc.record({
  client: fc.constantFrom("a", "b", "c", null),
  amount: decimal,
  price: fc.option(decimal),
  date: fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03", null),
  currency: fc.constantFrom("EUR", "USD", null),
});
const textOf = ({ n, places }: { readonly n: bigint; readonly places: number }): string =>
  `${String(n)}e-${String(places)}`;

const SCALE = 40;
const unitsOf = ({ n, places }: { readonly n: bigint; readonly places: number }): bigint =>
  n * 10n ** BigInt(SCALE - places);
const units = (decimalText: string): bigint => {
  const [whole = "", decimals = ""] = decimalText.split(".");
  return BigInt(whole + decimals.padEnd(SCALE, "0"));
};

describe("E4.2 laws of salesByClient", () => {
  test("sums are those of whole numbers; the order of the lines doesn't count; JSON keeps the result", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (list) => {
        const lines: SalesLine[] = list.map(({ client, amount, price, date, currency }) => {
          const rest = { client, date, currency };
          return price === null
            ? { ...rest, amount: textOf(amount) }
            : { ...rest, quantity: textOf(amount), unitPrice: textOf(price) };
        });
        const result = salesByClient(lines);
        expect(salesByClient(lines.toReversed())).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        const taken = list.filter(({ currency }) => currency === null || currency === result.currency);
        const worth = ({ amount, price }: (typeof list)[number]): bigint =>
          price === null ? unitsOf(amount) : unitsOf({ n: amount.n * price.n, places: amount.places + price.places });
        for (const { id, amount, sales, returns, lines: count, firstOn, lastOn } of [
          ...result.clients,
          { id: null, amount: result.unassigned.net, ...result.unassigned, firstOn: null, lastOn: null },
        ]) {
          const own = taken.filter(({ client }) => client === id);
          const above = own.filter((one) => worth(one) > 0n);
          expect(count).toBe(own.length);
          expect(units(amount)).toBe(own.reduce((sum, one) => sum + worth(one), 0n));
          expect(units(sales)).toBe(above.reduce((sum, one) => sum + worth(one), 0n));
          expect(units(sales) - units(returns)).toBe(units(amount));
          if (id === null) continue;
          const days = above.flatMap(({ date }) => date ?? []).toSorted();
          expect([firstOn, lastOn]).toEqual([days[0] ?? null, days.at(-1) ?? null]);
        }
        const told = result.total.lines + result.otherCurrencies.reduce((sum, other) => sum + other.lines, 0);
        expect(told).toBe(list.length);
      }),
    );
  });

  test("lines are taken one by one: none is asked for before the last is entered, nor kept", () => {
    let alive = 0;
    function* lines(): Generator<SalesLine> {
      for (let index = 0; index < 50_000; index += 1) {
        alive = index;
        yield { client: index % 7, quantity: (index % 5) - 1, unitPrice: "0.10", date: "2026-03-01" };
      }
    }
    const result = salesByClient(lines());
    expect([alive, result.total.lines, result.total.sales, result.total.returns]).toEqual([
      49_999,
      50_000,
      "6000",
      "1000",
    ]);
  });
});
