/**
 * A code that a host adds to one of the open lists: `x-` and then lower-case letters, digits and hyphens, as in
 * `"x-trade-fair"`. No later version of this package will use such a code for something else.
 */
export type HostCode = `x-${string}`;

/** What a client is to us. */
export const CLIENT_KINDS = ["dealer", "distributor", "key-account", "end-user"] as const;
/** What a client is to us: one that sells on (dealer, distributor), a key account, or a user of what it buys. */
export type ClientKind = (typeof CLIENT_KINDS)[number];

/** The first judgement of a target client's class (A5.2). */
export const TARGET_CLASSES = ["core-dealer", "ordinary-dealer", "distributor"] as const;
/** Core dealer 核心经销商, ordinary dealer 一般经销商 or distributor 分销商 (A5.2). */
export type TargetClass = (typeof TARGET_CLASSES)[number];

/** Levels by rank in the industry's sales and profit (E4.7). */
export const LEVELS = ["A", "B", "C", "D"] as const;
/** A level (E4.7): A and B are visited, C and D followed by phone. */
export type Level = (typeof LEVELS)[number];

/** What part a person plays in buying (E5.1, E4.5). */
export const PURCHASE_ROLES = [
  "final-approval",
  "decision",
  "evaluation",
  "end-user",
  "decider",
  "user",
  "influencer",
  "buyer",
  "initiator",
] as const;
/** What part a person plays in buying: the four of E5.1, then the five of E4.5. */
export type PurchaseRole = (typeof PURCHASE_ROLES)[number];

/** How open a person is to what is new (E5.2). */
export const INNOVATION_ATTITUDES = ["innovator", "visionary", "pragmatist", "conservative", "laggard"] as const;
/** How open a person is to what is new (E5.2), from the most to the least. */
export type InnovationAttitude = (typeof INNOVATION_ATTITUDES)[number];

/** Whether a person wants our project (E5.3). */
export const SUPPORTS = ["champion", "supporter", "neutral", "non-supporter", "opponent"] as const;
/** Whether a person wants our project (E5.3), from the most to the least. */
export type Support = (typeof SUPPORTS)[number];

/** How deep our relation with a person is (E5.4). */
export const RELATION_DEPTHS = ["none", "brief", "regular", "deep"] as const;
/** How deep our relation with a person is (E5.4), from the least to the most. */
export type RelationDepth = (typeof RELATION_DEPTHS)[number];

/** How much weight a person's word has (E5.5). */
export const INFLUENCES = ["high", "medium", "low"] as const;
/** How much weight a person's word has in the client's decision (E5.5), from the most to the least. */
export type Influence = (typeof INFLUENCES)[number];

/** How warm the client was at a contact (D5.3). */
export const ATTITUDES = ["warm", "neutral", "cold"] as const;
/** How warm the client was at a contact (D5.3). */
export type Attitude = (typeof ATTITUDES)[number];

/** Ways to make contact (D3, D3.4, A6.3). */
export const CONTACT_WAYS = ["visit", "presentation", "mailed-material", "letter", "phone", "e-mail", "fax"] as const;
/** A way to make contact: visit, invitation to a presentation, material by mail (D3), letter, phone, e-mail (D3.4), fax. */
export type ContactWay = (typeof CONTACT_WAYS)[number] | HostCode;

/** Ways to make an appointment (A6.3). */
export const APPOINTMENT_WAYS = ["phone", "fax", "letter"] as const;
/** A way to make an appointment (A6.3). */
export type AppointmentWay = (typeof APPOINTMENT_WAYS)[number] | HostCode;

/** Manners of visiting (A6.2). */
export const VISIT_MANNERS = ["single-level", "multi-level-joint", "multi-level-superior"] as const;
/**
 * The manner of a visit (A6.2): by the sales manager alone, by the manager together with the manager's superior, or by the
 * superior. Large, demanding, capable clients get multi-level visits.
 */
export type VisitManner = (typeof VISIT_MANNERS)[number] | HostCode;

/** Focus of a visit by the four-step method (A8.4). */
export const VISIT_FOCUSES = ["impression", "listening", "deepening", "negotiation"] as const;
/**
 * The one focus of a visit by the four-step method 四步法 (A8.4): leave a good impression and collect basics; listen and
 * explore; go deeper and show will; negotiate terms.
 */
export type VisitFocus = (typeof VISIT_FOCUSES)[number];

/** What a contact is (E7.4). */
export const ACTIVITY_KINDS = [
  "sales-visit",
  "technical-talk",
  "project-exchange",
  "demonstration",
  "executive-visit",
  "site-inspection",
  "negotiation",
] as const;
/** What a contact is (E7.4). */
export type ActivityKind = (typeof ACTIVITY_KINDS)[number] | HostCode;

/** What a contact serves (E7.4). */
export const ACTIVITY_PURPOSES = ["win-trust", "learn", "strengthen-position", "advance-project"] as const;
/** What a contact serves (E7.4). An activity that serves none is waste. */
export type ActivityPurpose = (typeof ACTIVITY_PURPOSES)[number] | HostCode;

/** How far the development of an account has come (D5.3). */
export const DEVELOPMENT_STEPS = [
  "first-contact",
  "product-explanation",
  "demonstration",
  "proposal",
  "signing",
] as const;
/** How far the development of an account has come (D5.3), in order. */
export type DevelopmentStep = (typeof DEVELOPMENT_STEPS)[number] | HostCode;

/** How a visit went (A6.6). */
export const VISIT_OUTCOMES = ["good", "open", "no-result"] as const;
/** How a visit went (A6.6): good → open the archive and follow up; no result → analyse why; open: too early to say. */
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** What a visit can be about (B2.2, B2.8). */
export const VISIT_TOPICS = [
  "new-applications",
  "application-support",
  "technology",
  "reputation",
  "complete-system",
  "price",
  "price-performance",
  "delivery",
  "other",
] as const;
/** What a visit was about (B2.2, B2.8): what tells how experienced the client is, and `other`. */
export type VisitTopic = (typeof VISIT_TOPICS)[number] | HostCode;

/** Causes of failure (A6.7 a–d). */
export const FAILURE_CAUSES = ["need-not-met", "mismatch", "client-obstacles", "bound-to-rival"] as const;
/**
 * A cause of failure (A6.7): (a) product, service or policy doesn't meet the need; (b) mismatch in size or philosophy; (c)
 * client short of funds or obstacles on its side; (d) interested but bound to a rival.
 */
export type FailureCause = (typeof FAILURE_CAUSES)[number] | HostCode;

/** Where leads come from (E9.1). */
export const LEAD_SOURCES = [
  "project-site",
  "client-site",
  "search",
  "industry-news",
  "trade-paper",
  "magazine",
  "local-paper",
  "client-referral",
  "client-project-list",
  "other-sellers",
  "yearly-report",
] as const;
/** Where a lead comes from (E9.1). */
export type LeadSource = (typeof LEAD_SOURCES)[number] | HostCode;

/** How much a lead's industry matters to us (E9.1). */
export const INDUSTRY_RANKS = ["main", "secondary", "other"] as const;
/** How much an industry matters to us (E9.1): main → attack, secondary → choose, other → take what comes. */
export type IndustryRank = (typeof INDUSTRY_RANKS)[number];

/** The milestones E9.1 … E9.8, in order. */
export const MILESTONES = [
  "planning",
  "visit",
  "approval",
  "deep-contact",
  "solution",
  "bid",
  "contract",
  "delivery",
] as const;
/** A milestone of the key-account process: E9.1 planning … E9.8 delivery. */
export type MilestoneCode = (typeof MILESTONES)[number];

/** What can be the case with a work standard (E9.9). */
export const STANDARD_STATUSES = ["unmet", "met", "withdrawn", "overridden"] as const;
/** What is the case with a work standard (E9.9): withdrawn was met once; overridden counts as passed and stays visible. */
export type StandardStatus = (typeof STANDARD_STATUSES)[number];

/** How a client feels about brands (E4.1). */
export const BRAND_LOYALTIES = ["loyal", "switcher", "none"] as const;
/** How a client feels about brands (E4.1). */
export type BrandLoyalty = (typeof BRAND_LOYALTIES)[number];

/** The four relations of trust (E6.1). */
export const TRUST_RELATIONS = ["outsider", "friend", "supplier", "partner"] as const;
/** What we are to the client (E6.1): outsider 局外人, friend 朋友, supplier 供应商 or partner 合作伙伴. */
export type TrustRelation = (typeof TRUST_RELATIONS)[number];

/** Whether a dealer carries big makers' products (A7.1). */
export const MAJOR_BRANDS = ["none", "some", "exclusive"] as const;
/** Whether a dealer carries big makers' products (A7.1): none, some, or one with sole rights for its area. */
export type MajorBrands = (typeof MAJOR_BRANDS)[number];

/** How a client has paid (A7.2). */
export const CREDIT_RECORDS = ["prompt", "minor-delays", "repeated-delays", "defaulted"] as const;
/** How a client has paid in the last two years (A7.2); minor delays stay within 30 days. */
export type CreditRecord = (typeof CREDIT_RECORDS)[number];

/** Who gives after-sales service at a dealer (A7.4). */
export const AFTER_SALES = ["none", "with-maker", "own-team"] as const;
/** Who gives after-sales service at a dealer (A7.4): nobody, the maker's people, or a team of its own. */
export type AfterSales = (typeof AFTER_SALES)[number];

/** What the loss of a client would mean to us (E2.2). */
export const LOSS_IMPACTS = ["replaceable", "noticeable", "serious"] as const;
/** What the loss of a client would mean (E2.2): replaced within a quarter, felt for a year, or a threat to the plan. */
export type LossImpact = (typeof LOSS_IMPACTS)[number];

/** Phases of a client (E4.9). */
export const CLIENT_PHASES = ["producing", "incubating", "potential"] as const;
/** The phase of a client (E4.9): producing 产出, incubating 孵化 or potential 潜在. */
export type ClientPhase = (typeof CLIENT_PHASES)[number];
