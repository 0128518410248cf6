import fc from "fast-check";
import { evaluate, type Facts, type Scorecard } from "keyaccount";
import { checkScorecard } from "../../../src/evaluation/definition/check.js";
import { judged } from "../arbitrary.js";

const shrink = (value: string, by: number): string => String(Number((Number(value) / by).toFixed(9)));

/** The same card with all points divided by 10^scale, so that its total has few ticks, and with grades around a score. */
function smaller(card: Scorecard, scale: number, cuts: readonly [number, number]): Scorecard | undefined {
  const by = 10 ** scale;
  const indicators = Object.entries(card.indicators).map(([id, indicator]) => {
    const bounds =
      indicator.kind === "standard-score" ? { max: shrink(indicator.max, by), min: shrink(indicator.min, by) } : {};
    return [id, { ...indicator, ...bounds, weight: shrink(indicator.weight, by) }] as const;
  });
  const groups = Object.entries(card.groups).map(([id, { max }]) => [id, max ? { max: shrink(max, by) } : {}] as const);
  const definition = {
    ...card,
    scale,
    total: shrink(card.total, by),
    groups: Object.fromEntries(groups),
    indicators: Object.fromEntries(indicators),
    grades: [
      { grade: "A", from: String(cuts[0]) },
      { grade: "B", from: String(cuts[1]) },
      { grade: "C", from: null },
    ],
  };
  return checkScorecard(definition).scorecard;
}

/** Cards of few ticks, graded closely around a client's score. */
export const closelyJudged: fc.Arbitrary<{ card: Scorecard; facts: Facts }> = fc
  .record({
    one: judged(),
    scale: fc.integer({ min: 0, max: 2 }),
    up: fc.integer({ min: 1, max: 8 }),
    down: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ one, scale, up, down }) => {
    const plain = smaller(one.card, scale, [0, -1]);
    const score = plain === undefined ? null : evaluate(plain, one.facts).score;
    if (score === null) return undefined;
    const at = (ticks: number): number => Math.round(score * 10 ** scale + ticks) / 10 ** scale;
    const card = smaller(one.card, scale, [at(up), at(-down)]);
    if (card === undefined || Number(card.total) * 10 ** scale > 60) return undefined;
    return { card, facts: one.facts };
  })
  .filter((drawn) => drawn !== undefined);

const hundredths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 100, max: max * 100 }).map((value) => value / 100);

/** Kinds whose points are bounded, each with facts for two clients. */
const KINDS: readonly (readonly [object, fc.Arbitrary<unknown>])[] = [
  [{ kind: "share" }, hundredths(0, 1)],
  [{ kind: "rating", min: 1, max: 5 }, hundredths(1, 5)],
  [{ kind: "flag" }, fc.boolean()],
  [{ kind: "choice", options: { none: 0, some: "0.45", all: 1 } }, fc.constantFrom("none", "some", "all")],
  [{ kind: "ratio", standard: 7, cap: "1.5", floor: 0 }, hundredths(0, 12)],
  [{ kind: "standard-score", standard: 3, best: 5 }, hundredths(0, 7)],
];

const member = fc.constantFrom(...KINDS).chain(([definition, fact]) =>
  fc.record({
    definition: fc.constant(definition),
    weight: fc.integer({ min: 2, max: 14 }),
    group: fc.constantFrom(undefined, "g"),
    missing: fc.constantFrom("exclude", "worst", "neutral"),
    one: fc.option(fact, { freq: 6 }),
    other: fc.option(fact, { freq: 6 }),
  }),
);

/** Two clients of a card of few ticks, neither of which is likely to be far ahead. */
export const pairs: fc.Arbitrary<{ card: Scorecard; facts: Facts; other: Facts }> = fc
  .record({
    members: fc.array(member, { minLength: 2, maxLength: 5 }),
    max: fc.option(fc.integer({ min: 4, max: 20 })),
  })
  .map(({ members, max }) => {
    const indicators = members.map(({ definition, weight, group, missing }, index) => {
      const bounds = "standard" in definition && "best" in definition ? { max: weight * 1.3, min: weight * 0.2 } : {};
      return [`i${String(index)}`, { ...definition, ...bounds, weight, group, missing }] as const;
    });
    const card = checkScorecard({
      id: "pair",
      version: "1",
      scale: 0,
      total: members.reduce((sum, { weight }) => sum + weight, 0),
      groups: { g: max === null ? {} : { max } },
      indicators: Object.fromEntries(indicators),
      grades: [{ grade: "A", from: null }],
    }).scorecard;
    const factsOf = (client: "one" | "other"): Facts =>
      Object.fromEntries(members.map((drawn, index) => [`i${String(index)}`, drawn[client]])) as Facts;
    return card && { card, facts: factsOf("one"), other: factsOf("other") };
  })
  .filter((drawn) => drawn !== undefined);
