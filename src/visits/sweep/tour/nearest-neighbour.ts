import type { Matrix } from "../matrix.js";

/** Round trip over all places from the start, always on to the nearest place that isn't visited yet; ties to the lesser index. */
export function nearestNeighbourTour({ size, units }: Matrix): Int32Array {
  const tour = new Int32Array(size);
  const rest = new Set<number>();
  for (let place = 0; place < size - 1; place += 1) rest.add(place);
  tour[0] = size - 1;
  for (let step = 1; step < size; step += 1) {
    const row = (tour[step - 1] as number) * size;
    let nearest = -1;
    for (const place of rest) {
      if (nearest < 0 || (units[row + place] as number) < (units[row + nearest] as number)) nearest = place;
    }
    rest.delete(nearest);
    tour[step] = nearest;
  }
  return tour;
}
