/**
 * The different names of some lists in an order that all of them agree with: an earlier list's first where that leaves a choice. Where they contradict
 * each other, the one that turns up first comes first.
 */
export function agreedOrder(lists: Iterable<readonly string[]>): readonly string[] {
  const left = new Map<string, Set<string>>();
  for (const names of lists) {
    names.forEach((name, index) => {
      const before = left.get(name) ?? new Set();
      left.set(name, before);
      const previous = names[index - 1];
      if (previous !== undefined) before.add(previous);
    });
  }
  const order: string[] = [];
  while (left.size > 0) {
    const next = firstFree(left);
    left.delete(next);
    order.push(next);
  }
  return order;
}

/** The first of the names that are left before which none of them must stand; the first of all where there is none. */
function firstFree(left: ReadonlyMap<string, Set<string>>): string {
  const names = [...left.keys()];
  return names.find((name) => isFree(left.get(name) as Set<string>, left)) ?? (names[0] as string);
}

/** Forgets on its way what stands already, so that nobody asks again. */
function isFree(before: Set<string>, left: ReadonlyMap<string, unknown>): boolean {
  for (const name of before) {
    if (left.has(name)) return false;
    before.delete(name);
  }
  return true;
}
