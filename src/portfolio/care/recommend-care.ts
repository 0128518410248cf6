import { dayOf, dayText, isAfter } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { checkRecord, integerIn, show } from "../arguments.js";
import {
  CARE_DAYS,
  CARE_MEASURES,
  type CareAdvice,
  type CareFacts,
  type CareMeasure,
  type CareOptions,
  type CarePlan,
  type CareState,
} from "./care.js";

const MOST_DAYS = 36_525;
const NEVER = "never";
/** No day after it can be written. */
const LAST_DAY = "9999-12-31";

/**
 * Says which care a key account is due (E8): supply first, new products first, support of its publicity, executives' visits, joint promotions, its opinion on our people.
 * A function of what was done and the day: no timers. A measure is due on the day its days are over.
 *
 * Throws a `KeyAccountError` with all that is wrong: an `asOf` or a day that is none (`not-a-date`), an unknown measure (`unknown-key`), days out of range.
 *
 * @example
 * ```ts
 * import { recommendCare } from "keyaccount";
 *
 * const { measures } = recommendCare(
 *   { lastTaken: { "ask-opinion": "2026-08-01", "executive-visit": "2026-10-15" } },
 *   { asOf: "2026-11-21", days: { "first-new-products": null, "joint-promotion": null, "support-publicity": null, "supply-first": null } },
 * );
 * measures[0]; // => { measure: "ask-opinion", state: "due", lastTaken: "2026-08-01", dueOn: "2026-10-30", overdueDays: 22 }
 * measures[1]?.dueOn; // => "2027-04-13"
 * ```
 */
export function recommendCare(facts: CareFacts, options: CareOptions): CarePlan {
  const { asOf, days, lastTaken } = readArguments(facts, options);
  const measures = CARE_MEASURES.flatMap((measure) => {
    const within = days[measure];
    return within === null ? [] : adviceOf(measure, lastTaken[measure] ?? null, within, asOf);
  });
  return { v: 1, asOf, measures: measures.sort(byUrgency) };
}

function adviceOf(measure: CareMeasure, taken: string | null, within: number, asOf: string): CareAdvice {
  const last = taken === null || taken === NEVER || isAfter(taken, asOf) ? null : taken;
  if (last === null) {
    return { measure, state: taken === NEVER ? NEVER : "unknown", lastTaken: null, dueOn: null, overdueDays: null };
  }
  const due = (dayOf(last) as number) + within;
  const overdue = (dayOf(asOf) as number) - due;
  const state: CareState = overdue >= 0 ? "due" : "done";
  return {
    measure,
    state,
    lastTaken: last,
    dueOn: dayText(due) ?? LAST_DAY,
    overdueDays: overdue >= 0 ? overdue : null,
  };
}

const URGENCY: readonly CareState[] = ["never", "due", "unknown", "done"];

/** Ties stay in the order in which they come, that of the list. */
function byUrgency(one: CareAdvice, other: CareAdvice): number {
  const states = URGENCY.indexOf(one.state) - URGENCY.indexOf(other.state);
  if (states !== 0 || one.dueOn === other.dueOn) return states;
  return String(one.dueOn) < String(other.dueOn) ? -1 : 1;
}

interface Read {
  readonly asOf: string;
  readonly days: { readonly [K in CareMeasure]: number | null };
  readonly lastTaken: { readonly [K in CareMeasure]?: string | null };
}

function readArguments(facts: unknown, options: unknown): Read {
  const issues: ArgumentIssue[] = [];
  const { asOf, days = {} } = checkRecord(options, ["options"], issues);
  const { lastTaken = {} } = checkRecord(facts, [], issues);
  checkDay(asOf, ["asOf"], issues);
  const taken = checkRecord(lastTaken, ["lastTaken"], issues);
  const within = checkRecord(days, ["days"], issues);
  checkKeys(taken, "lastTaken", issues);
  checkKeys(within, "days", issues);
  for (const measure of CARE_MEASURES) {
    if (taken[measure] !== undefined && taken[measure] !== null && taken[measure] !== NEVER)
      checkDay(taken[measure], ["lastTaken", measure], issues);
  }
  const read = CARE_MEASURES.map((measure) => {
    const given = within[measure] === undefined ? CARE_DAYS[measure] : within[measure];
    return [measure, given === null ? null : integerIn(given, 1, MOST_DAYS, ["days", measure], issues)];
  });
  throwIssues(issues);
  return {
    asOf: asOf as string,
    days: Object.fromEntries(read) as Read["days"],
    lastTaken: taken,
  };
}

function checkDay(value: unknown, path: readonly string[], issues: ArgumentIssue[]): void {
  if (dayOf(value) === null) issues.push({ code: "not-a-date", path, details: { received: show(value) } });
}

function checkKeys(given: Readonly<Record<string, unknown>>, name: string, issues: ArgumentIssue[]): void {
  for (const key of Object.keys(given)) {
    if (CARE_MEASURES.includes(key as CareMeasure)) continue;
    issues.push({ code: "unknown-key", path: [name, key], details: { key, allowed: [...CARE_MEASURES] } });
  }
}
