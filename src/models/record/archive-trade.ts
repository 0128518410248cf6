import type { DecimalString } from "../../ground/numeral.js";
import type { AfterSales, BrandLoyalty, ClientPhase, LossImpact, TrustRelation } from "../../ground/vocabulary.js";
import type { Rating } from "./archive-firm.js";
import type { Known } from "./known.js";

/** Market and channel (A4.2, D1.3). */
export interface MarketSection {
  /** Size of its market in a year, in the client's currency. */
  readonly marketSize?: Known<DecimalString> | undefined;
  /** How clients are spread over its area. */
  readonly clientDistribution?: Known<string> | undefined;
  /** Who buys from it (D1.3). */
  readonly buyers?: Known<string> | undefined;
  /** How it sells (D1.3). */
  readonly salesMode?: Known<string> | undefined;
  /** What consumers weigh when buying, the weightiest first (A4.2). */
  readonly buyingCriteria?: Known<readonly string[]> | undefined;
  /** Share of the high tier among consumers, 0 … 1. */
  readonly highTierShare?: Known<DecimalString> | undefined;
  /** Share of the middle tier, 0 … 1. */
  readonly middleTierShare?: Known<DecimalString> | undefined;
  /** Share of the low tier, 0 … 1. */
  readonly lowTierShare?: Known<DecimalString> | undefined;
}

/** Buying (D1.5, D1.6, E2.1). Where there is a trade record, `tradeFacts` computes what has to do with amounts. */
export interface BuyingSection {
  /** All that it buys of our kind of goods in a year, from everybody, in its currency. */
  readonly annualPurchases?: Known<DecimalString> | undefined;
  /** Days from the need to the order. */
  readonly decisionDays?: Known<DecimalString> | undefined;
  /** Steps of its buying process. */
  readonly decisionSteps?: Known<DecimalString> | undefined;
  /** People who take part in buying. */
  readonly peopleInvolved?: Known<DecimalString> | undefined;
  /** How technical the goods are. */
  readonly technicalContent?: Known<Rating> | undefined;
  /** Standards, environment, law. */
  readonly policyInfluence?: Known<string> | undefined;
  /** All that it buys of our kind of goods in a year, as a multiple of what our average client buys from us. */
  readonly annualVolume?: Known<DecimalString> | undefined;
  /** Our share of its purchases, 0 … 1. */
  readonly purchaseShare?: Known<DecimalString> | undefined;
  /** Orders placed with us in a year. */
  readonly orderFrequency?: Known<DecimalString> | undefined;
  /** Our margin rate with it ÷ our average margin rate (E2.1). */
  readonly marginContribution?: Known<DecimalString> | undefined;
}

/** Relationship and intent (A5.1, C3.1, E2.2, E4, E6). */
export interface RelationshipSection {
  /** What we are to it (C3.1, E6.1). */
  readonly relationship?: Known<TrustRelation> | undefined;
  /** Years of unbroken trade (E2.2). */
  readonly relationStability?: Known<DecimalString> | undefined;
  /** What its loss would mean (E2.2). */
  readonly lossImpact?: Known<LossImpact> | undefined;
  /** Expected yearly margin ÷ yearly cost of serving and developing it (E2.2, D1.8). */
  readonly effortWorth?: Known<DecimalString> | undefined;
  /** How well its growth fits our goals (E2.2). */
  readonly growthFit?: Known<Rating> | undefined;
  /** Its share in our own revenue, 0 … 1 (E2.2). */
  readonly revenueShare?: Known<DecimalString> | undefined;
  /** Shared business philosophy (A5.1). */
  readonly philosophyFit?: Known<Rating> | undefined;
  /** Willingness to cooperate (A5.1). */
  readonly willingness?: Known<Rating> | undefined;
  /** What it says it wants to do with us (E3). */
  readonly intent?: Known<string> | undefined;
  readonly brandLoyalty?: Known<BrandLoyalty> | undefined;
  readonly phase?: Known<ClientPhase> | undefined;
}

/** Display and technical service (A4.2, A7.4, C3.1). */
export interface ServiceSection {
  readonly displayQuality?: Known<Rating> | undefined;
  /** Has engineers of its own (A7.4). */
  readonly ownEngineers?: Known<boolean> | undefined;
  /** After-sales service of a dealer (A7.4). */
  readonly afterSales?: Known<AfterSales> | undefined;
  /** After-sales service of a distributor (C3.1). */
  readonly afterSalesService?: Known<Rating> | undefined;
}
