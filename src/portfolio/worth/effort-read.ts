import { dayOf } from "../../ground/dates.js";
import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { exactQuantity, printDecimal } from "../../ground/numeral.js";
import { compare, type Rational } from "../../ground/rational.js";
import {
  demand,
  isLater,
  type Range,
  type Reader,
  readCode,
  readDay,
  readDecimal,
  readInput,
  readInteger,
  readList,
  readNested,
  readOptions,
  readRecord,
  readText,
  refuse,
} from "../../ground/reader.js";
import { EFFORT_LIMITS, STAGE_LIKELIHOODS } from "./effort.js";
import { readScale } from "./options.js";

/** The options, read. */
export interface EffortSettings {
  readonly stages: readonly { readonly stage: string; readonly likelihood: Rational | null }[];
  /** The stages' names, in order. */
  readonly names: readonly string[];
  readonly hourlyCost: Rational | null;
  readonly escalate: Rational;
  readonly stop: Rational;
  readonly contactsAtStage: number;
  readonly asOf: string | null;
  readonly scale: number;
}

/** One contact, read; `null` is unknown. */
export interface Contact {
  readonly day: number | null;
  readonly at: string | null;
  /** The place of its stage; −1 if unknown. */
  readonly stage: number;
  readonly minutes: number | null;
  readonly cost: Rational | null;
}

const OPTIONS = ["stages", "hourlyCost", "limits", "asOf", "scale"];
const MOST_MINUTES = 527_040;
const MOST_CONTACTS = 1_000_000;
const MOST_LIMIT = 1000;

/** Reads the options; throws their faults. */
export function readEffortOptions(options: unknown): EffortSettings {
  return readOptions(options, OPTIONS, (reader) => {
    const stages = readStages(reader);
    return {
      stages,
      names: stages.map(({ stage }) => stage),
      hourlyCost: readDecimal(reader, reader.record["hourlyCost"], ["hourlyCost"], { least: 0 }),
      ...readLimits(reader),
      asOf: readDay(reader, reader.record["asOf"], ["asOf"]),
      scale: readScale(reader),
    };
  });
}

function readStages(reader: Reader): EffortSettings["stages"] {
  const list = readList(reader, reader.record["stages"], ["stages"]) ?? STAGE_LIKELIHOODS;
  if (list.length === 0) refuse(reader, { code: "too-few", path: ["stages"], details: { least: 1, received: 0 } });
  const seen = new Set<string>();
  return list.flatMap((entry, index) => {
    const read = readStage(reader, entry, ["stages", index]);
    if (read === null) return [];
    if (seen.has(read.stage))
      refuse(reader, { code: "duplicate-id", path: ["stages", index, "stage"], details: { id: read.stage } });
    seen.add(read.stage);
    return [read];
  });
}

function readStage(reader: Reader, entry: Json, path: Path): EffortSettings["stages"][number] | null {
  const record = demand(reader, readRecord(reader, entry, path), path);
  if (record === null) return null;
  const stage = demand(reader, readText(reader, record["stage"], [...path, "stage"]), [...path, "stage"]);
  const likelihood = readDecimal(reader, record["likelihood"], [...path, "likelihood"], { least: 0, most: 1 });
  return stage === null ? null : { stage, likelihood };
}

function readLimits(reader: Reader): Pick<EffortSettings, "escalate" | "stop" | "contactsAtStage"> {
  const given: JsonObject = { ...EFFORT_LIMITS, ...readNested(reader, "limits", Object.keys(EFFORT_LIMITS)) };
  const share = (key: "escalate" | "stop", range: Range): Rational =>
    readDecimal(reader, given[key], ["limits", key], range) ?? exactQuantity(EFFORT_LIMITS[key]);
  const most = readInteger(reader, given["contactsAtStage"], ["limits", "contactsAtStage"], {
    least: 1,
    most: MOST_CONTACTS,
  });
  const escalate = share("escalate", { least: 0, most: MOST_LIMIT });
  const stop = share("stop", { least: 0, most: MOST_LIMIT, exclusive: true });
  if (compare(escalate, stop) > 0) {
    const details = { earlier: printDecimal(escalate), later: printDecimal(stop) };
    refuse(reader, { code: "out-of-order", path: ["limits", "stop"], details });
  }
  return { escalate, stop, contactsAtStage: most ?? EFFORT_LIMITS.contactsAtStage };
}

/** What is known of a development, read. */
export interface EffortReading {
  readonly reader: Reader;
  readonly marginIfWon: Rational | null;
  readonly costToCome: Rational | null;
  /** The place of the stage told; −1 if none. */
  readonly stage: number;
  /** One was told that there isn't. */
  readonly isStageFaulty: boolean;
  readonly contacts: readonly Contact[];
}

/** Reads a development's contacts; what can't be counted is an issue. */
export function readEffortFacts(facts: unknown, settings: EffortSettings): EffortReading {
  const reader = readInput(facts);
  const { marginIfWon, costToCome, stage, contacts } = reader.record;
  return {
    reader,
    marginIfWon: readDecimal(reader, marginIfWon, ["marginIfWon"]),
    costToCome: readDecimal(reader, costToCome, ["costToCome"], { least: 0 }),
    stage: placeOf(reader, stage, ["stage"], settings),
    isStageFaulty: reader.issues.some(({ path }) => path[0] === "stage"),
    contacts: readContacts(reader, contacts, settings),
  };
}

function placeOf(reader: Reader, value: Json | undefined, path: Path, { names }: EffortSettings): number {
  const code = readCode(reader, value, path, names);
  return code === null ? -1 : names.indexOf(code);
}

function readContacts(reader: Reader, value: Json | undefined, settings: EffortSettings): Contact[] {
  const list = demand(reader, readList(reader, value, ["contacts"]), ["contacts"]) ?? [];
  const seen = new Set<string>();
  return list.flatMap((row, index) => {
    const contact = readContact(reader, row, ["contacts", index], seen, settings);
    return contact === null ? [] : [contact];
  });
}

function readContact(
  reader: Reader,
  entry: Json,
  path: Path,
  seen: Set<string>,
  settings: EffortSettings,
): Contact | null {
  const row = demand(reader, readRecord(reader, entry, path), path);
  if (row === null || isRepeated(reader, row, path, seen)) return null;
  const at = readDay(reader, row["at"], [...path, "at"]);
  if (isLater(reader, at, [...path, "at"], settings.asOf)) return null;
  return {
    at,
    day: at === null ? null : dayOf(at),
    stage: placeOf(reader, row["stage"], [...path, "stage"], settings),
    minutes: readInteger(reader, row["minutes"], [...path, "minutes"], { least: 0, most: MOST_MINUTES }),
    cost: readDecimal(reader, row["cost"], [...path, "cost"], { least: 0 }),
  };
}

/** Whether a row's id stands earlier in the list; notes it. */
function isRepeated(reader: Reader, row: JsonObject, path: Path, seen: Set<string>): boolean {
  const id = readText(reader, row["id"], [...path, "id"]);
  if (id === null) return false;
  const isSeen = seen.has(id);
  if (isSeen) refuse(reader, { code: "duplicate-id", path: [...path, "id"], details: { id } });
  seen.add(id);
  return isSeen;
}
