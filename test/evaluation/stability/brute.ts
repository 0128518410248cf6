import { evaluate, type Facts, isKeyAccountError, reweigh, type Scorecard } from "keyaccount";

/** Weights in ticks by largest remainder, apart from the package's code: quotas as exact fractions over `sum`. */
function rescaled(weights: readonly number[], index: number, moved: number, total: number): number[] | null {
  const rest = total - moved;
  const others = weights.map((weight, place) => ({ weight, place })).filter(({ place }) => place !== index);
  const sum = others.reduce((all, { weight }) => all + weight, 0);
  const parts = others.map(({ weight, place }) => ({
    place,
    whole: Math.floor((weight * rest) / sum),
    remainder: (weight * rest) % sum,
  }));
  let left = rest - parts.reduce((all, { whole }) => all + whole, 0);
  for (const part of [...parts].sort((a, b) => b.remainder - a.remainder || a.place - b.place)) {
    if (left <= 0) break;
    part.whole += 1;
    left -= 1;
  }
  const all = weights.map((_, place) => parts.find((part) => part.place === place)?.whole ?? moved);
  return all.every((weight) => weight > 0) ? all : null;
}

/** The first step, by reweighing and evaluating at every tick, at which something holds; `null` for none. */
export function bruteForce<T extends object>(
  card: Scorecard,
  index: number,
  sign: -1 | 1,
  at: (reweighed: Scorecard) => T | null,
): (T & { readonly by: number; readonly weights: Readonly<Record<string, number>> }) | null {
  const unit = 10 ** card.scale;
  const ids = Object.keys(card.indicators);
  const weights = ids.map((id) => Math.round(Number(card.indicators[id]?.weight) * unit));
  const total = weights.reduce((all, weight) => all + weight, 0);
  for (let steps = 1; ids.length > 1; steps += 1) {
    const moved = (weights[index] ?? 0) + sign * steps;
    if (moved < 1 || moved >= total) return null;
    const ticks = rescaled(weights, index, moved, total);
    if (ticks === null) continue;
    const named = Object.fromEntries(ids.map((id, place) => [id, (ticks[place] ?? 0) / unit]));
    const reweighed = tryReweigh(card, named);
    const found = reweighed && at(reweighed);
    if (found !== null) return { ...found, by: (sign * steps) / unit, weights: named };
  }
  return null;
}

function tryReweigh(card: Scorecard, weights: Readonly<Record<string, number>>): Scorecard | null {
  try {
    return reweigh(card, weights);
  } catch (error) {
    if (isKeyAccountError(error)) return null;
    throw error;
  }
}

/** Another grade than today's. */
export function flipAt(facts: Facts, today: string | null) {
  return (card: Scorecard): { grade: string; score: number } | null => {
    const { grade, score } = evaluate(card, facts);
    return grade === today || grade === null || score === null ? null : { grade, score };
  };
}

/** Two clients' order turned round or, where they are equal today, any difference. */
export function swapAt(facts: Facts, other: Facts, gap: number) {
  return (card: Scorecard): { score: number; against: number } | null => {
    const [score, against] = [evaluate(card, facts).score, evaluate(card, other).score];
    if (score === null || against === null) return null;
    const isSwapped = gap > 0 ? score < against : gap < 0 ? score > against : score !== against;
    return isSwapped && Number.isFinite(gap) ? { score, against } : null;
  };
}
