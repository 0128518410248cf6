import { type CalendarDefinition, WEEKDAYS, type WorkingCalendar } from "../../ground/calendar/calendar.js";
import { checkCalendar } from "../../ground/calendar/define-calendar.js";
import { resolveCalendar } from "../../ground/calendar/resolve.js";
import type { Resolved } from "../../ground/calendar/resolved.js";
import { dayOf } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { checkKeys } from "../../ground/keys.js";
import { checkRecord } from "../../ground/record.js";
import { readScaled, type Scaled } from "../../ground/scaled.js";
import { show } from "../../ground/show.js";
import { checkList, integerIn } from "../../portfolio/arguments.js";
import type { Process, ProcessMilestone } from "../definition/process.js";
import { resolved as soundProcess } from "../definition/registry.js";
import { AGE_CUTS } from "./figures.js";

/** A milestone, as its figures need it. */
export interface Stage {
  readonly id: string;
  readonly likelihood: Scaled | null;
  readonly limit: number | null;
}

/** The options of `pipeline`, read. */
export interface PipelineSettings {
  readonly process: Process;
  readonly stages: readonly Stage[];
  readonly asOf: string;
  readonly resolved: Resolved;
  /** Whether working days are known. */
  readonly hasCalendar: boolean;
  readonly currency: string | null;
  readonly ages: readonly number[];
}

const KEYS = ["process", "asOf", "calendar", "currency", "ages"];
const MOST_AGES = 100;
const MOST_AGE = 4_000_000;

/** Reads the options, or throws all that is wrong with them. */
export function readOptions(options: unknown): PipelineSettings {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, KEYS, [], issues);
  const { asOf, currency } = given;
  const hasCalendar = given["calendar"] !== undefined;
  const { calendar, issues: faults } = checkCalendar(hasCalendar ? given["calendar"] : everyDay(), ["calendar"]);
  issues.push(...(faults as readonly ArgumentIssue[]));
  if (dayOf(asOf) === null) issues.push({ code: "not-a-date", path: ["asOf"], details: { received: show(asOf) } });
  if (currency !== undefined && (typeof currency !== "string" || currency.trim() === "")) {
    issues.push({ code: "wrong-type", path: ["currency"], details: { expected: "string", received: show(currency) } });
  }
  const ages = readAges(given["ages"], issues);
  throwIssues(issues);
  const { process } = soundProcess(given["process"]);
  return {
    process,
    stages: Object.entries<ProcessMilestone>(process.milestones).map(([id, { likelihood, workingDays }]) => ({
      id,
      likelihood: likelihood === undefined ? null : readScaled(likelihood),
      limit: workingDays ?? null,
    })),
    asOf: asOf as string,
    resolved: resolveCalendar(calendar as WorkingCalendar),
    hasCalendar,
    currency: (currency as string | undefined)?.trim() ?? null,
    ages,
  };
}

function readAges(value: unknown, issues: ArgumentIssue[]): readonly number[] {
  const list = value === undefined ? AGE_CUTS : (checkList(value, ["ages"], issues) ?? []);
  if (list.length > MOST_AGES) {
    issues.push({ code: "too-many", path: ["ages"], details: { most: MOST_AGES, received: list.length } });
    return [];
  }
  let least = 1;
  return list.map((one, index) => {
    const age = integerIn(one, least, MOST_AGE, ["ages", index], issues);
    least = age + 1;
    return age;
  });
}

/** The calendar of those who have none: all days, in UTC. */
function everyDay(): CalendarDefinition {
  const hours = [{ from: "00:00", to: "24:00" }] as const;
  return { id: "every-day", zone: "+00:00", week: Object.fromEntries(WEEKDAYS.map((day) => [day, hours])) };
}
