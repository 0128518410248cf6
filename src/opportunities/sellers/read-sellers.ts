import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import {
  demand,
  type Reader,
  readCode,
  readInput,
  readInteger,
  readList,
  readPart,
  readRow,
  readText,
  refuse,
} from "../../ground/reader.js";
import { SELLER_SKILLS, type SellerSkill, SKILL_LEVELS, type SkillLevel } from "./sellers.js";

/** Levels by skill; `null` is unknown. */
export type Levels = ReadonlyMap<SellerSkill, SkillLevel | null>;

/** A seller, read. */
export interface ReadSeller {
  readonly id: string;
  readonly skills: Levels;
  readonly load: number | null;
}

/** The largest load. */
export const MOST_LOAD = 1_000_000;

/** Reads an account's needs and our sellers. */
export function readMatch(
  needs: unknown,
  sellers: unknown,
): { readonly reader: Reader; readonly needed: Levels; readonly sellers: readonly ReadSeller[] } {
  const reader = readInput({ needs, sellers });
  const needed = readLevels(reader, reader.record["needs"], ["needs"]);
  return { reader, needed, sellers: readSellers(reader) };
}

function readLevels(reader: Reader, value: Json | undefined, path: Path): Levels {
  const record = readPart(reader, value, path);
  return new Map(
    SELLER_SKILLS.map((skill) => [skill, readCode(reader, record[skill], [...path, skill], SKILL_LEVELS)]),
  );
}

function readSellers(reader: Reader): ReadSeller[] {
  const list = demand(reader, readList(reader, reader.record["sellers"], ["sellers"]), ["sellers"]) ?? [];
  const sellers = new Map<string, ReadSeller>();
  list.forEach((row, index) => {
    const seller = readSeller(reader, row, ["sellers", index]);
    if (seller === null) return;
    if (sellers.has(seller.id))
      refuse(reader, { code: "duplicate-id", path: ["sellers", index, "id"], details: { id: seller.id } });
    else sellers.set(seller.id, seller);
  });
  return [...sellers.values()];
}

function readSeller(reader: Reader, row: Json, path: Path): ReadSeller | null {
  const fields = readRow(reader, row, path);
  if (fields === null) return null;
  const id = demand(reader, readText(reader, fields["id"], [...path, "id"]) || null, [...path, "id"]);
  const skills = readLevels(reader, fields["skills"], [...path, "skills"]);
  const load = readInteger(reader, fields["load"], [...path, "load"], { least: 0, most: MOST_LOAD });
  return id === null ? null : { id, skills, load };
}
