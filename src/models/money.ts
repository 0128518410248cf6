import type { DecimalString } from "../ground/numeral.js";
import { CurrencySchema, DecimalStringSchema, open } from "./leaf.js";

/** An amount of money. */
export interface Money {
  readonly amount: DecimalString;
  /** ISO 4217. */
  readonly currency: string;
}

/** The schema of {@link Money}. */
export const MoneySchema = /* @__PURE__ */ (() => open({ amount: DecimalStringSchema, currency: CurrencySchema }))();
