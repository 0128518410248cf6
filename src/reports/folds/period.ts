import { isPlainDate, type PlainDate } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { show } from "../../ground/show.js";
import { ownFields } from "../own-fields.js";

/** A period, read. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly salesperson: string | null;
}

/** Reads the options of a period; throws their faults. */
export function readPeriod(options: unknown): Period {
  const { from, to, salesperson = null } = ownFields(options, ["from", "to", "salesperson"]);
  const issues: ArgumentIssue[] = [];
  for (const [key, day] of Object.entries({ from, to })) {
    if (!isPlainDate(day)) issues.push({ code: "not-a-date", path: [key], details: { received: show(day) } });
  }
  if (salesperson !== null && typeof salesperson !== "string") {
    issues.push({
      code: "wrong-type",
      path: ["salesperson"],
      details: { expected: "string", received: show(salesperson) },
    });
  }
  if (issues.length === 0 && String(to) < String(from)) {
    issues.push({ code: "out-of-order", path: ["to"], details: { earlier: String(from), later: String(to) } });
  }
  throwIssues(issues);
  return { from, to, salesperson } as Period;
}
