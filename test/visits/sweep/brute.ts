import { greatCircleMetres } from "keyaccount";

type Place = { readonly latitude: string; readonly longitude: string };

/** Metres along the great circle. */
function metres(a: unknown, b: unknown): number {
  return greatCircleMetres(a as Place, b as Place);
}

/** The shortest plan of all: every order of the clients, cut in every way into as many days of at most `perDay`. */
export function shortestPlan<C, S>(
  clients: readonly C[],
  start: S,
  perDay: number,
  way: (a: C | S, b: C | S) => number = metres,
): number {
  const days = Math.ceil(clients.length / perDay);
  const search = (from: C | S, rest: readonly C[], today: number, left: number): number => {
    if (rest.length === 0) return left === 0 ? way(from, start) : Infinity;
    const onwards =
      today < perDay ? rest.map((next) => way(from, next) + search(next, without(rest, next), today + 1, left)) : [];
    const home =
      left > 0 && today > 0
        ? rest.map((next) => way(from, start) + way(start, next) + search(next, without(rest, next), 1, left - 1))
        : [];
    return Math.min(...onwards, ...home);
  };
  return clients.length === 0 ? 0 : search(start, clients, 0, days - 1);
}

function without<T>(list: readonly T[], one: T): readonly T[] {
  return list.filter((other) => other !== one);
}
