import type { DecimalString } from "../../ground/numeral.js";
import type { Known } from "./known.js";

/** A rival and what is known about it (A2.1, A2.3, D1.7). Keys of the host's own are kept. */
export interface Rival {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  readonly name: string;
  /** The area or market of these observations; absent: all. */
  readonly area?: string | undefined;
  /** The reference company whose network is worth following (A1.2). */
  readonly isReference?: boolean | undefined;
  readonly salesPolicy?: Known<string> | undefined;
  readonly productMix?: Known<string> | undefined;
  readonly channelLayout?: Known<string> | undefined;
  readonly channelManagement?: Known<string> | undefined;
  /** Selling points per unit that the host chooses (a thousand people, a district). */
  readonly coverageDensity?: Known<DecimalString> | undefined;
  readonly prices?: readonly RivalPrice[] | undefined;
  readonly display?: Known<string> | undefined;
  readonly promotion?: Known<string> | undefined;
  readonly strengths?: Known<string> | undefined;
  readonly weaknesses?: Known<string> | undefined;
  /** What it may do to us (D1.7). */
  readonly risk?: Known<string> | undefined;
  /** Its client network (A2.3). */
  readonly clients?: readonly RivalClient[] | undefined;
}

/** What a rival asks for a product (A2.1), in one currency. */
export interface RivalPrice {
  readonly product: string;
  readonly currency: string;
  readonly wholesale?: Known<DecimalString> | undefined;
  readonly retail?: Known<DecimalString> | undefined;
}

/** A client of a rival: can it be shared or won? (A2.3) */
export interface RivalClient {
  readonly clientId: string;
  readonly canShare?: Known<boolean> | undefined;
  readonly canWin?: Known<boolean> | undefined;
  readonly notes?: string | undefined;
}
