import type { ExperienceModel, HandbookSignals } from "./model.js";

/**
 * The data of the handbook's model: what `classifyExperience` goes by unless told otherwise. `keyaccount/handbook` has it checked and frozen,
 * with the reasons for its numbers. Everything here is a literal, so that nothing runs when the package is loaded.
 */
export const HANDBOOK_MODEL: ExperienceModel<HandbookSignals> = {
  v: 1,
  id: "experience",
  version: "1",
  period: { unit: "month", every: 1 },
  signals: {
    decisionMakers: {
      handbook: "B2.1",
      levels: ["senior-management", "mixed", "purchasing-experts"],
      likelihoods: {
        generalist: { "senior-management": "0.75", mixed: "0.2", "purchasing-experts": "0.05" },
        "in-transition": { "senior-management": "0.3", mixed: "0.45", "purchasing-experts": "0.25" },
        specialist: { "senior-management": "0.05", mixed: "0.25", "purchasing-experts": "0.7" },
      },
      silentWhenInterwoven: false,
    },
    buyingCriteria: {
      handbook: "B2.2",
      levels: ["application-support", "mixed", "price-performance"],
      likelihoods: {
        generalist: { "application-support": "0.65", mixed: "0.25", "price-performance": "0.1" },
        "in-transition": { "application-support": "0.3", mixed: "0.4", "price-performance": "0.3" },
        specialist: { "application-support": "0.1", mixed: "0.25", "price-performance": "0.65" },
      },
      silentWhenInterwoven: false,
    },
    buyingManner: {
      handbook: "B2.3",
      levels: ["whole-system", "partly-split", "unbundled"],
      likelihoods: {
        generalist: { "whole-system": "0.75", "partly-split": "0.2", unbundled: "0.05" },
        "in-transition": { "whole-system": "0.3", "partly-split": "0.45", unbundled: "0.25" },
        specialist: { "whole-system": "0.05", "partly-split": "0.25", unbundled: "0.7" },
      },
      silentWhenInterwoven: false,
    },
    decisionTime: {
      handbook: "B2.4",
      levels: ["long", "medium", "short"],
      likelihoods: {
        generalist: { long: "0.55", medium: "0.3", short: "0.15" },
        "in-transition": { long: "0.3", medium: "0.4", short: "0.3" },
        specialist: { long: "0.15", medium: "0.3", short: "0.55" },
      },
      silentWhenInterwoven: true,
    },
    guidance: {
      handbook: "B2.5",
      levels: ["start-to-end", "at-times", "little"],
      likelihoods: {
        generalist: { "start-to-end": "0.65", "at-times": "0.25", little: "0.1" },
        "in-transition": { "start-to-end": "0.3", "at-times": "0.4", little: "0.3" },
        specialist: { "start-to-end": "0.1", "at-times": "0.25", little: "0.65" },
      },
      silentWhenInterwoven: false,
    },
    risk: {
      handbook: "B2.6",
      levels: ["avoids", "shares", "takes"],
      likelihoods: {
        generalist: { avoids: "0.55", shares: "0.3", takes: "0.15" },
        "in-transition": { avoids: "0.3", shares: "0.4", takes: "0.3" },
        specialist: { avoids: "0.15", shares: "0.3", takes: "0.55" },
      },
      silentWhenInterwoven: false,
    },
    priceSensitivity: {
      handbook: "B2.7",
      levels: ["low", "medium", "high"],
      likelihoods: {
        generalist: { low: "0.65", medium: "0.25", high: "0.1" },
        "in-transition": { low: "0.3", medium: "0.4", high: "0.3" },
        specialist: { low: "0.1", medium: "0.25", high: "0.65" },
      },
      silentWhenInterwoven: false,
    },
    newApplications: {
      handbook: "B2.8",
      levels: ["high", "moderate", "falling"],
      likelihoods: {
        generalist: { high: "0.75", moderate: "0.2", falling: "0.05" },
        "in-transition": { high: "0.3", moderate: "0.45", falling: "0.25" },
        specialist: { high: "0.05", moderate: "0.25", falling: "0.7" },
      },
      silentWhenInterwoven: false,
    },
  },
  prior: { generalist: "0.5", "in-transition": "0.3", specialist: "0.2" },
  transitions: {
    generalist: { generalist: "0.97", "in-transition": "0.0295", specialist: "0.0005" },
    "in-transition": { generalist: "0.01", "in-transition": "0.965", specialist: "0.025" },
    specialist: { generalist: "0.00005", "in-transition": "0.00995", specialist: "0.99" },
  },
  thresholds: { enter: "0.7", leave: "0.4" },
  dwell: 2,
  evidence: { signals: 2, within: 24 },
  pace: { periods: 6, steadyBelow: "0.05" },
};
