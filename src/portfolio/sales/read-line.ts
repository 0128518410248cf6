import type { PortfolioIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { minusScaled, type Scaled, timesScaled } from "../../ground/scaled.js";
import { type FieldFault, isRead } from "../field.js";
import { own } from "../own.js";
import { currencyName, type FieldReader } from "../rows.js";
import type { ReadSalesOptions } from "./options.js";
import { client, dayReader, demanded, discount, isAbsent } from "./read-fields.js";

/** A line as it was read. */
export interface ReadSalesLine {
  /** `null`: nobody's. */
  readonly client: string | null;
  readonly amount: Scaled;
  readonly day: string | null;
  /** `""` where none is named. */
  readonly currency: string;
}

/** Reads a line. One that has any fault is none; each is told. Nothing that a line holds can make this throw. */
export type LineReader = (line: unknown, index: number) => ReadSalesLine | "outside" | "faulty";

/** A line whose fields are being read: of one that can't be, it tells the fault and gives `null`. */
interface Fields {
  readonly line: object;
  readonly read: <T>(field: string, reader: FieldReader<T>) => T | null;
}

/** A reader of lines. */
export function lineReader(options: ReadSalesOptions, tell: (issue: PortfolioIssue) => void): LineReader {
  const day = dayReader(options.from !== null || options.to !== null);
  return (line, index) => {
    let faults = 0;
    const fault = (issue: FieldFault, field: readonly string[]): void => {
      faults += 1;
      tell({ ...issue, path: [index, ...field] });
    };
    try {
      if (typeof line !== "object" || line === null || Array.isArray(line)) {
        fault({ code: "wrong-type", details: { expected: "object", received: print(line) } }, []);
        return "faulty";
      }
      const fields: Fields = {
        line,
        read: (field, reader) => {
          const one = reader(own(line, field));
          if (isRead(one)) return one.value;
          fault(one.fault, [field]);
          return null;
        },
      };
      const read = readFields(fields, options, day);
      return faults > 0 || read === null ? "faulty" : read;
    } catch {
      fault({ code: "unreadable", details: {} }, []);
      return "faulty";
    }
  };
}

function readFields(
  fields: Fields,
  { from, to }: ReadSalesOptions,
  dayOf: FieldReader<string | null>,
): ReadSalesLine | "outside" | null {
  const day = fields.read("date", dayOf);
  if (day !== null && ((from !== null && day < from) || (to !== null && day > to))) return "outside";
  const read = { client: fields.read("client", client), currency: fields.read("currency", currencyName) };
  const amount = readAmount(fields);
  return amount && { client: read.client, amount, day, currency: read.currency ?? "" };
}

function readAmount({ line, read }: Fields): Scaled | null {
  const isProduct = !isAbsent(own(line, "quantity")) || !isAbsent(own(line, "unitPrice"));
  if (!isAbsent(own(line, "amount")) || !isProduct) return read("amount", demanded);
  const [count, price, off] = [read("quantity", demanded), read("unitPrice", demanded), read("discount", discount)];
  if (count === null || price === null || off === null) return null;
  const full = timesScaled(count, price);
  return off.n === 0 ? full : timesScaled(full, minusScaled({ n: 1, places: 0 }, off));
}
