import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { exactly, printDecimal } from "../../ground/numeral.js";
import { noFields } from "../../ground/reader.js";
import { checkKeys, checkRecord, quantityIn, show } from "../../portfolio/arguments.js";
import { readAsOf, readClientId } from "../survey/read-records.js";
import { TARGET_MARKS } from "./identify.js";
import type { Marks } from "./judge.js";

/** The options of `identifyTarget`, read. */
export interface ReadIdentifyOptions {
  readonly asOf: string;
  readonly clientId: string | null;
  readonly marks: Marks;
  readonly largeVolume: boolean;
}

/** Reads the options, or throws all that is wrong with them. */
export function readIdentifyOptions(options: unknown): ReadIdentifyOptions {
  const issues: ArgumentIssue[] = [];
  const { asOf, clientId, marks, largeVolume, ...rest } = checkRecord(options, ["options"], issues);
  checkKeys(rest, ["asOf", "clientId", "marks", "largeVolume"], [], issues);
  if (largeVolume !== undefined && largeVolume !== null && typeof largeVolume !== "boolean") {
    const details = { expected: "boolean", received: show(largeVolume) } as const;
    issues.push({ code: "wrong-type", path: ["largeVolume"], details });
  }
  const read = {
    asOf: readAsOf(asOf, issues),
    clientId: readClientId(clientId, issues),
    marks: readMarks(marks, issues),
    largeVolume: largeVolume === true,
  };
  throwIssues(issues);
  return read;
}

/** `core` is no lower than `enough`. */
function readMarks(given: unknown, issues: ArgumentIssue[]): Marks {
  const all = given === undefined ? noFields() : checkRecord(given, ["marks"], issues);
  checkKeys(all, ["enough", "core"], ["marks"], issues);
  const { enough = TARGET_MARKS.enough, core = TARGET_MARKS.core } = all as Partial<Record<keyof Marks, unknown>>;
  const [one, five] = [exactly("1"), exactly("5")];
  const least = quantityIn(enough, one, five, ["marks", "enough"], issues) ?? one;
  const most = quantityIn(core, least, five, ["marks", "core"], issues) ?? five;
  return { enough: printDecimal(least), core: printDecimal(most) };
}
