import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import type { Rational } from "../../ground/rational.js";
import {
  demand,
  isRecord,
  type Reader,
  readDecimal,
  readList,
  readText,
  refuse,
  wrongType,
} from "../../ground/reader.js";
import type { ClientChance, PriceKind, RivalAspect } from "./rivals.js";

/** Prices of one product in one currency. */
export type ReadPrice = { readonly product: string; readonly currency: string } & {
  readonly [K in PriceKind]: Rational | null;
};

/** Prices, and coverage, read. */
export interface ReadOffer {
  readonly prices: readonly ReadPrice[];
  readonly coverage: Rational | null;
}

/** A rival, read. */
export interface ReadRival extends ReadOffer {
  readonly id: string;
  readonly clients: readonly { readonly id: string; readonly chance: ClientChance }[];
  /** Aspects that are notes, and known. */
  readonly known: ReadonlySet<RivalAspect>;
}

const NOTES = {
  salesPolicy: "sales-policy",
  productMix: "product-mix",
  channelLayout: "channel-layout",
  channelManagement: "channel-management",
  display: "display",
  promotion: "promotion",
} as const satisfies Readonly<Record<string, RivalAspect>>;

/** Reads us. */
export function readOurs(reader: Reader): ReadOffer {
  return readOffer(reader, recordAt(reader, reader.record["ours"], ["ours"]) ?? {}, ["ours"]);
}

/** Reads the rivals; one without an id, or with one that stands earlier, is left out. */
export function readRivals(reader: Reader): ReadRival[] {
  const seen = new Set<string>();
  return listAt(reader, reader.record["rivals"], ["rivals"]).flatMap(({ record, path }) => {
    const id = readKey(reader, record["id"], [...path, "id"]);
    if (id === null || isSeen(reader, seen, id, id, [...path, "id"])) return [];
    const offer = readOffer(reader, record, path);
    const known = Object.entries(NOTES).flatMap(([key, aspect]) =>
      isKnown(recordAt(reader, record[key], [...path, key])) ? aspect : [],
    );
    const density = record["coverageDensity"];
    const isCovered = offer.coverage !== null || (isRecord(density) && density["notApplicable"] === true);
    return {
      id,
      ...offer,
      clients: readClients(reader, record["clients"], [...path, "clients"]),
      known: new Set<RivalAspect>(isCovered ? [...known, "coverage-density"] : known),
    };
  });
}

function readOffer(reader: Reader, record: JsonObject, path: Path): ReadOffer {
  const seen = new Set<string>();
  const prices = listAt(reader, record["prices"], [...path, "prices"]).flatMap(({ record: price, path: place }) => {
    const product = readKey(reader, price["product"], [...place, "product"]);
    const currency = readKey(reader, price["currency"], [...place, "currency"]);
    if (product === null || currency === null) return [];
    if (isSeen(reader, seen, keyOf({ product, currency }), product, [...place, "product"])) return [];
    const wholesale = readAmount(reader, price["wholesale"], [...place, "wholesale"]);
    return { product, currency, wholesale, retail: readAmount(reader, price["retail"], [...place, "retail"]) };
  });
  return { prices, coverage: readAmount(reader, record["coverageDensity"], [...path, "coverageDensity"]) };
}

/** A product in a currency, as one text. */
export function keyOf({ product, currency }: { readonly product: string; readonly currency: string }): string {
  return JSON.stringify([product, currency]);
}

function readClients(reader: Reader, value: Json | undefined, path: Path): ReadRival["clients"] {
  const seen = new Set<string>();
  return listAt(reader, value, path).flatMap(({ record, path: place }) => {
    const id = readKey(reader, record["clientId"], [...place, "clientId"]);
    if (id === null || isSeen(reader, seen, id, id, [...place, "clientId"])) return [];
    const win = readAnswer(reader, record["canWin"], [...place, "canWin"]);
    return { id, chance: chanceOf(win, readAnswer(reader, record["canShare"], [...place, "canShare"])) };
  });
}

function chanceOf(win: boolean | null, share: boolean | null): ClientChance {
  if (win === true) return "can-win";
  if (share === true) return "can-share";
  return win === false && share === false ? "bound" : "unknown";
}

function readAmount(reader: Reader, known: Json | undefined, path: Path): Rational | null {
  return readDecimal(reader, valueOf(reader, known, path), [...path, "value"], { least: 0 });
}

function readAnswer(reader: Reader, known: Json | undefined, path: Path): boolean | null {
  const value = valueOf(reader, known, path);
  if (value === null || typeof value === "boolean") return value;
  const details = { expected: "boolean" as const, received: print(value) };
  return refuse(reader, { code: "wrong-type", path: [...path, "value"], details });
}

/** Whether a note says anything; that it doesn't apply is known too. */
function isKnown(note: JsonObject | null): boolean {
  return note !== null && (note["notApplicable"] === true || (note["value"] ?? null) !== null);
}

/** The value of something known with its provenance. */
function valueOf(reader: Reader, known: Json | undefined, path: Path): Json {
  return recordAt(reader, known, path)?.["value"] ?? null;
}

function recordAt(reader: Reader, value: Json | undefined, path: Path): JsonObject | null {
  if (value === undefined || value === null) return null;
  return isRecord(value) ? value : refuse(reader, wrongType("object", value, path));
}

interface Entry {
  readonly record: JsonObject;
  readonly path: Path;
}

/** The records of a list; what is none is an issue. */
function listAt(reader: Reader, value: Json | undefined, path: Path): Entry[] {
  return (readList(reader, value, path) ?? []).flatMap((entry, index) => {
    const place = [...path, index];
    if (isRecord(entry)) return { record: entry, path: place };
    refuse(reader, wrongType("object", entry, place));
    return [];
  });
}

/** A text that must be there. */
function readKey(reader: Reader, value: Json | undefined, path: Path): string | null {
  return demand(reader, readText(reader, value === "" ? null : value, path), path);
}

function isSeen(reader: Reader, seen: Set<string>, key: string, id: string, path: Path): boolean {
  if (!seen.has(key)) {
    seen.add(key);
    return false;
  }
  refuse(reader, { code: "duplicate-id", path, details: { id } });
  return true;
}
