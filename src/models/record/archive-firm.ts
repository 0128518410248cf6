import type { DecimalString } from "../../ground/numeral.js";
import type { CreditRecord, MajorBrands } from "../../ground/vocabulary.js";
import type { Known } from "./known.js";

/** A judgement from 1 (worst) to 5 (best). */
export type Rating = number;

/** Identity and standing (A4.2, A7.1, E3). */
export interface StandingSection {
  readonly legalForm?: Known<string> | undefined;
  readonly history?: Known<string> | undefined;
  readonly location?: Known<string> | undefined;
  /** Square metres of business floor. */
  readonly floorArea?: Known<DecimalString> | undefined;
  readonly stateOfBusiness?: Known<string> | undefined;
  readonly operatingMode?: Known<string> | undefined;
  /** Place in its industry by sales and profit, 1 the first (E4.7). */
  readonly industryRank?: Known<DecimalString> | undefined;
  /** Influence in its market (A7.1). */
  readonly marketInfluence?: Known<Rating> | undefined;
  readonly relationNetwork?: Known<Rating> | undefined;
  readonly reputation?: Known<Rating> | undefined;
}

/** Ability and distribution (A4.2, A7.2, A7.5, C3.1). */
export interface AbilitySection {
  /** Carries big makers' products (A7.1). */
  readonly majorBrands?: Known<MajorBrands> | undefined;
  /** Share of its sales that comes from brands leading in its area (A7.2), 0 … 1. */
  readonly brandStrength?: Known<DecimalString> | undefined;
  /** The brands it carries, with their sales. */
  readonly brands?: Known<readonly BrandSales[]> | undefined;
  readonly productKinds?: Known<readonly string[]> | undefined;
  /** Sell-through (A7.2), times a year: yearly sales at cost ÷ average stock at cost. */
  readonly sellThrough?: Known<DecimalString> | undefined;
  /** Margin of distribution (A7.2) as a fraction of sales: `"0.12"` is 12 %. */
  readonly distributionMargin?: Known<DecimalString> | undefined;
  readonly distributionAbility?: Known<Rating> | undefined;
  readonly marketingNetwork?: Known<Rating> | undefined;
  /** Layout and efficiency of its network (A7.5): the share of its area's outlets that it supplies at least monthly, 0 … 1. */
  readonly networkEfficiency?: Known<DecimalString> | undefined;
  readonly marketingTeam?: Known<Rating> | undefined;
  /** Sales network (C3.1): the share of its area's outlets that it supplies, 0 … 1. */
  readonly salesNetwork?: Known<DecimalString> | undefined;
  readonly promotionAbility?: Known<Rating> | undefined;
  /** How goods reach it and leave it (D1.3). */
  readonly logistics?: Known<string> | undefined;
}

/** A brand that a dealer carries (A4.2). */
export interface BrandSales {
  readonly brand: string;
  /** Sales of the brand in a year, in the client's currency. */
  readonly sales?: DecimalString | undefined;
}

/** Management and staff (A4.2, A7.3, C3.1). */
export interface ManagementSection {
  /** People employed. */
  readonly staff?: Known<DecimalString> | undefined;
  readonly staffQuality?: Known<Rating> | undefined;
  /** Salespeople employed: its potential (C3.1). */
  readonly salesReps?: Known<DecimalString> | undefined;
  /** Size and ability of the sales team (A7.3). */
  readonly salesTeam?: Known<Rating> | undefined;
  readonly salesManagement?: Known<Rating> | undefined;
  /** Rules, incentives, constraints (A7.3). */
  readonly managementSystem?: Known<Rating> | undefined;
  /** Character, ability and cooperation of top management (A7.3). */
  readonly topManagement?: Known<Rating> | undefined;
  readonly ownerQuality?: Known<Rating> | undefined;
  readonly ownerStyle?: Known<string> | undefined;
  readonly ownerIdeas?: Known<string> | undefined;
}

/** Finance (A7.2, D1.2). Amounts are in the client's currency. */
export interface FinanceSection {
  readonly capital?: Known<DecimalString> | undefined;
  /** Its own sales in a year. */
  readonly annualRevenue?: Known<DecimalString> | undefined;
  /** Current assets ÷ current liabilities: can it pay? */
  readonly currentAssetRatio?: Known<DecimalString> | undefined;
  /** Net profit ÷ sales: `"0.08"` is 8 %. */
  readonly netMargin?: Known<DecimalString> | undefined;
  /** Net profit ÷ assets. */
  readonly returnOnAssets?: Known<DecimalString> | undefined;
  /** Days until it has its money; lower is better. */
  readonly collectionDays?: Known<DecimalString> | undefined;
  /** Days that goods lie in stock; lower is better. */
  readonly inventoryDays?: Known<DecimalString> | undefined;
  readonly creditRecord?: Known<CreditRecord> | undefined;
}
