/** The thing with an id in a list. */
export function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  for (const one of list) if (one.id === id) return one;
  return undefined;
}

/** A list with a thing in the place of the one with its id, or at the end. */
export function withOne<T extends { readonly id: string }>(list: readonly T[], thing: T): readonly T[] {
  for (let index = 0; index < list.length; index += 1) {
    if (list[index]?.id === thing.id) return replaced(list, index, thing);
  }
  return [...list, thing];
}

function replaced<T>(list: readonly T[], index: number, thing: T): readonly T[] {
  const copy = list.slice();
  copy[index] = thing;
  return copy;
}
