import { fieldsOf } from "../../ground/calendar/arguments.js";
import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import { checkCalendar } from "../../ground/calendar/define-calendar.js";
import { resolveCalendar } from "../../ground/calendar/resolve.js";
import type { Resolved } from "../../ground/calendar/resolved.js";
import { throwIssues } from "../../ground/error.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Process, ProcessIds, ProcessMilestone, ProcessTask } from "../definition/process.js";
import { resolved as soundProcess } from "../definition/registry.js";
import type { ProcessState } from "../state.js";
import { asOfIssues } from "./as-of.js";
import { dueDay, optionalPoint, pointOf, textOf } from "./clock.js";
import { contactsOf } from "./contacts.js";
import type { Deal, DealStay } from "./deal.js";
import { type DealNames, readDeal } from "./read-deal.js";
import { type Counting, countingOf, countStay, lateness, minutesOfStay } from "./stay-times.js";
import type { DueTime, MilestoneSum, MilestoneTimes, MilestoneTimesOptions, StayTimes, TaskTime } from "./times.js";

/**
 * The time that a deal took, as a function of its state, the calendar and `asOf` (E9.9): for each stay in a milestone when it was entered and left, how many
 * working days and minutes it took, when it is due, and whether it is late; for each milestone the sum of its stays; for the tasks of the milestone where
 * the deal stands when they are due.
 *
 * Working days are counted from the day after the one on which a milestone was entered, up to the day on which it was left, so that stays that follow each
 * other add up. Pauses stop the clock: their working days and minutes don't count, and move the due day. A limit of 3 working days is kept on the third
 * working day after, and over on the day after that. What an imported history doesn't know stays unknown: `null`, never zero. `certain` is `false` where
 * the calendar's `covers` doesn't reach: its holidays may still move a day.
 *
 * What is wrong with the state (a milestone that the process doesn't have, an event after `asOf`, a stay that ends before it begins) is in `issues`, and nothing
 * is counted. A process that `defineProcess` didn't return, a faulty calendar or `asOf` throws a
 * `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { decide, defineCalendar, defineProcess, milestoneTimes, replay } from "keyaccount";
 *
 * const hours = [{ from: "09:00", to: "17:00" }];
 * const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
 * const calendar = defineCalendar({ id: "plain", zone: "+00:00", week, holidays: ["2026-11-04"] });
 * const process = defineProcess({
 *   id: "small", version: "1",
 *   milestones: { talk: { next: ["order"], workingDays: 3 }, order: { end: true } },
 * });
 * const started = decide(process, replay(process, []), { id: "1", type: "start", at: "2026-11-02T09:00:00Z", by: "li" });
 * const state = replay(process, started.ok ? started.value : []);
 * const { stays } = milestoneTimes(process, state, { calendar, asOf: "2026-11-09T10:00:00Z" });
 * [stays[0]?.workingDays, stays[0]?.workingMinutes]; // => [4, 1980]
 * [stays[0]?.due, stays[0]?.overdue, stays[0]?.overdueDays]; // => ["2026-11-06", true, 1]
 * ```
 */
export function milestoneTimes<I extends ProcessIds>(
  process: Process<I>,
  state: ProcessState<I>,
  options: MilestoneTimesOptions,
): MilestoneTimes<I["milestone"]> {
  const { resolved, asOf } = readOptions(options);
  const { process: sound } = soundProcess(process);
  const end = pointOf(resolved, asOf);
  const issues: PortfolioIssue[] = [];
  const deal = readDeal(state, namesOf(sound, asOf), null, issues);
  const head = { v: 1, asOf: textOf(end.day) } as const;
  if (deal === null) return { ...head, status: null, stays: [], milestones: [], tasks: [], contacts: null, issues };
  const counting = countingOf(resolved, end, deal);
  const stays = deal.stays.map((stay) => timesOf(sound, stay, counting));
  return {
    ...head,
    status: deal.status,
    stays,
    milestones: sums(sound, stays),
    tasks: tasksOf(sound, deal, counting),
    contacts: contactsOf(deal, sound.expectedContacts ?? null),
    issues,
  };
}

/** Reads the options, or throws all that is wrong with them. */
function readOptions(options: unknown): { readonly resolved: Resolved; readonly asOf: string } {
  const { calendar: given, asOf } = fieldsOf(options, []);
  const { calendar, issues } = checkCalendar(given, ["calendar"]);
  throwIssues([...issues, ...asOfIssues(asOf)]);
  return { resolved: resolveCalendar(calendar as WorkingCalendar), asOf: asOf as string };
}

function timesOf({ milestones }: Process, stay: DealStay, counting: Counting): StayTimes {
  const milestone = Object.keys(milestones)[stay.milestone] as string;
  const { entered, left, entry, exit } = stay;
  const { due, workingDays, ...count } = countStay(stay, milestones[milestone]?.workingDays ?? null, counting);
  const workingMinutes = minutesOfStay(stay, counting);
  return { milestone, entered, left, entry, exit, workingDays, workingMinutes, ...count, due: textOf(due) };
}

function sums({ milestones }: Process, stays: readonly StayTimes[]): MilestoneSum[] {
  return Object.keys(milestones).flatMap((milestone) => {
    const own = stays.filter((stay) => stay.milestone === milestone);
    if (own.length === 0) return [];
    return [
      {
        milestone,
        stays: own.length,
        workingDays: total(own.map(({ workingDays }) => workingDays)),
        workingMinutes: total(own.map(({ workingMinutes }) => workingMinutes)),
        pausedDays: own.reduce((sum, { pausedDays }) => sum + pausedDays, 0),
      },
    ];
  });
}

/** `null` as soon as one is unknown. */
function total(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0 as number | null);
}

function tasksOf({ milestones }: Process, deal: Deal, counting: Counting): TaskTime[] {
  const stay = deal.stays.at(-1);
  const milestone = Object.values(milestones)[stay?.milestone ?? -1];
  if (stay?.exit !== null || milestone === undefined) return [];
  const { pausedDays } = countStay(stay, null, counting);
  return Object.entries(milestone.tasks).flatMap(([task, definition]) => {
    const limit = (definition as ProcessTask).workingDays;
    if (limit === undefined) return [];
    const completed = deal.completed.get(task) ?? null;
    return [{ task, completed, ...taskDue(limit + pausedDays, limit, { stay, completed, counting }) }];
  });
}

interface Done {
  readonly stay: DealStay;
  readonly completed: string | null;
  readonly counting: Counting;
}

function taskDue(days: number, limit: number, { stay, completed, counting }: Done): DueTime {
  const { resolved, asOf } = counting;
  const from = optionalPoint(resolved, stay.entered);
  if (from === null) return { limit, due: null, overdue: null, overdueDays: null };
  const due = dueDay(resolved, from, days);
  return { limit, due: textOf(due), ...lateness(due, optionalPoint(resolved, completed) ?? asOf, resolved) };
}

function namesOf(process: Process, asOf: string): DealNames {
  const milestones = Object.values<ProcessMilestone>(process.milestones);
  return {
    id: process.id,
    version: process.version,
    milestones: Object.keys(process.milestones),
    tasks: milestones.flatMap(({ tasks }) => Object.keys(tasks)),
    asOf,
  };
}
