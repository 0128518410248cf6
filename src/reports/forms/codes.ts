import {
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
} from "../../ground/vocabulary.js";

/** {@link ATTITUDES} */
export const attitude: { type: "code"; list: string; codes: typeof ATTITUDES } = {
  type: "code",
  list: "attitudes",
  codes: ATTITUDES,
};

/** {@link CONTACT_WAYS} */
export const contactWay: { type: "code"; list: string; open: true; codes: typeof CONTACT_WAYS } = {
  type: "code",
  list: "contactWays",
  open: true,
  codes: CONTACT_WAYS,
};

/** {@link VISIT_MANNERS} */
export const visitManner: { type: "code"; list: string; open: true; codes: typeof VISIT_MANNERS } = {
  type: "code",
  list: "visitManners",
  open: true,
  codes: VISIT_MANNERS,
};

/** {@link VISIT_FOCUSES} */
export const visitFocus: { type: "code"; list: string; codes: typeof VISIT_FOCUSES } = {
  type: "code",
  list: "visitFocuses",
  codes: VISIT_FOCUSES,
};

/** {@link ACTIVITY_KINDS} */
export const activityKind: { type: "code"; list: string; open: true; codes: typeof ACTIVITY_KINDS } = {
  type: "code",
  list: "activityKinds",
  open: true,
  codes: ACTIVITY_KINDS,
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
  codes: ACTIVITY_PURPOSES,
};

/** {@link DEVELOPMENT_STEPS} */
export const developmentStep: { type: "code"; list: string; open: true; codes: typeof DEVELOPMENT_STEPS } = {
  type: "code",
  list: "developmentSteps",
  open: true,
  codes: DEVELOPMENT_STEPS,
};

/** {@link VISIT_OUTCOMES} */
export const visitOutcome: { type: "code"; list: string; codes: typeof VISIT_OUTCOMES } = {
  type: "code",
  list: "visitOutcomes",
  codes: VISIT_OUTCOMES,
};

/** {@link FAILURE_CAUSES} */
export const failureCauses: { type: "code"; list: string; open: true; many: true; codes: typeof FAILURE_CAUSES } = {
  type: "code",
  list: "failureCauses",
  open: true,
  many: true,
  codes: FAILURE_CAUSES,
};

/** {@link TARGET_CLASSES} */
export const targetClass: { type: "code"; list: string; codes: typeof TARGET_CLASSES } = {
  type: "code",
  list: "targetClasses",
  codes: TARGET_CLASSES,
};

/** {@link LEVELS} */
export const level: { type: "code"; list: string; open: true; codes: typeof LEVELS } = {
  type: "code",
  list: "levels",
  open: true,
  codes: LEVELS,
};

/** {@link LEAD_SOURCES} */
export const leadSource: { type: "code"; list: string; open: true; codes: typeof LEAD_SOURCES } = {
  type: "code",
  list: "leadSources",
  open: true,
  codes: LEAD_SOURCES,
};
