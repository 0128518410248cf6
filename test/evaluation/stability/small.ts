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

/** Cards of few ticks, graded closely around a client's score, with the facts of that client and of another one. */
export const closelyJudged: fc.Arbitrary<{ card: Scorecard; facts: Facts; other: Facts }> = fc
  .record({
    one: judged(),
    scale: fc.integer({ min: 0, max: 2 }),
    up: fc.integer({ min: 1, max: 8 }),
    down: fc.integer({ min: 0, max: 8 }),
    changed: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ one, scale, up, down, changed }) => {
    const plain = smaller(one.card, scale, [0, -1]);
    const score = plain === undefined ? null : evaluate(plain, one.facts).score;
    if (score === null) return undefined;
    const at = (ticks: number): number => Math.round(score * 10 ** scale + ticks) / 10 ** scale;
    const card = smaller(one.card, scale, [at(up), at(-down)]);
    if (card === undefined || Number(card.total) * 10 ** scale > 60) return undefined;
    return { card, facts: one.facts, other: otherFacts(card, one.facts, changed) };
  })
  .filter((drawn) => drawn !== undefined);

/** A client that differs from another in some of its facts. */
function otherFacts({ indicators }: Scorecard, facts: Facts, changed: readonly boolean[]): Facts {
  const entries = Object.entries(indicators).map(([id, indicator], index) => {
    const fact = facts[id];
    if (changed[index] !== true) return [id, fact];
    if (indicator.kind === "flag") return [id, fact !== true];
    if (indicator.kind === "choice") return [id, fact === "some" ? "all" : "some"];
    if (indicator.kind === "rating") return [id, typeof fact === "number" && fact > 3 ? fact - 1.5 : 4];
    if (indicator.kind === "share") return [id, typeof fact === "number" && fact > 0.5 ? fact - 0.25 : 0.7];
    return [id, typeof fact === "number" ? fact * 0.8 : 2.5];
  });
  return Object.fromEntries(entries) as Facts;
}
