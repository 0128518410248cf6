import { isAfter } from "../../ground/dates.js";
import type { Rational } from "../../ground/rational.js";
import { ATTITUDES, type Attitude, VISIT_TOPICS, type VisitTopic } from "../../ground/vocabulary.js";
import {
  answer,
  count,
  date,
  fault,
  listOf,
  oneOf,
  openOneOf,
  optional,
  type Place,
  type Reader,
  recordOf,
  share,
  text,
} from "./fields.js";
import {
  DECIDER_FUNCTIONS,
  DECIDER_LEVELS,
  type DeciderFunction,
  type DeciderLevel,
  SPECIFICATION_AUTHORS,
  type SpecificationAuthor,
} from "./records.js";

/** What every row is read into; `null` means unknown, here as in all other fields. */
export interface Row {
  readonly id: string;
  readonly client: string;
  readonly productLine: string | null;
  readonly at: string;
}

/** A person in a decision. */
export interface ContactRow {
  readonly id: string;
  readonly function: DeciderFunction | null;
  readonly roles: readonly string[] | null;
  readonly level: DeciderLevel | null;
}

/** The rows of each list. */
export interface Rows {
  readonly decisions: Row & { readonly contacts: readonly ContactRow[] };
  readonly orders: Row & {
    readonly suppliers: number | null;
    readonly partsOrdered: number | null;
    readonly partsNeeded: number | null;
    readonly bundled: boolean | null;
  };
  readonly quotations: Row & {
    readonly discountAsked: Rational | null;
    readonly inquiredAt: string | null;
    readonly orderedAt: string | null;
    readonly interwoven: boolean | null;
  };
  readonly supportRequests: Row;
  readonly visits: Row & { readonly attitude: Attitude | null; readonly topics: readonly VisitTopic[] | null };
  readonly specifications: Row & { readonly by: SpecificationAuthor | null };
}

/** A name of a list. */
export type ListName = keyof Rows;

/** A reader of each list's rows. */
export function rowReaders(): { readonly [K in ListName]: Reader<Rows[K]> } {
  const head = { id: text, client: text, productLine: optional(text), at: date };
  const contact = recordOf({
    id: text,
    function: optional(oneOf(DECIDER_FUNCTIONS)),
    roles: optional(listOf(text)),
    level: optional(oneOf(DECIDER_LEVELS)),
  });
  const parts = { partsOrdered: optional(count), partsNeeded: optional(count) };
  const order = recordOf({ ...head, suppliers: optional(count), ...parts, bundled: optional(answer) });
  const days = { inquiredAt: optional(date), orderedAt: optional(date), interwoven: optional(answer) };
  const quotation = recordOf({ ...head, discountAsked: optional(share), ...days });
  return {
    decisions: checked(recordOf({ ...head, contacts: listOf(contact) }), onePerPerson),
    orders: checked(order, partsFit),
    quotations: checked(quotation, daysFit),
    supportRequests: recordOf(head),
    visits: recordOf({
      ...head,
      attitude: optional(oneOf(ATTITUDES)),
      topics: optional(listOf(openOneOf(VISIT_TOPICS))),
    }),
    specifications: recordOf({ ...head, by: optional(oneOf(SPECIFICATION_AUTHORS)) }),
  };
}

/** A row that could be read, unless a rule finds a fault in it. */
function checked<T>(reader: Reader<T>, rule: Reader<T>): Reader<T> {
  return (raw, place) => {
    const row = reader(raw, place);
    return row === undefined ? undefined : rule(row, place);
  };
}

/** Each person once: what stands in several places is put together. Two functions or levels of one person are a fault. */
const onePerPerson = ((row: Rows["decisions"], { path, issues }) => {
  const before = issues.length;
  const people = new Map<string, ContactRow>();
  row.contacts.forEach((contact, index) => {
    const known = people.get(contact.id);
    const place = { path: [...path, "contacts", index], issues };
    people.set(contact.id, known === undefined ? contact : together(known, contact, place));
  });
  return issues.length === before ? { ...row, contacts: [...people.values()] } : undefined;
}) as Reader<Rows["decisions"]>;

function together(known: ContactRow, { id, ...more }: ContactRow, { path, issues }: Place): ContactRow {
  for (const key of ["function", "level"] as const) {
    const [first, second] = [known[key], more[key]];
    if (first === null || second === null || first === second) continue;
    fault({ path: [...path, key], issues }, { code: "conflicting-values", details: { first, second } });
  }
  const roles = [known.roles, more.roles].flatMap((some) => some ?? []);
  return {
    id,
    function: known.function ?? more.function,
    roles: roles.length === 0 ? null : roles,
    level: known.level ?? more.level,
  };
}

/** No more parts are ordered than the system has. */
const partsFit = ((row: Rows["orders"], { path, issues }) => {
  const { partsOrdered, partsNeeded } = row;
  if (partsOrdered === null || partsNeeded === null || partsOrdered <= partsNeeded) return row;
  const details = { received: String(partsOrdered), least: 1, most: partsNeeded };
  return fault({ path: [...path, "partsOrdered"], issues }, { code: "out-of-range", details });
}) as Reader<Rows["orders"]>;

/** Nobody orders before the inquiry. */
const daysFit = ((row: Rows["quotations"], { path, issues }) => {
  const { inquiredAt, orderedAt } = row;
  if (inquiredAt === null || orderedAt === null || !isAfter(inquiredAt, orderedAt)) return row;
  const details = { earlier: inquiredAt, later: orderedAt };
  return fault({ path: [...path, "orderedAt"], issues }, { code: "out-of-order", details });
}) as Reader<Rows["quotations"]>;
