import {
  type ClientSales,
  classifyAbc,
  classifyCreditSelling,
  classifyVolumeLoyalty,
  planPruning,
  portfolioRisk,
  salesByClient,
} from "keyaccount";
import { expectTypeOf, test } from "vitest";

test("C2.6 the clients of one result are the rows of the next", () => {
  const sold = salesByClient([{ client: 12346, quantity: 1, unitPrice: "2.55", date: "2026-01-02" }]);
  expectTypeOf(sold.clients).toEqualTypeOf<readonly ClientSales[]>();
  const abc = classifyAbc(sold.clients);
  const placed = classifyVolumeLoyalty(sold.clients);
  const paying = classifyCreditSelling([{ id: "a" }]);
  const rules = { minVolume: 1, minCredit: 50, minLoyalty: 50 };
  for (const rows of [sold.clients, abc.clients, placed.clients, paying.clients]) {
    expectTypeOf(planPruning(rows, { rules }).v).toEqualTypeOf<1>();
    expectTypeOf(portfolioRisk(rows).v).toEqualTypeOf<1>();
  }
  // @ts-expect-error a score alone doesn't say what it leaves open
  planPruning([{ id: "a", loyalty: 70 }], { rules });
  // @ts-expect-error lines are named client by client, not id by id
  salesByClient([{ id: "a", amount: 1 }]);
  // @ts-expect-error a period's ends are texts
  salesByClient([], { from: new Date() });
});
