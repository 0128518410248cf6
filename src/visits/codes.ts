import type {
  AppointmentWay,
  Attitude,
  ClientKind,
  ContactWay,
  DevelopmentStep,
  FailureCause,
  HostCode,
  MilestoneCode,
  PurchaseRole,
  VisitFocus,
  VisitManner,
  VisitOutcome,
  VisitTopic,
} from "../models/vocabulary.js";

/** Each code of a list once; one that is missing doesn't compile. */
type Each<C extends string> = { readonly [K in Exclude<C, HostCode>]: true };

const WAYS: Each<ContactWay> = {
  visit: true,
  presentation: true,
  "mailed-material": true,
  letter: true,
  phone: true,
  "e-mail": true,
  fax: true,
};
const APPOINTED_BY: Each<AppointmentWay> = { phone: true, fax: true, letter: true };
const MANNERS: Each<VisitManner> = { "single-level": true, "multi-level-joint": true, "multi-level-superior": true };
const FOCUSES: Each<VisitFocus> = { impression: true, listening: true, deepening: true, negotiation: true };
const ATTITUDES: Each<Attitude> = { warm: true, neutral: true, cold: true };
const OUTCOMES: Each<VisitOutcome> = { good: true, open: true, "no-result": true };
const CAUSES: Each<FailureCause> = {
  "need-not-met": true,
  mismatch: true,
  "client-obstacles": true,
  "bound-to-rival": true,
};
const STEPS: Each<DevelopmentStep> = {
  "first-contact": true,
  "product-explanation": true,
  demonstration: true,
  proposal: true,
  signing: true,
};
const TOPICS: Each<VisitTopic> = {
  "new-applications": true,
  "application-support": true,
  technology: true,
  reputation: true,
  "complete-system": true,
  price: true,
  "price-performance": true,
  delivery: true,
  other: true,
};
const MILESTONES: Each<MilestoneCode> = {
  planning: true,
  visit: true,
  approval: true,
  "deep-contact": true,
  solution: true,
  bid: true,
  contract: true,
  delivery: true,
};
const KINDS: Each<ClientKind> = { dealer: true, distributor: true, "key-account": true, "end-user": true };
const ROLES: Each<PurchaseRole> = {
  "final-approval": true,
  decision: true,
  evaluation: true,
  "end-user": true,
  decider: true,
  user: true,
  influencer: true,
  buyer: true,
  initiator: true,
};

/** The codes of each list of the models' vocabulary that visits are read by; the models themselves would load zod. */
interface Codes {
  readonly ways: Exclude<ContactWay, HostCode>;
  readonly appointmentWays: Exclude<AppointmentWay, HostCode>;
  readonly manners: Exclude<VisitManner, HostCode>;
  readonly focuses: VisitFocus;
  readonly attitudes: Attitude;
  readonly outcomes: VisitOutcome;
  readonly causes: Exclude<FailureCause, HostCode>;
  readonly steps: Exclude<DevelopmentStep, HostCode>;
  readonly topics: Exclude<VisitTopic, HostCode>;
  readonly milestones: MilestoneCode;
  readonly kinds: ClientKind;
  readonly roles: PurchaseRole;
}

const LISTS: { readonly [L in keyof Codes]: Each<Codes[L]> } = {
  ways: WAYS,
  appointmentWays: APPOINTED_BY,
  manners: MANNERS,
  focuses: FOCUSES,
  attitudes: ATTITUDES,
  outcomes: OUTCOMES,
  causes: CAUSES,
  steps: STEPS,
  topics: TOPICS,
  milestones: MILESTONES,
  kinds: KINDS,
  roles: ROLES,
};

/** The codes of a list, in its order. */
export function codesOf<L extends keyof Codes>(list: L): Codes[L][] {
  return Object.keys(LISTS[list]) as Codes[L][];
}
