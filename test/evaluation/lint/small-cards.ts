import fc from "fast-check";
import type { Facts, Scorecard } from "keyaccount";
import { checkScorecard } from "../../../src/evaluation/definition/check.js";

const share = fc.constantFrom("0", "0.2", "0.5", "0.6", "1");

const indicator = fc.record({
  weight: fc.integer({ min: 1, max: 9 }),
  group: fc.constantFrom(undefined, "left"),
  kind: fc.oneof(
    fc.constant({ kind: "flag" }),
    fc.array(share, { minLength: 2, maxLength: 3 }).map((shares) => ({
      kind: "choice",
      options: Object.fromEntries(shares.map((one, index) => [`o${String(index)}`, one])),
    })),
    fc.array(share, { minLength: 2, maxLength: 3 }).map((shares) => ({
      kind: "bands",
      bands: shares.map((one, index) => ({ from: index === 0 ? null : String(index), share: one })),
    })),
  ),
});

/** Cards of a few flags, choices and bands whose grades often leave gaps. */
export const smallCards: fc.Arbitrary<Scorecard> = fc
  .record({
    drafts: fc.array(indicator, { minLength: 1, maxLength: 5 }),
    max: fc.option(fc.integer({ min: 1, max: 12 }).map(String), { nil: undefined }),
    cuts: fc.uniqueArray(fc.integer({ min: -2, max: 25 }), { minLength: 0, maxLength: 3 }),
    pick: fc.nat({ max: 8 }),
  })
  .map(({ drafts, max, cuts, pick }) => {
    const grades = ["A", "B", "C", "D"].slice(0, cuts.length + 1);
    const falling = [...cuts].sort((a, b) => b - a);
    const indicators = drafts.map(({ kind, ...rest }, index) => [`i${String(index)}`, { ...kind, ...rest }] as const);
    const when = { indicator: "i0", is: true };
    return checkScorecard({
      id: "small",
      version: "1",
      scale: 0,
      total: drafts.reduce((sum, { weight }) => sum + weight, 0),
      groups: { left: { max } },
      indicators: Object.fromEntries(indicators),
      limits: pick < 2 && drafts[0]?.kind.kind === "flag" ? [{ when, grade: grades.at(-1 - pick) ?? "A" }] : [],
      grades: grades.map((grade, place) => ({ grade, from: falling[place] ?? null })),
    }).scorecard;
  })
  .filter((card) => card !== undefined);

/** All complete facts that the answers of a small card allow. */
export function everyFacts({ indicators }: Scorecard): Facts[] {
  return Object.entries(indicators).reduce<Facts[]>(
    (all, [id, definition]) =>
      all.flatMap((facts) => answers(definition).map((answer) => ({ ...facts, [id]: answer }))),
    [{}],
  );
}

function answers(definition: Scorecard["indicators"][string]): readonly (string | number | boolean)[] {
  if (definition.kind === "flag") return [true, false];
  if (definition.kind === "choice") return Object.keys(definition.options);
  return definition.kind === "bands" ? definition.bands.map((_, index) => index) : [];
}
