import { type Reader, refuse } from "../../ground/reader.js";
import type { DecisionLine, LineKind } from "./decision-map.js";
import type { Person } from "./read-contacts.js";

/** People by their places in the list, and the lines along which a word is passed on, both ways. */
export interface Graph {
  readonly people: readonly Person[];
  /** Per person the lines that lead away, and that lead here. */
  readonly away: readonly (readonly Arc[])[];
  readonly here: readonly (readonly Arc[])[];
}

/** A line to another person, by place. */
export interface Arc {
  readonly other: number;
  readonly kind: LineKind;
}

const MOST_LINES = 100_000;

/** The lines between people that exist, each once, by the one who speaks, then influence before reporting, then by the other; lines to oneself or to nobody are issues and don't count. */
export function readLines(people: readonly Person[], reader: Reader): DecisionLine[] {
  const ids = new Set(people.map(({ id }) => id));
  const lines: DecisionLine[] = [];
  for (const { id, index, reportsTo, influences } of people) {
    const add = (to: string, kind: LineKind, path: readonly (string | number)[]): void => {
      if (to === id) refuse(reader, { code: "circular-reference", path, details: { id } });
      else if (!ids.has(to)) refuse(reader, { code: "unknown-reference", path, details: { id: to } });
      else lines.push({ from: id, to, kind });
    };
    for (const to of influences) add(to, "influences", ["contacts", index, "influences"]);
    if (reportsTo !== null) add(reportsTo, "reports-to", ["contacts", index, "reportsTo"]);
  }
  if (lines.length > MOST_LINES)
    refuse(reader, { code: "too-many", path: ["contacts"], details: { most: MOST_LINES, received: lines.length } });
  noteCycles(people, lines, reader);
  return lines.slice(0, MOST_LINES);
}

/** Names everybody who reports to oneself by others. The lines stay: each alone may be right. */
function noteCycles(people: readonly Person[], lines: readonly DecisionLine[], reader: Reader): void {
  const superiors = new Map(lines.filter(({ kind }) => kind === "reports-to").map(({ from, to }) => [from, to]));
  const rounds = new Map<string, number>();
  const circular = new Set<string>();
  people.forEach(({ id }, round) => {
    let at: string | undefined = id;
    while (at !== undefined && !rounds.has(at)) {
      rounds.set(at, round);
      at = superiors.get(at);
    }
    if (at === undefined || rounds.get(at) !== round) return;
    for (let member = at; !circular.has(member); member = superiors.get(member) as string) circular.add(member);
  });
  for (const { id, index } of people) {
    if (circular.has(id))
      refuse(reader, { code: "circular-reference", path: ["contacts", index, "reportsTo"], details: { id } });
  }
}

/** The graph of all lines; a reporting line passes words up and down. */
export function graphOf(people: readonly Person[], lines: readonly DecisionLine[]): Graph {
  const places = new Map(people.map(({ id }, place) => [id, place]));
  const away: Arc[][] = people.map(() => []);
  const here: Arc[][] = people.map(() => []);
  const join = (from: number, to: number, kind: LineKind): void => {
    away[from]?.push({ other: to, kind });
    here[to]?.push({ other: from, kind });
  };
  for (const { from, to, kind } of lines) {
    const [a, b] = [places.get(from) as number, places.get(to) as number];
    join(a, b, kind);
    if (kind === "reports-to") join(b, a, "manages");
  }
  return { people, away, here };
}
