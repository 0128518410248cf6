import type { ExperienceWarningRule } from "./rule.js";

/**
 * The rules that `experienceWarnings` goes by unless told. Each wants the sign on two days within two years, and (own specifications apart, which
 * appear out of nothing) a level nearer to the generalist before, be it the middle one, which must be seen on two days in a row too: a client that always bought so doesn't change, and a single slip of it is no beginning. The last one is B2.9 word for word: the first two at
 * the same time. Order is that of the warnings of one day.
 */
export const EXPERIENCE_WARNING_RULES: readonly ExperienceWarningRule[] = [
  {
    kind: "level",
    persist: 2,
    within: 730,
    code: "purchasing-takes-over",
    handbook: "B2.1",
    signal: "decisionMakers",
    after: ["senior-management", "mixed"],
    lasting: ["mixed"],
    to: ["mixed", "purchasing-experts"],
  },
  {
    kind: "level",
    persist: 2,
    within: 730,
    code: "application-interest-drops",
    handbook: "B2.8",
    signal: "newApplications",
    after: ["high", "moderate"],
    lasting: ["moderate"],
    to: ["moderate", "falling"],
  },
  {
    kind: "level",
    persist: 2,
    within: 730,
    code: "price-only-subject",
    handbook: "B2.2",
    signal: "buyingCriteria",
    after: ["application-support", "mixed"],
    lasting: ["mixed"],
    to: ["price-performance"],
  },
  {
    kind: "level",
    persist: 2,
    within: 730,
    code: "orders-unbundled",
    handbook: "B2.3",
    signal: "buyingManner",
    after: ["whole-system", "partly-split"],
    lasting: ["partly-split"],
    to: ["partly-split", "unbundled"],
  },
  {
    kind: "level",
    persist: 2,
    within: 730,
    code: "own-specifications",
    handbook: "B2.5",
    signal: "guidance",
    after: [],
    to: ["little"],
    sources: ["specification"],
  },
  { kind: "first-contact", code: "first-contact-withdraws", handbook: "B2.1", persist: 2, within: 730 },
  {
    kind: "level",
    persist: 2,
    within: 730,
    code: "decision-time-collapses",
    handbook: "B2.4",
    signal: "decisionTime",
    after: ["long", "medium"],
    lasting: ["medium"],
    to: ["short"],
  },
  {
    kind: "join",
    code: "purchasing-up-interest-down",
    handbook: "B2.9",
    joins: ["purchasing-takes-over", "application-interest-drops"],
    within: 730,
  },
];
