import type { Json } from "../../ground/json.js";
import {
  demand,
  type Reader,
  readCode,
  readInteger,
  readList,
  readOptions,
  readPart,
  readRow,
  readText,
  refuse,
} from "../../ground/reader.js";
import { RELATION_DEPTHS, type RelationDepth } from "../../ground/vocabulary.js";
import { TEAM_RANKS } from "./map-options.js";
import { BUYING_PARTS, type BuyingPart, DECISION_NEEDS } from "./parts.js";

/** One of ours, read. */
export interface Colleague {
  readonly id: string;
  /** As it was given. */
  readonly rank: string | null;
  /** Its place among the ranks; −1: unknown. */
  readonly place: number;
  readonly reportsTo: string | null;
}

/** The options, read. */
export interface MapSettings {
  readonly parts: readonly BuyingPart[];
  readonly supporters: number;
  /** By id. */
  readonly team: readonly Colleague[];
  readonly leastPlace: number;
  readonly wanted: RelationDepth;
  readonly most: number;
}

const OPTIONS = ["process", "team", "ranks", "leastRank", "relationWanted", "most"];
const MOST_SUPPORTERS = 100;
const MOST_SHOWN = 10_000;
const SHOWN = 10;

/** Reads the options; throws all their faults. */
export function readMapOptions(options: unknown): MapSettings {
  return readOptions(options, OPTIONS, (reader) => {
    const { record } = reader;
    const ranks = readRanks(reader);
    const least = readCode(reader, record["leastRank"], ["leastRank"], ranks);
    return {
      ...readNeeds(reader),
      team: readTeam(reader, ranks),
      leastPlace: least === null ? Math.min(1, ranks.length - 1) : ranks.indexOf(least),
      wanted: readCode(reader, record["relationWanted"], ["relationWanted"], RELATION_DEPTHS) ?? "regular",
      most: readInteger(reader, record["most"], ["most"], { least: 1, most: MOST_SHOWN }) ?? SHOWN,
    };
  });
}

/** What the process asks for; whatever else it is made of isn't read. */
function readNeeds(reader: Reader): Pick<MapSettings, "parts" | "supporters"> {
  const process = readPart(reader, reader.record["process"], ["process"]);
  const people = readPart(reader, process["people"], ["process", "people"]);
  const path = ["process", "people"];
  const list = readList(reader, people["parts"], [...path, "parts"]) ?? DECISION_NEEDS.parts;
  const parts = list.map((part, index) =>
    demand(reader, readCode(reader, part, [...path, "parts", index], BUYING_PARTS), [...path, "parts", index]),
  );
  const range = { least: 0, most: MOST_SUPPORTERS };
  const supporters = readInteger(reader, people["supporters"], [...path, "supporters"], range);
  return {
    parts: BUYING_PARTS.filter((part) => parts.includes(part)),
    supporters: supporters ?? DECISION_NEEDS.supporters,
  };
}

function readRanks(reader: Reader): readonly string[] {
  const list = readList(reader, reader.record["ranks"], ["ranks"]) ?? TEAM_RANKS;
  if (list.length === 0) refuse(reader, { code: "too-few", path: ["ranks"], details: { least: 1, received: 0 } });
  const ranks = list.map((rank, index) => demand(reader, readText(reader, rank, ["ranks", index]), ["ranks", index]));
  ranks.forEach((rank, index) => {
    if (rank !== null && ranks.indexOf(rank) < index)
      refuse(reader, { code: "duplicate-id", path: ["ranks", index], details: { id: rank } });
  });
  return ranks.filter((rank) => rank !== null);
}

function readTeam(reader: Reader, ranks: readonly string[]): readonly Colleague[] {
  const list = readList(reader, reader.record["team"], ["team"]) ?? [];
  const team = new Map<string, Colleague>();
  list.forEach((row, index) => {
    const member = readMember(reader, row, index, ranks);
    if (member === null) return;
    if (team.has(member.id))
      refuse(reader, { code: "duplicate-id", path: ["team", index, "id"], details: { id: member.id } });
    team.set(member.id, member);
  });
  return [...team.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readMember(reader: Reader, row: Json, index: number, ranks: readonly string[]): Colleague | null {
  const path = ["team", index];
  const fields = readRow(reader, row, path);
  if (fields === null) return null;
  const id = demand(reader, readText(reader, fields["id"], [...path, "id"]) || null, [...path, "id"]);
  const rank = readCode(reader, fields["rank"], [...path, "rank"], ranks);
  const reportsTo = readText(reader, fields["reportsTo"], [...path, "reportsTo"]);
  return id === null ? null : { id, rank, place: rank === null ? -1 : ranks.indexOf(rank), reportsTo };
}
