import { PURCHASE_ROLES } from "../../ground/vocabulary.js";
import {
  demandId,
  distinctById,
  type Fields,
  idOf,
  lineOf,
  listOf,
  recordOf,
  recordsOf,
  refuseField,
} from "../fields.js";
import { VISITOR_RANKS } from "./rules.js";

const MOST_RANKS = 100;
/** A plan holds a thousand people, with those who lead and join. */
const MOST_ALSO = 500;

/** One of ours. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly rank: string | null;
  /** Place of the rank, 0 for the lowest; −1 where it isn't known. */
  readonly place: number;
  readonly reportsTo: string | null;
}

/** One of theirs. */
export interface TheirPerson {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly role: string | null;
}

/** Who a map says to see. */
export interface Aim {
  readonly id: string;
  readonly by: string | null;
  readonly with: string | null;
}

/** Our side. */
export interface Team {
  readonly members: ReadonlyMap<string, Member>;
  readonly also: readonly { readonly id: string; readonly member: Member; readonly task: string | null }[];
  readonly map: readonly Aim[];
  readonly least: { readonly rank: string; readonly place: number };
  /** From the lowest. */
  readonly ranks: readonly string[];
}

/** Our people and whom the map says to see. */
export function readTeam(people: Fields | null): Team {
  const ranks = people === null ? [...VISITOR_RANKS] : readRanks(people);
  const map = people && recordOf(people, "map");
  const members = new Map(people === null ? [] : membersOf(people, ranks).map((one) => [one.id, one]));
  return {
    members,
    also: people === null ? [] : distinctById(alsoIn(people), (one) => readAlso(one, members)),
    map: map === null ? [] : distinctById(recordsOf(map, "next") ?? [], readAim),
    least: leastOf(people, ranks),
    ranks,
  };
}

function readRanks(people: Fields): string[] {
  const given = listOf(people, "ranks");
  if (given === null) return [...VISITOR_RANKS];
  const ranks = [...new Set(given.filter((one) => typeof one === "string" && one !== ""))] as string[];
  if (ranks.length > 0 && ranks.length <= MOST_RANKS) return ranks;
  refuseField(people, "ranks", { code: "too-few", details: { least: 1, received: ranks.length } });
  return [...VISITOR_RANKS];
}

function leastOf(people: Fields | null, ranks: readonly string[]): Team["least"] {
  const usual = (ranks[1] ?? ranks[0]) as string;
  const told = people && lineOf(people, "leastRank");
  if (told === null || ranks.includes(told)) return { rank: told ?? usual, place: ranks.indexOf(told ?? usual) };
  refuseField(people as Fields, "leastRank", { code: "unknown-value", details: { received: told, allowed: ranks } });
  return { rank: usual, place: ranks.indexOf(usual) };
}

function membersOf(people: Fields, ranks: readonly string[]): Member[] {
  return distinctById(recordsOf(people, "team") ?? [], (one) => {
    const id = demandId(one, "id");
    if (id === null) return null;
    const rank = lineOf(one, "rank");
    const place = rank === null ? -1 : ranks.indexOf(rank);
    return { id, name: lineOf(one, "name") ?? id, rank, place, reportsTo: idOf(one, "reportsTo") };
  });
}

function alsoIn(people: Fields): readonly Fields[] {
  const also = recordsOf(people, "also") ?? [];
  if (also.length > MOST_ALSO)
    refuseField(people, "also", { code: "too-many", details: { most: MOST_ALSO, received: also.length } });
  return also.slice(0, MOST_ALSO);
}

/** Who comes along must be of the team: nobody is left out unsaid. */
function readAlso(one: Fields, members: Team["members"]): Team["also"][number] | null {
  const id = demandId(one, "id");
  if (id === null) return null;
  const member = members.get(id);
  if (member === undefined) return refuseField(one, "id", { code: "unknown-reference", details: { id } });
  return { id, member, task: lineOf(one, "task") };
}

function readAim(one: Fields): Aim | null {
  const id = demandId(one, "id");
  const visit = recordOf(one, "visit");
  return id === null ? null : { id, by: visit && idOf(visit, "by"), with: visit && idOf(visit, "with") };
}

/** The client's people. */
export function readContacts(client: Fields): ReadonlyMap<string, TheirPerson> {
  const people = distinctById(recordsOf(client, "contacts") ?? [], (one) => {
    const id = demandId(one, "id");
    if (id === null) return null;
    const role = (listOf(one, "roles") ?? []).find((code) => PURCHASE_ROLES.some((known) => known === code));
    const name = lineOf(one, "name") ?? id;
    return { id, name, position: lineOf(one, "position"), role: (role as string | undefined) ?? null };
  });
  return new Map(people.map((one) => [one.id, one]));
}
