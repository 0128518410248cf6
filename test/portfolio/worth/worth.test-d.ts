import {
  developmentWorth,
  type EffortLedger,
  effortLedger,
  enthusiasmGap,
  lifetimeValue,
  type SalesStage,
} from "keyaccount";
import { expectTypeOf, test } from "vitest";

test("D5.3 stages are the milestones, or those that the host names", () => {
  const ledger = effortLedger({ currency: "CNY", contacts: [{ stage: "bid" }] });
  expectTypeOf(ledger).toEqualTypeOf<EffortLedger<SalesStage>>();
  // @ts-expect-error no milestone has this id
  effortLedger({ currency: "CNY", contacts: [{ stage: "bidding" }] });

  const stages = [
    { stage: "lead", likelihood: 0.1 },
    { stage: "trial", likelihood: "0.5" },
  ] as const;
  const own = effortLedger({ currency: "CNY", stage: "lead", contacts: [{ stage: "trial" }] }, { stages });
  expectTypeOf(own.stage).toEqualTypeOf<"lead" | "trial" | null>();
  expectTypeOf(
    effortLedger({ currency: "CNY", contacts: [] }, { stages: [{ stage: "inline", likelihood: 1 }] }).stage,
  ).toEqualTypeOf<"inline" | null>();
  // @ts-expect-error the host's stages don't have this one
  effortLedger({ currency: "CNY", contacts: [{ stage: "bid" }] }, { stages });
});

test("B1.1 amounts are decimals, a timing is one of three", () => {
  const worth = lifetimeValue(
    { currency: "CNY", margin: [1, "2"], retention: 0.5, discountRate: null },
    { timing: "at-once" },
  );
  expectTypeOf(worth.value).toEqualTypeOf<string | null>();
  // @ts-expect-error no such timing
  lifetimeValue({ currency: "CNY" }, { timing: "now" });
  // @ts-expect-error money without a currency says nothing
  lifetimeValue({ margin: 1 });
});

test("D1.8 an input is a number, bounds, or unknown", () => {
  developmentWorth({ currency: "CNY", sales: { low: 1 }, people: null, probability: "0.4", travel: undefined });
  // @ts-expect-error no such input
  developmentWorth({ currency: "CNY", sale: 1 });
  // @ts-expect-error bounds are low and high
  developmentWorth({ currency: "CNY", sales: { min: 1 } });
});

test("B1.2 the day of the question isn't optional: there is no clock", () => {
  enthusiasmGap(
    { touches: [{ at: "2026-01-01" }], needs: [{ at: "2026-01-01", kind: "complaint" }] },
    { asOf: "2026-02-01" },
  );
  // @ts-expect-error asOf is missing
  enthusiasmGap({ touches: [], needs: [] }, {});
  // @ts-expect-error no such kind of need
  enthusiasmGap({ touches: [], needs: [{ at: "2026-01-01", kind: "wish" }] }, { asOf: "2026-02-01" });
});
