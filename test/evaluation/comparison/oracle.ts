import { type Evaluation, evaluate, type Facts, type Scorecard } from "keyaccount";

/** A fraction, not in lowest terms; `d > 0`. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const add = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.d + b.n * a.d, a.d * b.d);
const reduced = (n: bigint, d: bigint): Fraction => {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? { n: 0n, d: 1n } : { n: n / a, d: d / a };
};

/** The exact fraction that a number prints. */
export function fraction(value: number, scale: number): bigint {
  const [whole = "0", decimals = ""] = value.toFixed(scale).split(".");
  return BigInt(whole + decimals);
}

/** A world between before and after: for each cause whether it has come. */
export type World = (come: ReadonlySet<string>) => {
  readonly card: Scorecard;
  readonly facts: Facts;
  readonly asOf?: string;
};

/** The unrounded score of a world in ticks, by nothing but what `evaluate` prints; `null` for none. */
function valueOf({ score, points, weight, total, scale }: Evaluation): Fraction | null {
  if (score === null) return null;
  return reduced(fraction(total, scale) * fraction(points, scale), fraction(weight, scale));
}

/** The Shapley value by its definition: the mean of the marginal contributions over all sets of the other causes. `null` where some world has no score. */
export function bruteForce(causes: readonly string[], world: World): Map<string, Fraction> | null {
  const values = new Map<number, Fraction>();
  for (let mask = 0; mask < 2 ** causes.length; mask += 1) {
    const { card, facts, asOf } = world(new Set(causes.filter((_, bit) => (mask >> bit) % 2 === 1)));
    const value = valueOf(evaluate(card, facts as never, { asOf }));
    if (value === null) return null;
    values.set(mask, value);
  }
  const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
  const all = factorial(causes.length);
  return new Map(
    causes.map((cause, bit) => {
      let part: Fraction = { n: 0n, d: 1n };
      for (const [mask, value] of values) {
        const isIn = (mask >> bit) % 2 === 1;
        const size = causes.filter((_, other) => other !== bit && (mask >> other) % 2 === 1).length;
        const weight = factorial(size) * factorial(causes.length - 1 - size);
        part = add(part, reduced((isIn ? 1n : -1n) * weight * value.n, all * value.d));
      }
      return [cause, part] as const;
    }),
  );
}

/** Whole ticks that sum to the target: cut, then by the largest remainder in the direction of the rest. */
export function rounded(target: bigint, parts: ReadonlyMap<string, Fraction>): Map<string, bigint> {
  const ticks = new Map([...parts].map(([key, { n, d }]) => [key, n / d]));
  let rest = [...ticks.values()].reduce((left, tick) => left - tick, target);
  const sign = rest < 0n ? -1n : 1n;
  const abs = (value: bigint): bigint => (value < 0n ? -value : value);
  const less = (a: Fraction, b: Fraction): number => {
    const [left, right] = [a.n * b.d, b.n * a.d];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  const order = [...parts]
    .filter(([, { n }]) => n !== 0n)
    .sort(
      ([keyA, a], [keyB, b]) =>
        less({ n: sign * (b.n % b.d), d: b.d }, { n: sign * (a.n % a.d), d: a.d }) ||
        less({ n: abs(b.n), d: b.d }, { n: abs(a.n), d: a.d }) ||
        (keyA < keyB ? -1 : 1),
    );
  for (let turn = 0; rest !== 0n; turn += 1) {
    const key = order[turn % order.length]?.[0] ?? "";
    ticks.set(key, (ticks.get(key) ?? 0n) + sign);
    rest -= sign;
  }
  return ticks;
}
