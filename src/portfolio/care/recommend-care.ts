import { dayOf, dayText } from "../../ground/dates.js";
import {
  demand,
  isLater,
  noFields,
  type Reader,
  readDay,
  readInput,
  readInteger,
  readNested,
  readOptions,
  readRecord,
} from "../../ground/reader.js";
import { checkKeys } from "../arguments.js";
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
 * What can't be read of the facts (no day, a day after `asOf`, a measure that there isn't) is in `issues` and counts as unknown. Faulty options throw a `KeyAccountError` with all that is
 * wrong: no `asOf`, or one that is no day; a measure that there isn't; days out of range.
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
  const { asOf, days } = readCareOptions(options);
  const reader = readInput(facts);
  const lastTaken = readLastTaken(reader, asOf);
  const measures = CARE_MEASURES.flatMap((measure) => {
    const within = days[measure];
    return within === null ? [] : adviceOf(measure, lastTaken[measure], within, asOf);
  });
  return { v: 1, asOf, measures: measures.sort(byUrgency), issues: reader.issues };
}

function adviceOf(measure: CareMeasure, taken: string | null, within: number, asOf: string): CareAdvice {
  if (taken === null || taken === NEVER) {
    return { measure, state: taken ?? "unknown", lastTaken: null, dueOn: null, overdueDays: null };
  }
  const due = (dayOf(taken) as number) + within;
  const overdue = (dayOf(asOf) as number) - due;
  const state: CareState = overdue >= 0 ? "due" : "done";
  return {
    measure,
    state,
    lastTaken: taken,
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

interface CareSettings {
  readonly asOf: string;
  /** `null`: not for this client. */
  readonly days: { readonly [K in CareMeasure]: number | null };
}

function readCareOptions(options: unknown): CareSettings {
  return readOptions(options, ["asOf", "days"], (reader) => {
    const given = readNested(reader, "days", CARE_MEASURES);
    const days = CARE_MEASURES.map((measure) => {
      const read = readInteger(reader, given[measure], ["days", measure], { least: 1, most: MOST_DAYS });
      return [measure, given[measure] === null ? null : (read ?? CARE_DAYS[measure])];
    });
    return {
      asOf: demand(reader, readDay(reader, reader.record["asOf"], ["asOf"]), ["asOf"]) ?? "",
      days: Object.fromEntries(days) as CareSettings["days"],
    };
  });
}

function readLastTaken(reader: Reader, asOf: string): { readonly [K in CareMeasure]: string | null } {
  const given = readRecord(reader, reader.record["lastTaken"], ["lastTaken"]) ?? noFields();
  checkKeys(given, CARE_MEASURES, ["lastTaken"], reader.issues);
  const read = CARE_MEASURES.map((measure) => {
    const path = ["lastTaken", measure];
    const taken = given[measure] === NEVER ? NEVER : readDay(reader, given[measure], path);
    return [measure, taken === NEVER || !isLater(reader, taken, path, asOf) ? taken : null];
  });
  return Object.fromEntries(read) as { readonly [K in CareMeasure]: string | null };
}
