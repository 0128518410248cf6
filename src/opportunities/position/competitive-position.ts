import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import {
  demand,
  type Reader,
  readAnswer,
  readCode,
  readInput,
  readList,
  readPart,
  readRow,
  readText,
  refuse,
} from "../../ground/reader.js";
import {
  ADVANTAGES,
  type Advantage,
  type AdvantageOwner,
  type AdvantageState,
  type CompetitivePosition,
  type Lead,
  type PositionFacts,
  RIVAL_STANDINGS,
  type RivalLead,
  type RivalStanding,
} from "./position.js";

type Known = ReadonlyMap<Advantage, boolean | null>;

interface Rival {
  readonly id: string;
  readonly standing: RivalStanding | null;
  readonly has: Known;
}

/**
 * How we stand in a competition by the six kinds of advantage (D2): which are ours alone, and how we stand against each rival. It counts what the client sees, not what we claim. No kind weighs more than
 * another: a rival leads where it has all that we have and more, and where each has something of its own the lead is `mixed`.
 *
 * What is unknown leaves an advantage or a lead `unknown`, unless what is known settles it. Rivals that are out don't count. A faulty field is in `issues` and counts as unknown; a rival without an id, or
 * with one that stands earlier, is left out, and what it has is unknown.
 *
 * @example
 * ```ts
 * import { competitivePosition } from "keyaccount";
 *
 * const { unique, rivals, advantages } = competitivePosition({
 *   ours: { "less-waste": true, "real-solutions": true, "lower-purchase-cost": false },
 *   rivals: [{ id: "rival", standing: "incumbent", advantages: { "less-waste": true, "real-solutions": false, "lower-purchase-cost": true } }],
 * });
 * unique; // => ["real-solutions"]
 * advantages[0]; // => { advantage: "lower-purchase-cost", owner: "theirs", rivals: ["rival"] }
 * rivals[0]?.lead; // => "mixed"
 * ```
 */
export function competitivePosition(facts: PositionFacts): CompetitivePosition {
  const reader = readInput(facts);
  return { ...positionFrom(reader, reader.record, []), issues: reader.issues };
}

/** Reads and judges a position, also one that is part of something else, whose issues the reader has. */
export function positionFrom(reader: Reader, record: JsonObject, path: Path): CompetitivePosition {
  const ours = readAdvantages(reader, record["ours"], [...path, "ours"]);
  const list = readList(reader, record["rivals"], [...path, "rivals"]);
  const rivals = list && readRivals(reader, list, [...path, "rivals"]);
  const inPlay = rivals?.filter(({ standing }) => standing !== "excluded");
  // Somebody of whom nothing is known stands for rivals who are unknown or couldn't be read.
  const stranger = list === null || rivals === null || rivals.length < list.length;
  const others = [...(inPlay ?? []).map(({ has }) => has), ...(stranger ? [new Map<Advantage, null>()] : [])];
  const advantages = ADVANTAGES.map((advantage) => stateOf(advantage, ours, others, inPlay ?? []));
  return {
    v: 1,
    advantages,
    unique: advantages.filter(({ owner }) => owner === "ours-alone").map(({ advantage }) => advantage),
    rivals: (rivals ?? []).map((rival) => leadOver(rival, ours)),
    issues: [],
  };
}

function readAdvantages(reader: Reader, value: Json | undefined, path: Path): Known {
  const record = readPart(reader, value, path);
  return new Map(ADVANTAGES.map((code) => [code, readAnswer(reader, record[code], [...path, code])]));
}

function readRivals(reader: Reader, list: readonly Json[], path: Path): Rival[] {
  const rivals = new Map<string, Rival>();
  list.forEach((row, index) => {
    const rival = readRival(reader, row, [...path, index]);
    if (rival === null) return;
    if (rivals.has(rival.id))
      refuse(reader, { code: "duplicate-id", path: [...path, index, "id"], details: { id: rival.id } });
    else rivals.set(rival.id, rival);
  });
  return [...rivals.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readRival(reader: Reader, row: Json, path: Path): Rival | null {
  const fields = readRow(reader, row, path);
  if (fields === null) return null;
  const id = demand(reader, readText(reader, fields["id"], [...path, "id"]) || null, [...path, "id"]);
  const standing = readCode(reader, fields["standing"], [...path, "standing"], RIVAL_STANDINGS);
  const has = readAdvantages(reader, fields["advantages"], [...path, "advantages"]);
  return id === null ? null : { id, standing, has };
}

function stateOf(
  advantage: Advantage,
  ours: Known,
  others: readonly Known[],
  rivals: readonly Rival[],
): AdvantageState {
  const theirs = others.map((has) => has.get(advantage) ?? null);
  const holders = rivals.filter(({ has }) => has.get(advantage) === true).map(({ id }) => id);
  return { advantage, owner: ownerOf(ours.get(advantage) ?? null, theirs), rivals: holders };
}

function ownerOf(ours: boolean | null, theirs: readonly (boolean | null)[]): AdvantageOwner {
  if (ours === null) return "unknown";
  if (theirs.includes(true)) return ours ? "shared" : "theirs";
  if (theirs.includes(null)) return "unknown";
  return ours ? "ours-alone" : "nobodys";
}

function leadOver({ id, standing, has }: Rival, ours: Known): RivalLead {
  const differs = (mine: boolean): Advantage[] =>
    ADVANTAGES.filter((code) => ours.get(code) === mine && has.get(code) === !mine);
  const [ahead, behind] = [differs(true), differs(false)];
  const isKnown = ADVANTAGES.every((code) => ours.get(code) !== null && has.get(code) !== null);
  return { id, standing, lead: leadOf(ahead.length > 0, behind.length > 0, isKnown), ahead, behind };
}

function leadOf(isAhead: boolean, isBehind: boolean, isKnown: boolean): Lead {
  if (isAhead && isBehind) return "mixed";
  if (!isKnown) return "unknown";
  if (isAhead) return "ours";
  return isBehind ? "theirs" : "level";
}
