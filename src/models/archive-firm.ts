import * as z from "zod/v4";
import { CREDIT_RECORDS, MAJOR_BRANDS } from "../ground/vocabulary.js";
import { knownSchema } from "./known.js";
import { AmountSchema, DecimalStringSchema, LineSchema, open, ProseSchema, RatingSchema, ShareSchema } from "./leaf.js";

/** The schema of {@link BrandSales}. */
export const BrandSalesSchema = /* @__PURE__ */ (() => open({ brand: LineSchema, sales: AmountSchema.optional() }))();

/** The schema of {@link StandingSection}. */
export const StandingSectionSchema = /* @__PURE__ */ (() => {
  const [note, number, rating] = fieldsOf();
  return open({
    legalForm: note,
    history: note,
    location: note,
    floorArea: number,
    stateOfBusiness: note,
    operatingMode: note,
    industryRank: number,
    marketInfluence: rating,
    relationNetwork: rating,
    reputation: rating,
  });
})();

/** The schema of {@link AbilitySection}. */
export const AbilitySectionSchema = /* @__PURE__ */ (() => {
  const [note, number, rating] = fieldsOf();
  const share = knownSchema(ShareSchema).optional();
  return open({
    majorBrands: knownSchema(z.enum(MAJOR_BRANDS)).optional(),
    brandStrength: share,
    brands: knownSchema(z.array(BrandSalesSchema).max(1000)).optional(),
    productKinds: knownSchema(z.array(LineSchema).max(1000)).optional(),
    sellThrough: number,
    distributionMargin: number,
    distributionAbility: rating,
    marketingNetwork: rating,
    networkEfficiency: share,
    marketingTeam: rating,
    salesNetwork: share,
    promotionAbility: rating,
    logistics: note,
  });
})();

/** The schema of {@link ManagementSection}. */
export const ManagementSectionSchema = /* @__PURE__ */ (() => {
  const [note, number, rating] = fieldsOf();
  return open({
    staff: number,
    staffQuality: rating,
    salesReps: number,
    salesTeam: rating,
    salesManagement: rating,
    managementSystem: rating,
    topManagement: rating,
    ownerQuality: rating,
    ownerStyle: note,
    ownerIdeas: note,
  });
})();

/** The schema of {@link FinanceSection}. */
export const FinanceSectionSchema = /* @__PURE__ */ (() => {
  const [, number] = fieldsOf();
  return open({
    capital: number,
    annualRevenue: number,
    currentAssetRatio: number,
    netMargin: number,
    returnOnAssets: number,
    collectionDays: number,
    inventoryDays: number,
    creditRecord: knownSchema(z.enum(CREDIT_RECORDS)).optional(),
  });
})();

/** The three kinds of field that most sections are made of: a note, a decimal, a rating; each optional and with provenance. */
export function fieldsOf() {
  return [
    knownSchema(ProseSchema).optional(),
    knownSchema(DecimalStringSchema).optional(),
    knownSchema(RatingSchema).optional(),
  ] as const;
}
