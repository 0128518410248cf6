import type { ExperienceWarningRule } from "./rule.js";

const CHANGE = { kind: "level", persist: 2, within: 730 } as const;

/**
 * The rules that `experienceWarnings` goes by unless told. Each wants the sign on two days within two years, and (own specifications apart, which
 * appear out of nothing) the opposite before: a client that always bought so doesn't change. Order is that of the warnings of one day.
 */
export const EXPERIENCE_WARNING_RULES: readonly ExperienceWarningRule[] = [
  {
    ...CHANGE,
    code: "purchasing-takes-over",
    handbook: "B2.1",
    signal: "decisionMakers",
    after: ["senior-management"],
    to: ["mixed", "purchasing-experts"],
  },
  {
    ...CHANGE,
    code: "application-interest-drops",
    handbook: "B2.8",
    signal: "newApplications",
    after: ["high"],
    to: ["moderate", "falling"],
  },
  {
    ...CHANGE,
    code: "price-only-subject",
    handbook: "B2.2",
    signal: "buyingCriteria",
    after: ["application-support", "mixed"],
    to: ["price-performance"],
  },
  {
    ...CHANGE,
    code: "orders-unbundled",
    handbook: "B2.3",
    signal: "buyingManner",
    after: ["whole-system"],
    to: ["partly-split", "unbundled"],
  },
  {
    ...CHANGE,
    code: "own-specifications",
    handbook: "B2.5",
    signal: "guidance",
    after: [],
    to: ["little"],
    sources: ["specification"],
  },
  { kind: "first-contact", code: "first-contact-withdraws", handbook: "B2.1", persist: 2, within: 730 },
  {
    ...CHANGE,
    code: "decision-time-collapses",
    handbook: "B2.4",
    signal: "decisionTime",
    after: ["long"],
    to: ["short"],
  },
];
