/** The thing with an id in a list. */
export function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  for (const one of list) if (one.id === id) return one;
  return undefined;
}

/** A list with a thing in the place of the one with its id, or at the end. */
export function withOne<T extends { readonly id: string }>(list: readonly T[], thing: T): readonly T[] {
  const copy = list.slice();
  for (let index = 0; index < copy.length; index += 1) {
    if (copy[index]?.id !== thing.id) continue;
    copy[index] = thing;
    return copy;
  }
  copy.push(thing);
  return copy;
}
