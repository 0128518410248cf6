/** The environment (A4.2). */
export const environmentQuestions = {
  marketSize: {
    facet: "environment",
    kind: "number",
    unit: "currency-a-year",
    min: "0",
    fact: "marketSize",
    maxAgeDays: 400,
  },
  clientDistribution: {
    facet: "environment",
    kind: "text",
    fact: "clientDistribution",
    maxAgeDays: 730,
    mayChange: true,
  },
} as const;

/** Rivals (A2.1, A2.3). */
export const rivalQuestions = {
  rivals: { facet: "rivals", kind: "list", maxAgeDays: 365, mayChange: true },
  rivalSalesPolicy: { facet: "rivals", kind: "text", maxAgeDays: 180, mayChange: true },
  rivalProductMix: { facet: "rivals", kind: "text", maxAgeDays: 365, mayChange: true },
  rivalChannelLayout: { facet: "rivals", kind: "text", maxAgeDays: 365, mayChange: true },
  rivalChannelManagement: { facet: "rivals", kind: "text", maxAgeDays: 365, mayChange: true },
  rivalCoverage: { facet: "rivals", kind: "number", unit: "outlets", min: "0", maxAgeDays: 365, mayChange: true },
  rivalWholesalePrices: { facet: "rivals", kind: "amounts", unit: "currency", maxAgeDays: 90, mayChange: true },
  rivalRetailPrices: { facet: "rivals", kind: "amounts", unit: "currency", maxAgeDays: 90, mayChange: true },
  rivalDisplay: { facet: "rivals", kind: "text", maxAgeDays: 180, mayChange: true },
  rivalPromotion: { facet: "rivals", kind: "text", maxAgeDays: 90, mayChange: true },
  canShare: { facet: "rivals", kind: "flag", required: false, fact: "canShare", maxAgeDays: 365 },
  canWin: { facet: "rivals", kind: "flag", required: false, fact: "canWin", maxAgeDays: 365 },
} as const;

/** Consumers (A4.2). */
export const consumerQuestions = {
  buyingCriteria: {
    facet: "consumers",
    kind: "ranking",
    options: ["price", "quality", "brand", "function", "appearance", "service", "delivery", "recommendation"],
    fact: "buyingCriteria",
    maxAgeDays: 365,
  },
  highTierShare: {
    facet: "consumers",
    kind: "number",
    unit: "share",
    min: "0",
    max: "1",
    fact: "highTierShare",
    maxAgeDays: 400,
  },
  middleTierShare: {
    facet: "consumers",
    kind: "number",
    unit: "share",
    min: "0",
    max: "1",
    fact: "middleTierShare",
    maxAgeDays: 400,
  },
  lowTierShare: {
    facet: "consumers",
    kind: "number",
    unit: "share",
    min: "0",
    max: "1",
    fact: "lowTierShare",
    maxAgeDays: 400,
  },
} as const;
