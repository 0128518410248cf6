import * as z from "zod/v4";
import { AFTER_SALES, BRAND_LOYALTIES, CLIENT_PHASES, LOSS_IMPACTS, TRUST_RELATIONS } from "../ground/vocabulary.js";
import { fieldsOf } from "./archive-firm.js";
import { knownSchema } from "./known.js";
import { LineSchema, open, ShareSchema } from "./leaf.js";

/** The schema of {@link MarketSection}. */
export const MarketSectionSchema = /* @__PURE__ */ (() => {
  const [note, number] = fieldsOf();
  const share = knownSchema(ShareSchema).optional();
  return open({
    marketSize: number,
    clientDistribution: note,
    buyers: note,
    salesMode: note,
    buyingCriteria: knownSchema(z.array(LineSchema).max(100)).optional(),
    highTierShare: share,
    middleTierShare: share,
    lowTierShare: share,
  });
})();

/** The schema of {@link BuyingSection}. */
export const BuyingSectionSchema = /* @__PURE__ */ (() => {
  const [note, number, rating] = fieldsOf();
  return open({
    annualPurchases: number,
    decisionDays: number,
    decisionSteps: number,
    peopleInvolved: number,
    technicalContent: rating,
    policyInfluence: note,
    annualVolume: number,
    purchaseShare: knownSchema(ShareSchema).optional(),
    orderFrequency: number,
    marginContribution: number,
  });
})();

/** The schema of {@link RelationshipSection}. */
export const RelationshipSectionSchema = /* @__PURE__ */ (() => {
  const [note, number, rating] = fieldsOf();
  return open({
    relationship: knownSchema(z.enum(TRUST_RELATIONS)).optional(),
    relationStability: number,
    lossImpact: knownSchema(z.enum(LOSS_IMPACTS)).optional(),
    effortWorth: number,
    growthFit: rating,
    revenueShare: knownSchema(ShareSchema).optional(),
    philosophyFit: rating,
    willingness: rating,
    intent: note,
    brandLoyalty: knownSchema(z.enum(BRAND_LOYALTIES)).optional(),
    phase: knownSchema(z.enum(CLIENT_PHASES)).optional(),
  });
})();

/** The schema of {@link ServiceSection}. */
export const ServiceSectionSchema = /* @__PURE__ */ (() => {
  const [, , rating] = fieldsOf();
  return open({
    displayQuality: rating,
    ownEngineers: knownSchema(z.boolean()).optional(),
    afterSales: knownSchema(z.enum(AFTER_SALES)).optional(),
    afterSalesService: rating,
  });
})();
