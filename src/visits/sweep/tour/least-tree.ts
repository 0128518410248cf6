import type { Matrix } from "../matrix.js";

/** A spanning tree and the shortest legs from the start. */
export interface Tree {
  /** What they cost with the weights, less the weights of two legs at every client and of two for each day at the start. */
  readonly cost: number;
  /** At every place the legs that it has too many. */
  readonly surplus: Int32Array;
}

/** A tree while it grows. */
interface Growing {
  /** Places outside of it, the first `count`. */
  readonly open: Int32Array;
  count: number;
  /** For each of them the shortest leg to the tree, and where that ends. */
  readonly keys: Float64Array;
  readonly nearest: Int32Array;
  readonly heights: Float64Array;
  readonly weights: Float64Array;
}

/** The least spanning tree with weights, legs being shorter by differences of height (Prim's algorithm), and the shortest legs from the start. */
export function leastTree(matrix: Matrix, heights: Float64Array, weights: Float64Array, days: number): Tree {
  const start = matrix.size - 1;
  const growing = seed(matrix, heights, weights);
  const { keys, nearest, open } = growing;
  const surplus = new Int32Array(matrix.size).fill(-2);
  surplus[start] = -2 * days;
  let cost = -2 * days * (weights[start] as number);
  for (let client = 0; client < start; client += 1) cost -= 2 * (weights[client] as number);
  const add = (client: number, other: number): void => {
    cost += keys[client] as number;
    for (const end of [client, other]) surplus[end] = (surplus[end] as number) + 1;
  };
  for (const client of shortest(keys, days)) add(client, start);
  for (let added = leastOf(open, keys); growing.count > 0; added = addToTree(growing, added, matrix)) {
    add(added, nearest[added] as number);
  }
  return { cost, surplus };
}

/** A tree that is the start alone. */
function seed({ size, units }: Matrix, heights: Float64Array, weights: Float64Array): Growing {
  const start = size - 1;
  const keys = Float64Array.from({ length: start }, (_, client) => {
    const [leg, own] = [units[start * size + client] as number, weights[client] as number];
    return leg - (heights[client] as number) + own + (weights[start] as number);
  });
  const open = Int32Array.from(keys.keys());
  return { open, count: start, keys, nearest: new Int32Array(start).fill(start), heights, weights };
}

/** The clients with the shortest legs from the start. */
function shortest(keys: Float64Array, days: number): number[] {
  return Array.from(keys.keys())
    .sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b)
    .slice(0, days);
}

function leastOf(open: Int32Array, keys: Float64Array): number {
  return open.reduce((least, one) => ((keys[one] as number) < (keys[least] as number) ? one : least));
}

/** Brings the open places nearer by one that was added; the nearest of them comes next. */
function addToTree(growing: Growing, added: number, { size, units }: Matrix): number {
  const { open, keys, nearest, heights, weights, count } = growing;
  const [row, own, height] = [added * size, weights[added] as number, heights[added] as number];
  let [kept, least, next] = [0, Infinity, 0];
  for (let index = 0; index < count; index += 1) {
    const other = open[index] as number;
    if (other === added) continue;
    open[kept] = other;
    kept += 1;
    const rise = (heights[other] as number) - height;
    const key = (units[row + other] as number) - (rise < 0 ? -rise : rise) + own + (weights[other] as number);
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
