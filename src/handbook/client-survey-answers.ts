import type { Quantity } from "../ground/numeral.js";
import type { AnswerType, NamedAmount } from "../visits/survey/form.js";

/** What consumers may weigh when buying (A4.2). */
export type BuyingCriterion =
  | "price"
  | "quality"
  | "brand"
  | "function"
  | "appearance"
  | "service"
  | "delivery"
  | "recommendation";

/** What {@link clientSurvey} asks, the anchors of its ratings and the units of its numbers. Amounts are in the client's currency. */
export type ClientSurveyAnswers = {
  /** Size of its market in a year, in the client's currency. */
  readonly marketSize: Quantity;
  /** How clients are spread over the area: where the markets are, who lies where. */
  readonly clientDistribution: string;
  /** The owner's quality, 1 … 5: 1 lives from hand to mouth, 3 a sound trader, 5 leads others. */
  readonly ownerQuality: Quantity;
  /** The owner's style: how decisions are made. */
  readonly ownerStyle: string;
  /** The owner's ideas for the business. */
  readonly ownerIdeas: string;
  /** Where it is, and what passes by. */
  readonly location: string;
  /** Business floor. */
  readonly floorArea: Quantity;
  /** Since when it trades, and in what. */
  readonly history: string;
  /** How business goes now. */
  readonly stateOfBusiness: string;
  /** Quality of its staff, 1 … 5: 1 knows nothing of the goods, 3 sells what is asked for, 5 advises. */
  readonly staffQuality: Quantity;
  /** People employed. */
  readonly staff: Quantity;
  /** Salespeople among them (C3.1). */
  readonly salesReps: Quantity;
  /** Display of goods, 1 … 5: 1 stacked in boxes, 3 tidy, 5 leads the buyer. */
  readonly displayQuality: Quantity;
  /** Its management, 1 … 5: 1 everyone as he likes, 3 plans and reports, 5 plans that are kept and reviewed. */
  readonly salesManagement: Quantity;
  /** Wholesale, retail, projects; with or without stock. */
  readonly operatingMode: string;
  /** Ability to distribute, 1 … 5: 1 waits for buyers, 3 delivers in its town, 5 supplies the whole area. */
  readonly distributionAbility: Quantity;
  /** Kinds of product that it carries. */
  readonly productKinds: readonly string[];
  /** Main brands with their sales in a year. */
  readonly brands: readonly NamedAmount<Quantity>[];
  /** Influence in its market (A7.1), 1 … 5; anchors as in `DealerFacts`. */
  readonly marketInfluence: Quantity;
  /** Big makers' products (A7.1). */
  readonly majorBrands: "none" | "some" | "exclusive";
  /** Network of relations (A7.1), 1 … 5. */
  readonly relationNetwork: Quantity;
  /** Reputation (A7.1), 1 … 5. */
  readonly reputation: Quantity;
  /** Sell-through (A7.2), times a year. */
  readonly sellThrough: Quantity;
  /** Share of its sales that comes from brands leading in its area (A7.2). */
  readonly brandStrength: Quantity;
  /** Margin of distribution (A7.2), a fraction of sales. */
  readonly distributionMargin: Quantity;
  /** Credit record of the last two years (A7.2). */
  readonly creditRecord: "prompt" | "minor-delays" | "repeated-delays" | "defaulted";
  /** Size and ability of its sales team (A7.3), 1 … 5. */
  readonly salesTeam: Quantity;
  /** Rules, incentives, constraints (A7.3), 1 … 5. */
  readonly managementSystem: Quantity;
  /** Top management's character, ability, will to cooperate (A7.3), 1 … 5. */
  readonly topManagement: Quantity;
  /** Engineers of its own (A7.4). */
  readonly ownEngineers: boolean;
  /** After-sales service of a dealer (A7.4). */
  readonly afterSales: "none" | "with-maker" | "own-team";
  /** Own and sound marketing network (A7.5), 1 … 5. */
  readonly marketingNetwork: Quantity;
  /** Share of its area's outlets that it supplies at least monthly (A7.5). */
  readonly networkEfficiency: Quantity;
  /** Marketing team (A7.5), 1 … 5. */
  readonly marketingTeam: Quantity;
  /** After-sales service of a distributor (C3.1), 1 … 5. */
  readonly afterSalesService: Quantity;
  /** Share of its area's outlets that it supplies (C3.1). */
  readonly salesNetwork: Quantity;
  /** Ability to promote (C3.1), 1 … 5. */
  readonly promotionAbility: Quantity;
  /** What we are to it (C3.1, E6.1). */
  readonly relationship: "outsider" | "friend" | "supplier" | "partner";
  /** Shared business philosophy (A5.1), 1 … 5: 1 the opposite of ours, 3 no conflict, 5 the same. */
  readonly philosophyFit: Quantity;
  /** Strength (A5.1), 1 … 5: capital, people, outlets together. */
  readonly strength: Quantity;
  /** Growth potential (A5.1), 1 … 5: 1 shrinking, 3 grows with its market, 5 much faster. */
  readonly growthPotential: Quantity;
  /** Willingness to cooperate (A5.1), 1 … 5: 1 refuses, 3 listens, 5 asks for terms. */
  readonly willingness: Quantity;
  /** Rivals in the area, the strongest first (A2.1). */
  readonly rivals: readonly string[];
  /** The rivals' sales policy (A2.1). */
  readonly rivalSalesPolicy: string;
  /** Their product mix (A2.1). */
  readonly rivalProductMix: string;
  /** Their channel's layout (A2.1). */
  readonly rivalChannelLayout: string;
  /** How they manage it (A2.1). */
  readonly rivalChannelManagement: string;
  /** Coverage density (A2.1): their selling points in the area. */
  readonly rivalCoverage: Quantity;
  /** Their wholesale prices, by product (A2.1). */
  readonly rivalWholesalePrices: readonly NamedAmount<Quantity>[];
  /** Their retail prices, by product (A2.1). */
  readonly rivalRetailPrices: readonly NamedAmount<Quantity>[];
  /** How they are displayed (A2.1). */
  readonly rivalDisplay: string;
  /** Their promotions (A2.1). */
  readonly rivalPromotion: string;
  /** Whether a client of a rival may carry us too (A2.3). */
  readonly canShare: boolean;
  /** Whether a client of a rival may be won over (A2.3). */
  readonly canWin: boolean;
  /** What consumers weigh when buying, the weightiest first. */
  readonly buyingCriteria: readonly BuyingCriterion[];
  /** Share of the high tier among consumers. */
  readonly highTierShare: Quantity;
  /** Share of the middle tier. */
  readonly middleTierShare: Quantity;
  /** Share of the low tier. */
  readonly lowTierShare: Quantity;
};

/** Questions about rivals: they are no facts about the client. */
export type RivalQuestion =
  | "rivalChannelLayout"
  | "rivalChannelManagement"
  | "rivalCoverage"
  | "rivalDisplay"
  | "rivalProductMix"
  | "rivalPromotion"
  | "rivalRetailPrices"
  | "rivalSalesPolicy"
  | "rivalWholesalePrices"
  | "rivals";

/** Ids of its questions, with the answers' types; every other question's fact has the question's id. */
export type ClientSurveyQuestions = {
  readonly [K in keyof ClientSurveyAnswers]: AnswerType<ClientSurveyAnswers[K], K extends RivalQuestion ? null : K>;
};
