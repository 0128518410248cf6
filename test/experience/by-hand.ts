/** Whole numbers in the proportion of generalist : in transition : specialist; their sum is what they are parts of. */
export type Parts = readonly [generalist: bigint, transition: bigint, specialist: bigint];
/** A month with evidence: how many months after the one before, and of each level seen the likelihoods in hundredths. */
export type Step = readonly [month: string, after: number, ...likelihoods: (readonly [number, number, number])[]];

/** 0.5, 0.3, 0.2. */
const PRIOR: Parts = [5n, 3n, 2n];

/** One month without evidence, in hundred-thousandths: 0.97 0.0295 0.0005, 0.01 0.965 0.025, 0.00005 0.00995 0.99. */
function month([g, t, s]: Parts): Parts {
  return [97_000n * g + 1_000n * t + 5n * s, 2_950n * g + 96_500n * t + 995n * s, 50n * g + 2_500n * t + 99_000n * s];
}

/** The handbook's filter as a pupil does it: fractions all the way, never rounded, never divided. */
export function exactly(steps: readonly Step[]): Parts[] {
  const found: Parts[] = [];
  let parts = PRIOR;
  for (const [, after, ...likelihoods] of steps) {
    for (let count = 0; count < after; count += 1) parts = month(parts);
    for (const [g, t, s] of likelihoods) parts = [parts[0] * BigInt(g), parts[1] * BigInt(t), parts[2] * BigInt(s)];
    found.push(parts);
  }
  return found;
}

/** To four decimals, half up: of being at least in transition, and of being a specialist; the rest are differences. */
export function byHand(steps: readonly Step[]): (readonly [string, number, number, number])[] {
  return exactly(steps).map(([g, t, s], index) => {
    const rounded = (part: bigint): number => Number((part * 20_000n + g + t + s) / ((g + t + s) * 2n));
    const [beyond, last] = [rounded(t + s), rounded(s)];
    return [steps[index]?.[0] ?? "", (10_000 - beyond) / 10_000, (beyond - last) / 10_000, last / 10_000];
  });
}

/** Divided by what all three have in common: the fractions in lowest terms. */
export function lowest([g, t, s]: Parts): Parts {
  const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b));
  const divisor = common(common(g, t), s);
  return [g / divisor, t / divisor, s / divisor];
}
