import { describe, expect, test } from "vitest";
import { lifetimeValue } from "../../../src/portfolio/worth/lifetime-value.js";

test("x", () => {
  const w = lifetimeValue({
    currency: "CNY",
    margin: "30000",
    retention: "0.8",
    discountRate: "0.1",
    acquisitionCost: "50000",
  });
  console.log(w);
  console.log(
    lifetimeValue({ currency: "CNY", margin: ["100", "110"], retention: ["0.9", "0.8"], discountRate: "0.25" }),
  );
  const t = performance.now();
  lifetimeValue({ currency: "CNY", margin: "30000.12", retention: "0.9876", discountRate: "0.0123", periods: 1200 });
  console.log(performance.now() - t);
  const t2 = performance.now();
  lifetimeValue({
    currency: "CNY",
    margin: Array.from({ length: 1200 }, (_, i) => `1.${"123456789".repeat(3)}`),
    retention: Array.from({ length: 1200 }, (_, i) => `0.9${"123456789".repeat(3)}`),
    discountRate: `0.${"987654321".repeat(3)}1`,
    periods: 1200,
  });
  console.log(performance.now() - t2);
  console.log(
    lifetimeValue(
      { currency: "CNY", margin: 260, retention: 0.75, discountRate: 0.2, periods: 11 },
      { timing: "at-once" },
    ),
  );
});
