import type { Level } from "../../ground/vocabulary.js";
import type { CareManner, FollowWay } from "../../portfolio/levels/levels.js";
import { distinctById } from "../fields.js";
import { readRowList } from "../rows.js";
import {
  CADENCE_STATES,
  type CadenceClient,
  type CadenceOptions,
  type CadencePlace,
  type CadenceRule,
  type CadenceState,
  LEAST_CONTACTS,
  type VisitCadence,
} from "./cadence.js";
import { type Due, dueOf, textOf } from "./due.js";
import { type CadenceSettings, type ReadClient, readCadenceOptions, readClient, type Table } from "./read-cadence.js";

/**
 * Says whom to see when (E4.7, E4.8): by class and level so many contacts a year, and never too long without any, with who is due, who is overdue and why. The way is the level's,
 * the manner of care the class's; where only one of the two is known it tells both. By the table's way A and B are visited by a developer, so that only visits in person count for their rhythm; C and D are followed by phone, where every contact does.
 *
 * A client is due on the last day that keeps both rhythm and longest gap; a day off moves it to the working day before. What is unknown moves nothing: without a last visit only
 * the gap counts, without either the state is `unknown`. A client that was never seen is due at once; one that was never contacted was never visited.
 *
 * Rows without a readable id are left out, other faulty fields count as unknown; `issues` says so. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { visitCadence } from "keyaccount";
 *
 * const { clients } = visitCadence(
 *   [
 *     { id: "north", level: "A", lastVisit: "2026-10-12" },
 *     { id: "south", level: "C", lastContact: "2026-09-20" },
 *   ],
 *   { asOf: "2026-11-23" },
 * );
 * clients.map(({ id, state, dueOn, overdueDays }) => [id, state, dueOn, overdueDays]); // => [["north", "overdue", "2026-11-11", 12], ["south", "not-due", "2026-12-19", null]]
 * clients[0]?.reasons[0]; // => { code: "rhythm", days: 30, since: "2026-10-12" }
 * ```
 */
export function visitCadence<const K extends string = Level>(
  clients: readonly CadenceClient<NoInfer<K>>[],
  options: CadenceOptions<K>,
): VisitCadence<K> {
  const settings = readCadenceOptions(options);
  const rows = readRowList(clients, "clients");
  const read = distinctById(rows.records, (fields) => readClient(fields, settings));
  const places = read.map((client) => placeOf(client, settings)).sort(byUrgency([...settings.table.keys()]));
  const count = (state: CadenceState): number => places.filter((one) => one.state === state).length;
  return {
    v: 1,
    asOf: settings.asOf,
    counts: { overdue: count("overdue"), due: count("due"), unknown: count("unknown"), "not-due": count("not-due") },
    clients: places as CadencePlace<K>[],
    issues: rows.issues(),
  };
}

function placeOf(client: ReadClient, settings: CadenceSettings): CadencePlace<string> {
  const { table, today, calendar } = settings;
  const { name, rule, way, manner } = followed(client, table);
  const due: Due =
    rule === null || way === null
      ? { day: null, isNever: false, reasons: [{ code: "no-class" }] }
      : dueOf({ rule, way }, client, calendar);
  const state = stateOf(due, settings);
  return {
    id: client.id,
    rule: name,
    way,
    manner,
    state,
    dueOn: due.day === null ? null : textOf(due.day),
    overdueDays: due.day !== null && state === "overdue" ? today - due.day : null,
    reasons: due.reasons,
    contactsLeft:
      client.buys === true || client.contacts === null ? null : Math.max(LEAST_CONTACTS - client.contacts, 0),
  };
}

interface Followed {
  readonly name: string | null;
  readonly rule: CadenceRule | null;
  readonly way: FollowWay | null;
  readonly manner: CareManner | null;
}

/** How often: by class or level, the one with more contacts a year, ties in the table's order. The way is the level's (E4.7), the manner the class's (E4.8), where they are known. */
function followed(client: ReadClient, table: Table): Followed {
  const named = [...table].filter(([name]) => name === client.class || name === client.level);
  const [name = null, rule = null] = named.sort(([, a], [, b]) => b.perYear - a.perYear)[0] ?? [];
  const [byClass, byLevel] = [client.class, client.level].map((one) => table.get(one ?? "") ?? rule);
  return { name, rule, way: byLevel?.way ?? null, manner: byClass?.manner ?? null };
}

function stateOf({ day, isNever }: Due, { today, ahead }: CadenceSettings): CadenceState {
  if (day === null) return isNever ? "due" : "unknown";
  if (day < today) return "overdue";
  return day <= today + ahead ? "due" : "not-due";
}

function byUrgency(order: readonly string[]): (one: CadencePlace<string>, other: CadencePlace<string>) => number {
  const keysOf = ({ state, dueOn, rule }: CadencePlace<string>): string[] => [
    String(CADENCE_STATES.indexOf(state)),
    dueOn ?? "",
    String(rule === null ? order.length : order.indexOf(rule)).padStart(6, "0"),
  ];
  return (one, other) => {
    const [a, b] = [
      [...keysOf(one), one.id],
      [...keysOf(other), other.id],
    ];
    const place = a.findIndex((key, index) => key !== b[index]);
    return (a[place] as string) < (b[place] as string) ? -1 : 1;
  };
}
