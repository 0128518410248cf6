import { CurrencySchema, DecimalStringSchema, open } from "./leaf.js";

/** The schema of `Money`. */
export const MoneySchema = /* @__PURE__ */ (() => open({ amount: DecimalStringSchema, currency: CurrencySchema }))();
