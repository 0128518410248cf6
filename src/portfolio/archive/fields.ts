import type { Archive } from "../../models/record/archive.js";

/** The sections of a client's archive (E3), in its order. */
export type ArchiveSection = Exclude<keyof Archive, "v">;

/** The fields that an archive knows, by section, in its order: those that a complete archive would hold (E3). */
export const ARCHIVE_FIELDS = {
  standing: [
    "legalForm",
    "history",
    "location",
    "floorArea",
    "stateOfBusiness",
    "operatingMode",
    "industryRank",
    "marketInfluence",
    "relationNetwork",
    "reputation",
  ],
  ability: [
    "majorBrands",
    "brandStrength",
    "brands",
    "productKinds",
    "sellThrough",
    "distributionMargin",
    "distributionAbility",
    "marketingNetwork",
    "networkEfficiency",
    "marketingTeam",
    "salesNetwork",
    "promotionAbility",
    "logistics",
  ],
  management: [
    "staff",
    "staffQuality",
    "salesReps",
    "salesTeam",
    "salesManagement",
    "managementSystem",
    "topManagement",
    "ownerQuality",
    "ownerStyle",
    "ownerIdeas",
  ],
  finance: [
    "capital",
    "annualRevenue",
    "currentAssetRatio",
    "netMargin",
    "returnOnAssets",
    "collectionDays",
    "inventoryDays",
    "creditRecord",
  ],
  market: [
    "marketSize",
    "clientDistribution",
    "buyers",
    "salesMode",
    "buyingCriteria",
    "highTierShare",
    "middleTierShare",
    "lowTierShare",
  ],
  buying: [
    "annualPurchases",
    "decisionDays",
    "decisionSteps",
    "peopleInvolved",
    "technicalContent",
    "policyInfluence",
    "annualVolume",
    "purchaseShare",
    "orderFrequency",
    "marginContribution",
  ],
  relationship: [
    "relationship",
    "relationStability",
    "lossImpact",
    "effortWorth",
    "growthFit",
    "revenueShare",
    "philosophyFit",
    "willingness",
    "intent",
    "brandLoyalty",
    "phase",
  ],
  service: ["displayQuality", "ownEngineers", "afterSales", "afterSalesService"],
} as const;

/** A field of a client's archive. */
export type ArchiveField = (typeof ARCHIVE_FIELDS)[ArchiveSection][number];

/** Fields by section: {@link ARCHIVE_FIELDS}, a part of them, or a host's own besides. */
export type ArchiveFieldList = Readonly<Record<string, readonly string[]>>;
