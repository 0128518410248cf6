import type { Matrix } from "../matrix.js";

/** Comparisons that all rounds together may take: about a second. */
const WORK = 300_000_000;
const MOST_ROUNDS = 200;
const PATIENCE = 8;

/**
 * A lower bound on all days together, in whole units. Take one of its two legs at the start from every day, and a spanning tree of all places is
 * left: so no plan is shorter than the least spanning tree and the `days` shortest legs from the start. Weights at the clients, each of which has two legs, tighten
 * it (Held & Karp 1970, with a fixed number of rounds). It needs no triangle inequality.
 */
export function spanningTreeBound(matrix: Matrix, days: number, length: number): number {
  const clients = matrix.size - 1;
  const weights = new Float64Array(matrix.size);
  const rounds = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(WORK / (matrix.size * matrix.size))));
  let [best, factor, idle] = [0, 2, 0];
  for (let round = 0; round < rounds; round += 1) {
    const { cost, degrees } = leastTree(matrix, weights, days);
    idle = cost > best ? 0 : idle + 1;
    best = Math.max(best, cost);
    if (idle === PATIENCE) [factor, idle] = [factor / 2, 0];
    let off = 0;
    for (let client = 0; client < clients; client += 1)
      off += ((degrees[client] as number) - 2) * ((degrees[client] as number) - 2);
    if (off === 0) break;
    const step = Math.floor((factor * Math.max(0, length - cost)) / off);
    if (step === 0) break;
    for (let client = 0; client < clients; client += 1) {
      weights[client] = (weights[client] as number) + step * ((degrees[client] as number) - 2);
    }
  }
  return best;
}

interface Tree {
  /** What the tree and the legs cost with the weights, less the weights of two legs at every client. */
  readonly cost: number;
  /** Legs at every client. */
  readonly degrees: Int32Array;
}

/** The least spanning tree with weights (Prim's algorithm), and the shortest legs from the start. */
function leastTree(matrix: Matrix, weights: Float64Array, days: number): Tree {
  const { size, units } = matrix;
  const start = size - 1;
  const degrees = new Int32Array(size);
  const nearest = new Int32Array(size).fill(start);
  const open = Int32Array.from({ length: start }, (_, client) => client);
  const keys = new Float64Array(size);
  let cost = 0;
  for (let client = 0; client < start; client += 1) {
    keys[client] = (units[start * size + client] as number) + (weights[client] as number);
    cost -= 2 * (weights[client] as number);
  }
  const legs = Array.from(keys.subarray(0, start).keys()).sort(
    (a, b) => (keys[a] as number) - (keys[b] as number) || a - b,
  );
  for (const client of legs.slice(0, days)) {
    cost += keys[client] as number;
    degrees[client] = 1;
  }
  const growing = { open, keys, nearest, weights, count: start };
  for (let added = leastOf(open, keys); growing.count > 0; added = addToTree(growing, added, matrix)) {
    cost += keys[added] as number;
    for (const end of [added, nearest[added] as number]) degrees[end] = (degrees[end] as number) + 1;
  }
  return { cost, degrees };
}

/** A tree while it grows. */
interface Growing {
  /** Places outside of it, the first `count`. */
  readonly open: Int32Array;
  count: number;
  /** For each of them the shortest leg to the tree, and where that ends. */
  readonly keys: Float64Array;
  readonly nearest: Int32Array;
  readonly weights: Float64Array;
}

function leastOf(open: Int32Array, keys: Float64Array): number {
  return open.reduce((least, one) => ((keys[one] as number) < (keys[least] as number) ? one : least));
}

/** Brings the open places nearer by one that was added; the nearest of them comes next. */
function addToTree(growing: Growing, added: number, { size, units }: Matrix): number {
  const { open, keys, nearest, weights, count } = growing;
  const [row, own] = [added * size, weights[added] as number];
  let [kept, least, next] = [0, Infinity, 0];
  for (let index = 0; index < count; index += 1) {
    const other = open[index] as number;
    if (other === added) continue;
    open[kept] = other;
    kept += 1;
    const key = (units[row + other] as number) + own + (weights[other] as number);
    let known = keys[other] as number;
    if (key < known) {
      keys[other] = key;
      nearest[other] = added;
      known = key;
    }
    if (known >= least) continue;
    least = known;
    next = other;
  }
  growing.count = kept;
  return next;
}

/**
 * A lower bound by how far out clients lie: a day with k of them is at least twice as long as its mean distance from the start, for it reaches the farthest and
 * comes back. Holds by the triangle inequality, which great circles obey; the last term is for distances that are rounded to whole metres.
 */
export function radialBound({ size, units }: Matrix, days: number, most: number): number {
  let sum = 0;
  for (let client = 0; client < size - 1; client += 1) sum += units[client * size + size - 1] as number;
  return Math.floor((2 * sum) / most) - 2 * days - size;
}
