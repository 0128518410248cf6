import type { DecisionMap } from "../people/map/decision-map.js";

/** What to call each person: the name, with the id where another has the same name, or is called so by id. Anybody else goes by the id. */
export function personNames({ people }: Pick<DecisionMap, "people">): (id: string) => string {
  const ids = new Set(people.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { name } of people) {
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const labels = new Map<string, string>();
  for (const { id, name } of people) {
    const isPlain = name !== null && counts.get(name) === 1 && (name === id || !ids.has(name));
    labels.set(id, name === null ? id : isPlain ? name : `${name} (${id})`);
  }
  return (id) => labels.get(id) ?? id;
}
