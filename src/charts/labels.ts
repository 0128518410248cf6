/** What each client is called: its name, with its id where another goes by the same. No two are called alike. Only these clients may be asked for. */
export function labeller(
  clients: readonly { readonly id: string }[],
  names: Readonly<Record<string, string>>,
): (id: string) => string {
  const nameOf = (id: string): string => (Object.hasOwn(names, id) ? (names[id] ?? id) : id);
  const ids = new Set(clients.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(nameOf(id), (counts.get(nameOf(id)) ?? 0) + 1);
  const isPlain = (id: string): boolean => {
    const name = nameOf(id);
    return name === id || (counts.get(name) === 1 && !ids.has(name));
  };
  const taken = new Set(Array.from(ids).filter(isPlain).map(nameOf));
  const labels = new Map<string, string>();
  for (const id of ids) labels.set(id, isPlain(id) ? nameOf(id) : withId(nameOf(id), id, taken));
  return (id) => labels.get(id) as string;
}

/** A name with an id behind it, as often as it takes until nobody else is called so. */
function withId(name: string, id: string, taken: Set<string>): string {
  let label = `${name} (${id})`;
  while (taken.has(label)) label += ` (${id})`;
  taken.add(label);
  return label;
}

const WHOLE_FROM = 1000;

/** A figure as it is written beside a mark: two decimals at most, none from a thousand on, and commas between thousands. */
export function figureText(value: number): string {
  const rounded = Number(value.toFixed(2));
  const digits = Math.abs(rounded) >= WHOLE_FROM ? rounded.toFixed(0) : String(rounded);
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ",").replace("-", "−");
}

/** A share as it is written beside a mark. */
export function percentText(share: number): string {
  return `${figureText(share * 100)}%`;
}
