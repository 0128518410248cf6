import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { checkKeys } from "../../ground/keys.js";
import { exactly, printDecimal } from "../../ground/numeral.js";
import { noFields } from "../../ground/reader.js";
import { checkRecord } from "../../ground/record.js";
import { show } from "../../ground/show.js";
import { integerIn, quantityIn } from "../../portfolio/arguments.js";
import { readAsOf, readClientId } from "../survey/read-records.js";
import { TARGET_AGES, TARGET_FACTS, TARGET_MARKS, type TargetAges } from "./identify.js";
import type { Marks } from "./judge.js";

const LONGEST_AGE = 36_525;

/** The options of `identifyTarget`, read. */
export interface ReadIdentifyOptions {
  readonly asOf: string;
  readonly clientId: string | null;
  readonly marks: Marks;
  readonly ages: TargetAges;
  readonly largeVolume: boolean;
}

/** Reads the options, or throws all that is wrong with them. */
export function readIdentifyOptions(options: unknown): ReadIdentifyOptions {
  const issues: ArgumentIssue[] = [];
  const { asOf, clientId, marks, maxAgeDays, largeVolume, ...rest } = checkRecord(options, ["options"], issues);
  checkKeys(rest, ["asOf", "clientId", "marks", "maxAgeDays", "largeVolume"], [], issues);
  if (largeVolume !== undefined && largeVolume !== null && typeof largeVolume !== "boolean") {
    const details = { expected: "boolean", received: show(largeVolume) } as const;
    issues.push({ code: "wrong-type", path: ["largeVolume"], details });
  }
  const read = {
    asOf: readAsOf(asOf, issues),
    clientId: readClientId(clientId, issues),
    marks: readMarks(marks, issues),
    ages: readAges(maxAgeDays, issues),
    largeVolume: largeVolume === true,
  };
  throwIssues(issues);
  return read;
}

function readAges(given: unknown, issues: ArgumentIssue[]): TargetAges {
  const told = given === undefined ? noFields() : checkRecord(given, ["maxAgeDays"], issues);
  checkKeys(told, TARGET_FACTS, ["maxAgeDays"], issues);
  const ages = TARGET_FACTS.map((fact) => {
    const days = told[fact];
    if (days === undefined || days === null) return [fact, days === null ? null : TARGET_AGES[fact]];
    return [fact, integerIn(days, 1, LONGEST_AGE, ["maxAgeDays", fact], issues)];
  });
  return Object.fromEntries(ages) as TargetAges;
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
