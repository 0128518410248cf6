import type { DecimalString } from "../../ground/numeral.js";

/** An amount of money. */
export interface Money {
  readonly amount: DecimalString;
  /** ISO 4217. */
  readonly currency: string;
}
