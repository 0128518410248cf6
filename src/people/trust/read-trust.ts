import { isAfter } from "../../ground/dates.js";
import type { Path } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import {
  demand,
  isLater,
  type Reader,
  readAnswer,
  readCode,
  readDay,
  readInput,
  readList,
  readNested,
  readOptions,
  readRow,
  readText,
  refuse,
} from "../../ground/reader.js";
import type { TrustRelation } from "../../ground/vocabulary.js";
import { EVIDENCE_BY_RELATION, TRUST_EVIDENCE, type TrustEvidence } from "./trust.js";

/** An entry, read; `null` is unknown. */
export interface Entry {
  readonly relation: TrustRelation;
  readonly at: string | null;
  readonly source: string | null;
  readonly evidence: readonly TrustEvidence[] | null;
}

/** What holds today. */
export type Today = ReadonlyMap<TrustEvidence, boolean | null>;

/** The options, read. */
export interface TrustSettings {
  readonly today: Today;
  readonly asOf: string | null;
}

/** Reads the options; throws all their faults. */
export function readTrustOptions(options: unknown): TrustSettings {
  return readOptions(options, ["evidence", "asOf"], (reader) => {
    const given = readNested(reader, "evidence", TRUST_EVIDENCE);
    const answers = TRUST_EVIDENCE.map((code) => [code, readAnswer(reader, given[code], ["evidence", code])] as const);
    return { today: new Map(answers), asOf: readDay(reader, reader.record["asOf"], ["asOf"]) };
  });
}

/** Reads the history in its order, and what the client is now. */
export function readTrust(
  current: unknown,
  history: unknown,
  { asOf }: TrustSettings,
): { readonly reader: Reader; readonly current: TrustRelation | null; readonly entries: readonly Entry[] } {
  const reader = readInput({ current, history });
  const now = readRelation(reader, reader.record["current"], ["current"]);
  const list = demand(reader, readList(reader, reader.record["history"], ["history"]), ["history"]) ?? [];
  const entries: Entry[] = [];
  let last: string | null = null;
  list.forEach((row, index) => {
    const entry = readEntry(reader, row, ["history", index], asOf, last);
    if (entry === null) return;
    entries.push(entry);
    last = entry.at ?? last;
  });
  return { reader, current: now, entries };
}

function readRelation(reader: Reader, value: Json | undefined, path: Path): TrustRelation | null {
  return readCode(reader, value, path, Object.keys(EVIDENCE_BY_RELATION) as TrustRelation[]);
}

function readEntry(reader: Reader, row: Json, path: Path, asOf: string | null, last: string | null): Entry | null {
  const fields = readRow(reader, row, path);
  if (fields === null) return null;
  const told = readRelation(reader, fields["relation"], [...path, "relation"]);
  const relation = demand(reader, told, [...path, "relation"]);
  const at = readDay(reader, fields["at"], [...path, "at"]);
  if (relation === null || isLater(reader, at, [...path, "at"], asOf)) return null;
  return {
    relation,
    at: inOrder(reader, at, last, [...path, "at"]),
    source: readText(reader, fields["source"], [...path, "source"]),
    evidence: readEvidence(reader, fields["evidence"], [...path, "evidence"]),
  };
}

/** A day before that of an earlier entry is as good as unknown. */
function inOrder(reader: Reader, at: string | null, last: string | null, path: Path): string | null {
  if (at === null || last === null || !isAfter(last, at)) return at;
  return refuse(reader, { code: "out-of-order", path, details: { earlier: last, later: at } });
}

function readEvidence(reader: Reader, value: Json | undefined, path: Path): readonly TrustEvidence[] | null {
  const list = readList(reader, value, path);
  if (list === null) return null;
  const codes = list.map((code, index) =>
    demand(reader, readCode(reader, code, [...path, index], TRUST_EVIDENCE), [...path, index]),
  );
  return TRUST_EVIDENCE.filter((code) => codes.includes(code));
}
