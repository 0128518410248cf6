import { blockLabels, highest, type Problem } from "./block.js";
import { type Bound, boundOf } from "./bound.js";
import { cheapened, type Priced } from "./cheapen.js";
import { combine, type Label, NOTHING, pickedBy, type Rules } from "./label.js";

/** The option of each changed item, or none where nothing adds enough; not proven where the search gave up. */
export interface Solution {
  readonly picked: ReadonlyMap<number, number> | null;
  readonly isProven: boolean;
}

/** How many pairs of labels a search may look at before it gives up proving. */
const MOST_PAIRS = 2_000_000;
/** Shares of the gap between bound and best known solution that are searched, one after the other. */
const WINDOWS = [1 / 256, 1 / 32, 1 / 4, 1];

/**
 * The cheapest solution, of equally cheap ones the one that adds most. Dynamic programming over labels,
 * which leaves out what is outdone and what lies too far above the bound (cf. Pisinger 1995, A minimal algorithm for the multiple-choice
 * knapsack problem).
 */
export function solve(problem: Problem): Solution {
  const budget = { left: MOST_PAIRS };
  const top = highest(problem, budget);
  if (top === null || top.gain < problem.needed) return { picked: null, isProven: budget.left >= 0 };
  const bound = boundOf(problem);
  let best: Priced = cheapened(problem, pickedBy(top));
  for (const share of WINDOWS) {
    const window = windowOf(bound, Number(best.price), share);
    const found = search({ ...problem, blocks: bound.blocks }, { window, mustChange: problem.mustChange, budget });
    if (found === "spent") return { picked: best.picked, isProven: false };
    if (found !== null && found.price <= best.price) best = { price: found.price, picked: pickedBy(found) };
    if (found !== null && Number(found.price) <= bound.price + window) break;
  }
  return { picked: best.picked, isProven: true };
}

function windowOf({ price, slack }: Bound, best: number, share: number): number {
  const gap = (best - price) * share;
  return Number.isFinite(gap) ? Math.max(gap, 0) + 2 * slack : Infinity;
}

function search({ blocks, needed, mustChange }: Problem, rules: Rules): Label | "spent" | null {
  let labels: Label[] = [NOTHING];
  for (const block of blocks) {
    const own = blockLabels(block, rules);
    const next = own === null ? null : combine(labels, own, rules);
    if (next === null) return "spent";
    labels = next;
  }
  return labels.find(({ gain, price }) => gain >= needed && !(mustChange && price === 0n)) ?? null;
}
