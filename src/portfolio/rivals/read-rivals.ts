import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import type { Rational } from "../../ground/rational.js";
import {
  demand,
  noFields,
  type Reader,
  readAnswer,
  readDecimal,
  readList,
  readRecord,
  readText,
  refuse,
} from "../../ground/reader.js";
import { type ReadKnown, readKnown } from "../known.js";
import type { ClientChance, PriceKind, RivalAspect } from "./rivals.js";

/** Prices of one product in one currency. */
export type ReadPrice = { readonly product: string; readonly currency: string } & {
  readonly [K in PriceKind]: Rational | null;
};

/** Prices, and coverage, read. */
export interface ReadOffer {
  readonly prices: readonly ReadPrice[];
  readonly coverage: Rational | null;
  /** Also where it is known not to apply. */
  readonly isCoverageKnown: boolean;
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
  return readOffer(reader, readRecord(reader, reader.record["ours"], ["ours"]) ?? noFields(), ["ours"]);
}

/** Reads the rivals; one without an id, or with one that stands earlier, is left out. */
export function readRivals(reader: Reader): ReadRival[] {
  const seen = new Set<string>();
  return listAt(reader, reader.record["rivals"], ["rivals"]).flatMap(({ record, path }) => {
    const id = readKey(reader, record["id"], [...path, "id"]);
    if (id === null || isSeen(reader, seen, id, id, [...path, "id"])) return [];
    const offer = readOffer(reader, record, path);
    const known = Object.entries(NOTES).flatMap(([key, aspect]) =>
      isKnown(readKnown(reader, record[key], [...path, key])) ? aspect : [],
    );
    return {
      id,
      ...offer,
      clients: readClients(reader, record["clients"], [...path, "clients"]),
      known: new Set<RivalAspect>(offer.isCoverageKnown ? [...known, "coverage-density"] : known),
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
    const wholesale = readPrice(reader, price, "wholesale", place);
    return { product, currency, wholesale, retail: readPrice(reader, price, "retail", place) };
  });
  const place = [...path, "coverageDensity"];
  const density = readKnown(reader, record["coverageDensity"], place);
  const coverage = readAmount(reader, density, place);
  return { prices, coverage, isCoverageKnown: coverage !== null || density?.isNotApplicable === true };
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
    const win = readChance(reader, record, "canWin", place);
    return { id, chance: chanceOf(win, readChance(reader, record, "canShare", place)) };
  });
}

function chanceOf(win: boolean | null, share: boolean | null): ClientChance {
  if (win === true) return "can-win";
  if (share === true) return "can-share";
  return win === false && share === false ? "bound" : "unknown";
}

function readPrice(reader: Reader, price: JsonObject, kind: PriceKind, path: Path): Rational | null {
  const place = [...path, kind];
  return readAmount(reader, readKnown(reader, price[kind], place), place);
}

function readAmount(reader: Reader, known: ReadKnown | null, path: Path): Rational | null {
  return readDecimal(reader, known?.value, [...path, "value"], { least: 0 });
}

function readChance(reader: Reader, client: JsonObject, key: "canWin" | "canShare", path: Path): boolean | null {
  const place = [...path, key];
  return readAnswer(reader, readKnown(reader, client[key], place)?.value, [...place, "value"]);
}

/** Whether a note says anything; that it doesn't apply is known too. */
function isKnown(note: ReadKnown | null): boolean {
  return note !== null && (note.isNotApplicable || note.value !== null);
}

interface Entry {
  readonly record: JsonObject;
  readonly path: Path;
}

/** The records of a list; what is none is an issue. */
function listAt(reader: Reader, value: Json | undefined, path: Path): Entry[] {
  return (readList(reader, value, path) ?? []).flatMap((entry, index) => {
    const place = [...path, index];
    const record = demand(reader, readRecord(reader, entry, place), place);
    return record === null ? [] : { record, path: place };
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
