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

/** A client that is a little better in some facts and a little worse in others, so that the two often change places. */
function otherFacts({ indicators }: Scorecard, facts: Facts, changed: readonly boolean[]): Facts {
  const entries = Object.entries(indicators).map(([id, indicator], index) => {
    const fact = facts[id];
    const up = index % 2 === 0;
    if (changed[index] !== true) return [id, fact] as const;
    if (indicator.kind === "flag") return [id, up === (indicator.expect !== false)] as const;
    if (indicator.kind === "choice") return [id, up ? "all" : "none"] as const;
    const number = typeof fact === "number" ? fact : 1;
    if (indicator.kind === "rating") return [id, up ? Math.min(5, number + 0.8) : Math.max(1, number - 0.8)] as const;
    if (indicator.kind === "share") return [id, up ? Math.min(1, number + 0.2) : Math.max(0, number - 0.2)] as const;
    return [id, number * (up ? 1.2 : 0.8)] as const;
  });
  return Object.fromEntries(entries);
}
