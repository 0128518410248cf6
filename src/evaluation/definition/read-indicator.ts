import type { Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { type DecimalString, exactly } from "../../ground/numeral.js";
import { compare, ZERO } from "../../ground/rational.js";
import { type BandOf, type Indicator, type Kind, KINDS, type KnotOf, MISSING_POLICIES } from "./kinds.js";
import {
  complete,
  type Field,
  field,

  type Reader,
  readBoolean,
  readBound,
  readDecimal,
  readInteger,
  readList,
  readOptional,
  readRecord,
  readText,
  readWord,
  withoutAbsent,
} from "./reader.js";

type IndicatorOf<K extends Kind> = Extract<Indicator, { kind: K }>;
type Draft<K extends Kind> = Omit<IndicatorOf<K>, "kind" | "group" | "weight" | "missing" | "maxAgeDays">;

interface KindReader<K extends Kind> {
  readonly keys: readonly string[];
  readonly read: (reader: Reader, raw: JsonObject, path: Path, weight: DecimalString) => Draft<K> | undefined;
}

const COMMON = ["kind", "group", "weight", "missing", "maxAgeDays"];
const LONGEST_AGE = 36_525;

/** Reads one indicator into canonical form and checks what can be checked without the others. */
export function readIndicator(reader: Reader, at: Field): Indicator | undefined {
  const before = reader.issues.length;
  const { path } = at;
  const raw = readRecord(reader, at, allowedKeys(at.value));
  if (raw === undefined) return undefined;
  const kind = readWord(reader, field(raw, "kind", path), KINDS);
  const weight = readWeight(reader, raw, path);
  const group = readOptional(field(raw, "group", path), (at) => readText(reader, at));
  const missing = readOptional(field(raw, "missing", path), (at) => readWord(reader, at, MISSING_POLICIES));
  const maxAgeDays = readOptional(field(raw, "maxAgeDays", path), (at) => readInteger(reader, at, 1, LONGEST_AGE));
  const draft = kind === undefined ? undefined : KIND_READERS[kind].read(reader, raw, path, weight ?? "1");
  if (reader.issues.length > before) return undefined;
  return withoutAbsent({ kind, group, weight, ...draft, missing, maxAgeDays }) as Indicator;
}

function allowedKeys(value: Json | undefined): readonly string[] {
  const kind = KINDS.find((candidate) => candidate === (value as JsonObject | null)?.["kind"]);
  return [...COMMON, ...(kind === undefined ? Object.values(KIND_READERS).flatMap(({ keys }) => keys) : KIND_READERS[kind].keys)];
}

function readWeight(reader: Reader, raw: JsonObject, path: Path): DecimalString | undefined {
  const weight = readDecimal(reader, field(raw, "weight", path));
  if (weight === undefined || isPositive(weight)) return weight;
  reader.issues.push({ code: "not-positive", path: [...path, "weight"], details: { received: weight } });
  return undefined;
}

/** Whether a decimal is above zero. */
export function isPositive(text: DecimalString): boolean {
  return compare(exactly(text), ZERO) > 0;
}

/** Whether a decimal is below another. */
export function isBelow(a: DecimalString, b: DecimalString): boolean {
  return compare(exactly(a), exactly(b)) < 0;
}

const ratio: KindReader<"ratio"> = {
  keys: ["standard", "better", "cap", "floor", "relativeScale"],
  read(reader, raw, path) {
    const standard = readDecimal(reader, field(raw, "standard", path));
    const better = readWord(reader, field(raw, "better", path), ["higher", "lower"], "higher");
    const cap = readOptional(field(raw, "cap", path), (at) => readDecimal(reader, at));
    const floor = readOptional(field(raw, "floor", path), (at) => readDecimal(reader, at));
    const relativeScale = readOptional(field(raw, "relativeScale", path), (at) => readInteger(reader, at, 0, 9));
    if (standard !== undefined && !isPositive(standard)) {
      reader.issues.push({ code: "standard-not-positive", path: [...path, "standard"], details: { standard } });
    }
    if (cap !== undefined && floor !== undefined && isBelow(cap, floor)) {
      reader.issues.push({ code: "cap-below-floor", path: [...path, "cap"], details: { cap, floor } });
    }
    return standard === undefined ? undefined : { standard, better, cap, floor, relativeScale };
  },
};

const standardScore: KindReader<"standard-score"> = {
  keys: ["standard", "best", "max", "min", "clamp"],
  read(reader, raw, path, weight) {
    const standard = readDecimal(reader, field(raw, "standard", path));
    const best = readDecimal(reader, field(raw, "best", path));
    const max = readDecimal(reader, field(raw, "max", path));
    const min = readDecimal(reader, field(raw, "min", path));
    const clamp = readBoolean(reader, field(raw, "clamp", path), true);
    if (standard === undefined || best === undefined || max === undefined || min === undefined) return undefined;
    if (standard === best) reader.issues.push({ code: "best-equals-standard", path: [...path, "best"], details: { standard } });
    if (!isBelow(weight, max) || isBelow(weight, min)) {
      reader.issues.push({ code: "weight-not-between", path: [...path, "max"], details: { weight, min, max } });
    }
    return { standard, best, max, min, clamp };
  },
};

const interpolate: KindReader<"interpolate"> = {
  keys: ["knots", "beyond"],
  read(reader, raw, path) {
    const beyond = readWord(reader, field(raw, "beyond", path), ["hold", "extend"], "hold");
    const list = readList(reader, field(raw, "knots", path), 2);
    const knots = complete(list?.map((value, index) => readKnot(reader, { value, path: [...path, "knots", index] })));
    if (knots === undefined) return undefined;
    const [first, second] = knots;
    const isRising = first !== undefined && second !== undefined && isBelow(first.at, second.at);
    knots.forEach(({ at }, index) => {
      const previous = knots[index - 1]?.at;
      if (previous === undefined || (isRising ? isBelow(previous, at) : isBelow(at, previous))) return;
      reader.issues.push({ code: "knots-unordered", path: [...path, "knots", index, "at"], details: { at } });
    });
    return { knots, beyond };
  },
};

function readKnot(reader: Reader, { value, path }: Field): KnotOf<DecimalString> | undefined {
  const raw = readRecord(reader, { value, path }, ["at", "share"]);
  if (raw === undefined) return undefined;
  const at = readDecimal(reader, field(raw, "at", path));
  const share = readDecimal(reader, field(raw, "share", path));
  return at === undefined || share === undefined ? undefined : { at, share };
}

const bands: KindReader<"bands"> = {
  keys: ["bands"],
  read(reader, raw, path) {
    const list = readList(reader, field(raw, "bands", path), 1);
    const read = complete(list?.map((value, index) => readBand(reader, { value, path: [...path, "bands", index] })));
    if (read === undefined) return undefined;
    read.forEach((band, index) => checkBand(reader, read[index - 1], band, [...path, "bands", index, "from"]));
    return { bands: read };
  },
};

function readBand(reader: Reader, { value, path }: Field): BandOf<DecimalString> | undefined {
  const raw = readRecord(reader, { value, path }, ["from", "share"]);
  if (raw === undefined) return undefined;
  const from = readBound(reader, field(raw, "from", path));
  const share = readDecimal(reader, field(raw, "share", path));
  return from === undefined || share === undefined ? undefined : { from, share };
}

function checkBand(reader: Reader, before: BandOf<DecimalString> | undefined, { from }: BandOf<DecimalString>, path: Path): void {
  if (before === undefined) {
    if (from !== null) reader.issues.push({ code: "bands-gap", path, details: { from } });
  } else if (from === null || (before.from !== null && !isBelow(before.from, from))) {
    reader.issues.push({ code: "bands-overlap", path, details: { from: from ?? "null" } });
  }
}

const rating: KindReader<"rating"> = {
  keys: ["min", "max"],
  read(reader, raw, path) {
    const min = readDecimal(reader, field(raw, "min", path));
    const max = readDecimal(reader, field(raw, "max", path));
    if (min === undefined || max === undefined) return undefined;
    if (!isBelow(min, max)) reader.issues.push({ code: "empty-range", path: [...path, "max"], details: { min, max } });
    return { min, max };
  },
};

const choice: KindReader<"choice"> = {
  keys: ["options"],
  read(reader, raw, path) {
    const at = field(raw, "options", path);
    const options = readRecord(reader, at);
    if (options === undefined) return undefined;
    const count = Object.keys(options).length;
    if (count === 0) reader.issues.push({ code: "too-few", path: at.path, details: { least: 1, received: 0 } });
    const shares = Object.keys(options).map((code) => [code, readDecimal(reader, field(options, code, at.path))] as const);
    return { options: Object.fromEntries(shares.map(([code, share]) => [code, share ?? "0"])) };
  },
};

const flag: KindReader<"flag"> = {
  keys: ["expect"],
  read: (reader, raw, path) => ({ expect: readBoolean(reader, field(raw, "expect", path), true) }),
};

const share: KindReader<"share"> = { keys: [], read: () => ({}) };

const KIND_READERS: { readonly [K in Kind]: KindReader<K> } = {
  ratio,
  "standard-score": standardScore,
  interpolate,
  bands,
  rating,
  choice,
  flag,
  share,
};
