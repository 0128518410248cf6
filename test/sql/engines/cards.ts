import { defineScorecard } from "keyaccount";

/** Lines below zero, ratios without bounds, one band, limits with two bounds, a limit that never bites. */
export const steps = defineScorecard({
  id: "steps",
  version: "1",
  scale: 2,
  groups: { held: { max: "20" } },
  indicators: {
    below: {
      kind: "interpolate",
      weight: "30",
      group: "held",
      beyond: "extend",
      knots: [
        { at: "-4", share: "-2" },
        { at: "-1", share: "-0.5" },
        { at: "2", share: "1" },
      ],
    },
    growth: { kind: "ratio", weight: "20", standard: "0.3" },
    speed: { kind: "ratio", weight: "20", standard: "7", better: "lower" },
    rounded: { kind: "ratio", weight: "20", standard: "7", better: "lower", relativeScale: 9, missing: "worst" },
    audited: { kind: "flag", weight: "2" },
    disputed: { kind: "flag", weight: "2", expect: false },
    level: { kind: "bands", weight: "6", bands: [{ from: null, share: "0.7" }], missing: "neutral" },
  },
  limits: [
    { when: { indicator: "growth", above: "0", atMost: "0.3" }, grade: "B" },
    { when: { indicator: "speed", atLeast: "7", below: "7.5" }, grade: "C" },
    { when: { indicator: "level", known: false }, grade: "B" },
    { when: { indicator: "below", atMost: "-1" }, grade: "A" },
    { when: { indicator: "audited", is: false }, grade: "B" },
    { when: { indicator: "disputed", is: true }, grade: "C" },
  ],
  grades: [
    { grade: "A", from: "50" },
    { grade: "B", from: "0" },
    { grade: "C", from: null },
  ],
});

/** Without bounds and with crooked figures: values near zero need more decimals than values far away leave room for. */
export const crooked = defineScorecard({
  id: "crooked",
  version: "1",
  scale: 6,
  missing: "neutral",
  indicators: {
    growth: { kind: "ratio", weight: "29.37", standard: "12.347" },
    margin: {
      kind: "standard-score",
      weight: "30.113",
      standard: "0.0551",
      best: "0.1583",
      max: "41.713",
      min: "7",
      clamp: false,
    },
    debt: {
      kind: "interpolate",
      weight: "20.517",
      beyond: "extend",
      knots: [
        { at: "-1234.7", share: "0.55" },
        { at: "0.402", share: "0.913" },
        { at: "0.53", share: "0.8011" },
        { at: "1234.7", share: "0.0071" },
      ],
    },
    turnover: { kind: "ratio", weight: "20", standard: "0.1234571", relativeScale: 8 },
  },
  limits: [{ when: { indicator: "growth", above: "20000000.5" }, grade: "B" }],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: null },
  ],
});
