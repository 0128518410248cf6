import { isPlainDate } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { checkCurrency, checkKeys, checkRecord, show } from "../arguments.js";

/** Which lines count. */
export interface ReadSalesOptions {
  readonly from: string | null;
  readonly to: string | null;
  readonly currency: string | null;
}

/** Reads the options of `salesByClient`, or throws all that is wrong with them. */
export function readSalesOptions(options: unknown): ReadSalesOptions {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, ["from", "to", "currency"], [], issues);
  const [from, to] = [readDay(given, "from", issues), readDay(given, "to", issues)];
  if (from !== null && to !== null && from > to) {
    issues.push({ code: "out-of-order", path: ["to"], details: { earlier: from, later: to } });
  }
  const currency = checkCurrency(given["currency"], issues);
  throwIssues(issues);
  return { from, to, currency };
}

function readDay(given: Readonly<Record<string, unknown>>, key: "from" | "to", issues: ArgumentIssue[]): string | null {
  const day = given[key];
  if (day === undefined || isPlainDate(day)) return day ?? null;
  issues.push({ code: "not-a-date", path: [key], details: { received: show(day) } });
  return null;
}
