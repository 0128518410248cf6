import type { PortfolioIssue } from "../../ground/issue.js";
import { takeEach } from "../../ground/iterable.js";
import { print } from "../../ground/print.js";
import type { Scaled } from "../../ground/scaled.js";
import { type Field, isRead } from "../../portfolio/field.js";
import { own } from "../../portfolio/own.js";
import { optionalText, quantity } from "../../portfolio/rows.js";
import type { Deal } from "../time/deal.js";
import { type DealNames, readDeal } from "../time/read-deal.js";

/** A record, read. */
export interface ReadRecord {
  readonly id: string;
  readonly deal: Deal;
  readonly amount: Scaled | null;
  readonly currency: string | null;
}

/** Reads the records; those with any fault are left out, and all their faults are listed. Nothing that a record holds can make this throw. */
export function readRecords(
  records: Iterable<unknown>,
  names: DealNames,
  currency: string | null,
  issues: PortfolioIssue[],
): ReadRecord[] {
  const seen = new Set<string>();
  const read: ReadRecord[] = [];
  takeEach(
    records,
    (row, index) => {
      const record = readRecord(row, index, { names, currency, issues });
      if (record !== null && seen.size === seen.add(record.id).size) {
        issues.push({ code: "duplicate-id", path: [index, "id"], details: { id: record.id } });
      } else if (record !== null) {
        read.push(record);
      }
    },
    "records",
  );
  return read;
}

interface Reading {
  readonly names: DealNames;
  readonly currency: string | null;
  readonly issues: PortfolioIssue[];
}

function readRecord(row: unknown, index: number, { names, currency, issues }: Reading): ReadRecord | null {
  const before = issues.length;
  try {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      const received = row === null ? "null" : print(row);
      issues.push({ code: "wrong-type", path: [index], details: { expected: "object", received } });
      return null;
    }
    const fields = readFields(row, index, currency, issues);
    const deal = readDeal(own(row, "state"), names, { above: { above: null, key: index }, key: "state" }, issues);
    return deal === null || issues.length > before ? null : { ...fields, deal };
  } catch {
    issues.push({ code: "unreadable", path: [index], details: {} });
    return null;
  }
}

function readFields(
  row: object,
  index: number,
  currency: string | null,
  issues: PortfolioIssue[],
): Omit<ReadRecord, "deal"> {
  const field = <T>(key: string, read: (raw: unknown) => Field<T | null>): T | null => {
    const result = read(own(row, key));
    if (isRead(result)) return result.value;
    issues.push({ ...result.fault, path: [index, key] });
    return null;
  };
  const before = issues.length;
  const id = field("id", optionalText);
  if (id === null && issues.length === before) issues.push({ code: "required", path: [index, "id"], details: {} });
  const amount = field("amount", amountOf);
  const named = field("currency", optionalText)?.trim() ?? currency;
  if (amount !== null && named === null && issues.length === before) {
    issues.push({ code: "required", path: [index, "currency"], details: {} });
  }
  return { id: id ?? "", amount, currency: named };
}

function amountOf(raw: unknown): Field<Scaled | null> {
  const field = quantity(raw);
  if (!isRead(field) || field.value === null || field.value.n >= 0) return field;
  return { fault: { code: "out-of-range", details: { received: print(raw), least: 0 } } };
}
