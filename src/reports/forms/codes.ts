import type {
  ACTIVITY_KINDS,
  ACTIVITY_PURPOSES,
  ATTITUDES,
  CONTACT_WAYS,
  DEVELOPMENT_STEPS,
  FAILURE_CAUSES,
  LEAD_SOURCES,
  LEVELS,
  TARGET_CLASSES,
  VISIT_FOCUSES,
  VISIT_MANNERS,
  VISIT_OUTCOMES,
} from "../../models/vocabulary.js";

/**
 * The models' closed lists as code fields. They stand here again because loading the models loads zod; the types are the models', so that none can
 * differ from its model by a single code.
 */

/** {@link ATTITUDES} */
export const attitude: { type: "code"; list: string; codes: typeof ATTITUDES } = {
  type: "code",
  list: "attitudes",
  codes: ["warm", "neutral", "cold"],
};

/** {@link CONTACT_WAYS} */
export const contactWay: { type: "code"; list: string; open: true; codes: typeof CONTACT_WAYS } = {
  type: "code",
  list: "contactWays",
  open: true,
  codes: ["visit", "presentation", "mailed-material", "letter", "phone", "e-mail", "fax"],
};

/** {@link VISIT_MANNERS} */
export const visitManner: { type: "code"; list: string; open: true; codes: typeof VISIT_MANNERS } = {
  type: "code",
  list: "visitManners",
  open: true,
  codes: ["single-level", "multi-level-joint", "multi-level-superior"],
};

/** {@link VISIT_FOCUSES} */
export const visitFocus: { type: "code"; list: string; codes: typeof VISIT_FOCUSES } = {
  type: "code",
  list: "visitFocuses",
  codes: ["impression", "listening", "deepening", "negotiation"],
};

/** {@link ACTIVITY_KINDS} */
export const activityKind: { type: "code"; list: string; open: true; codes: typeof ACTIVITY_KINDS } = {
  type: "code",
  list: "activityKinds",
  open: true,
  codes: [
    "sales-visit",
    "technical-talk",
    "project-exchange",
    "demonstration",
    "executive-visit",
    "site-inspection",
    "negotiation",
  ],
};

/** {@link ACTIVITY_PURPOSES} */
export const activityPurposes: {
  type: "code";
  list: string;
  open: true;
  many: true;
  codes: typeof ACTIVITY_PURPOSES;
} = {
  type: "code",
  list: "activityPurposes",
  open: true,
  many: true,
  codes: ["win-trust", "learn", "strengthen-position", "advance-project"],
};

/** {@link DEVELOPMENT_STEPS} */
export const developmentStep: { type: "code"; list: string; open: true; codes: typeof DEVELOPMENT_STEPS } = {
  type: "code",
  list: "developmentSteps",
  open: true,
  codes: ["first-contact", "product-explanation", "demonstration", "proposal", "signing"],
};

/** {@link VISIT_OUTCOMES} */
export const visitOutcome: { type: "code"; list: string; codes: typeof VISIT_OUTCOMES } = {
  type: "code",
  list: "visitOutcomes",
  codes: ["good", "open", "no-result"],
};

/** {@link FAILURE_CAUSES} */
export const failureCauses: { type: "code"; list: string; open: true; many: true; codes: typeof FAILURE_CAUSES } = {
  type: "code",
  list: "failureCauses",
  open: true,
  many: true,
  codes: ["need-not-met", "mismatch", "client-obstacles", "bound-to-rival"],
};

/** {@link TARGET_CLASSES} */
export const targetClass: { type: "code"; list: string; codes: typeof TARGET_CLASSES } = {
  type: "code",
  list: "targetClasses",
  codes: ["core-dealer", "ordinary-dealer", "distributor"],
};

/** {@link LEVELS} */
export const level: { type: "code"; list: string; open: true; codes: typeof LEVELS } = {
  type: "code",
  list: "levels",
  open: true,
  codes: ["A", "B", "C", "D"],
};

/** {@link LEAD_SOURCES} */
export const leadSource: { type: "code"; list: string; open: true; codes: typeof LEAD_SOURCES } = {
  type: "code",
  list: "leadSources",
  open: true,
  codes: [
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
  ],
};
