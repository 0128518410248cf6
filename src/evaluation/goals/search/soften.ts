import type { Block, Problem } from "./block.js";
import { boundOf } from "./bound.js";
import type { Leaf } from "./label.js";
import { hullOf, relax } from "./relax.js";

const STEPS = 24;

/**
 * A problem whose changes all cost `fee` besides, so much that their number comes first, with soft prices for its bounds: no more solutions of
 * `count` changes matter, so a change may cost any fee in them; the one that bounds best (the bound is concave in it) is far lower.
 */
export function softened(problem: Problem, fee: bigint, count: number): Problem {
  const hard = Number(fee);
  if (!Number.isFinite(hard)) return problem;
  const rough = withLeaves(problem, (leaves) => [
    ...leaves.filter(({ option }) => option < 0),
    ...hullOf(leaves.filter(({ option }) => option >= 0)),
  ]);
  let [low, high] = [0, hard];
  for (let step = 0; step < STEPS; step += 1) {
    const third = (high - low) / 3;
    const [left, right] = [low + third, high - third];
    if (boundAt(rough, hard, left, count) < boundAt(rough, hard, right, count)) low = left;
    else high = right;
  }
  return withFee(problem, hard, (low + high) / 2);
}

function boundAt(problem: Problem, hard: number, fee: number, count: number): number {
  const soft = withFee(problem, hard, fee);
  return boundOf(soft, relax(soft, hullOf)).price - fee * count;
}

function withFee(problem: Problem, hard: number, fee: number): Problem {
  return withLeaves(problem, (leaves) =>
    leaves.map((one) =>
      one.option < 0 ? one : { ...one, floats: { ...one.floats, price: one.floats.price - hard + fee } },
    ),
  );
}

function withLeaves(problem: Problem, change: (leaves: readonly Leaf[]) => readonly Leaf[]): Problem {
  const blocks = problem.blocks.map(({ cap, items }): Block => ({ cap, items: items.map(change) }));
  return { ...problem, blocks };
}

/** The problem of the fewest changes alone: each item stays or becomes what adds most, the last of its leaves. */
export function countOnly(problem: Problem): Problem {
  return withLeaves(problem, (leaves) => {
    const most = leaves.findLast(({ option }) => option >= 0);
    const stays = leaves.filter(({ option }) => option < 0);
    return most === undefined ? stays : [...stays, { ...most, price: 1n, floats: { ...most.floats, price: 1 } }];
  });
}
