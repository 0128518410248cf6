import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import {
  demand,
  type Reader,
  readCode,
  readInput,
  readList,
  readRow,
  readText,
  recordOf,
  refuse,
} from "../../ground/reader.js";
import {
  INFLUENCES,
  INNOVATION_ATTITUDES,
  type Influence,
  type InnovationAttitude,
  PURCHASE_ROLES,
  type PurchaseRole,
  RELATION_DEPTHS,
  type RelationDepth,
  SUPPORTS,
  type Support,
} from "../../ground/vocabulary.js";
import { BUYING_PARTS, type BuyingPart, PART_BY_ROLE } from "./parts.js";

/** A contact, read; `null` is unknown. */
export interface Person {
  readonly id: string;
  readonly index: number;
  readonly name: string | null;
  readonly parts: readonly BuyingPart[] | null;
  readonly influence: Influence | null;
  readonly innovation: InnovationAttitude | null;
  readonly support: Support | null;
  readonly reached: RelationDepth | null;
  readonly wanted: RelationDepth;
  readonly reportsTo: string | null;
  readonly influences: readonly string[];
  readonly coveredBy: readonly string[] | null;
}

const MOST_CONTACTS = 10_000;

/** Reads contacts, sorted by id; one without an id, or with one that stands earlier, is left out, another faulty field counts as unknown. */
export function readContacts(
  contacts: unknown,
  wanted: RelationDepth,
): { readonly people: readonly Person[]; readonly reader: Reader } {
  const reader = readInput({ contacts });
  const list = demand(reader, readList(reader, reader.record["contacts"], ["contacts"]), ["contacts"]) ?? [];
  if (list.length > MOST_CONTACTS)
    refuse(reader, { code: "too-many", path: ["contacts"], details: { most: MOST_CONTACTS, received: list.length } });
  const people = new Map<string, Person>();
  list.slice(0, MOST_CONTACTS).forEach((row, index) => {
    const person = readContact(reader, row, index, wanted);
    if (person === null) return;
    if (people.has(person.id))
      refuse(reader, { code: "duplicate-id", path: ["contacts", index, "id"], details: { id: person.id } });
    else people.set(person.id, person);
  });
  return { people: [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), reader };
}

function readContact(reader: Reader, row: Json, index: number, unlessTold: RelationDepth): Person | null {
  const path = ["contacts", index];
  const fields = readRow(reader, row, path);
  if (fields === null) return null;
  const id = demand(reader, readText(reader, fields["id"], [...path, "id"]) || null, [...path, "id"]);
  if (id === null) return null;
  const known = <C extends string>(key: string, codes: readonly C[]): C | null =>
    readCode(reader, knownValue(reader, fields[key], [...path, key]), [...path, key], codes);
  return {
    id,
    index,
    name: readText(reader, fields["name"], [...path, "name"]),
    parts: readParts(reader, fields["roles"], [...path, "roles"]),
    influence: known("influence", INFLUENCES),
    innovation: known("innovation", INNOVATION_ATTITUDES),
    support: known("support", SUPPORTS),
    reached: known("relationDepth", RELATION_DEPTHS),
    wanted: readCode(reader, fields["relationWanted"], [...path, "relationWanted"], RELATION_DEPTHS) ?? unlessTold,
    reportsTo: readText(reader, fields["reportsTo"], [...path, "reportsTo"]),
    influences: readIds(reader, fields["influences"], [...path, "influences"]) ?? [],
    coveredBy: readIds(reader, fields["coveredBy"], [...path, "coveredBy"]),
  };
}

/** The value of something known, with or without its provenance; what isn't applicable is as good as unknown. */
function knownValue(reader: Reader, known: Json | undefined, path: Path): Json | undefined {
  const record = recordOf(known);
  if (record === null) return known;
  const { value = null, notApplicable = null } = record;
  if (notApplicable === true && value !== null)
    return refuse(reader, { code: "contradictory-fact", path, details: {} });
  return value;
}

/** A faulty role makes the whole list unknown: a role may be missing from what is left. */
function readParts(reader: Reader, value: Json | undefined, path: Path): readonly BuyingPart[] | null {
  const list = readList(reader, value, path);
  if (list === null) return null;
  const roles = list.map((role, index) =>
    demand<PurchaseRole>(reader, readCode(reader, role, [...path, index], PURCHASE_ROLES), [...path, index]),
  );
  const parts = roles.map((role) => role && PART_BY_ROLE[role]);
  return parts.includes(null) ? null : BUYING_PARTS.filter((part) => parts.includes(part));
}

/** Ids without repetitions, sorted. A faulty one is left out. */
function readIds(reader: Reader, value: Json | undefined, path: Path): readonly string[] | null {
  const list = readList(reader, value, path);
  if (list === null) return null;
  const ids = list.map((id, index) => demand(reader, readText(reader, id, [...path, index]), [...path, index]));
  return [...new Set(ids.filter((id) => id !== null))].sort();
}
