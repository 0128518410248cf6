import { type ClockShift, type HostClock, readClock } from "../ground/calendar/host-clock.js";
import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import type { AppointmentFinding } from "../visits/appointment/check.js";
import type { CadenceReason } from "../visits/cadence/cadence.js";
import type { OpenPart, PlanReason } from "../visits/plan/plan.js";
import type { VisitFinding } from "../visits/record/review.js";
import type { WeekReason } from "../visits/week/week.js";
import { fill } from "./fill.js";
import { localTime } from "./local-time.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { safeText } from "./safe-text.js";

/** Anything about visits that has a code and parameters. */
export type VisitReason = OpenPart | PlanReason | AppointmentFinding | CadenceReason | WeekReason | VisitFinding;

/**
 * Says in words what is open in a plan or why it is as it is, what an appointment lacks, why a client is due or isn't visited this week, what a record lacks. People and clients go by
 * their ids; a code without words in the locale prints as the code. Moments are shown on the clock of the `calendar`, or of `offset` (`"+08:00"`); without either in UTC, and saying so. What isn't of the shapes asked for ends in a `KeyAccountError` (`wrong-type`, `unreadable`).
 *
 * @example
 * ```ts
 * import { formatVisitReason, visitCadence } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const [north] = visitCadence([{ id: "north", level: "A", lastVisit: "2026-10-12" }], { asOf: "2026-11-23" }).clients;
 * north?.reasons.map((reason) => formatVisitReason(reason, en)); // => ["every 30 days, last on 2026-10-12", "never more than 90 days without contact, last contact on 2026-10-12"]
 * ```
 */
export function formatVisitReason(reason: VisitReason, locale: Locale, options: HostClock = {}): string {
  return ofShape({ reason, locale, options }, () => write(reason, locale, readClock(options)));
}

function write(reason: VisitReason, locale: Locale, shift: ClockShift): string {
  const { code, ...params } = reason;
  const words = Object.entries(params).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, localTime(paramWord(name, String(value), reason, locale), shift, locale)]],
  );
  return safeText(fill(wordFor(tableWith(code, locale), code), Object.fromEntries(words), locale));
}

function tableWith(code: string, { visits }: Locale): WordTable {
  const { openParts, planReasons, appointmentFindings, cadenceReasons, weekReasons, visitFindings } = visits;
  const tables: readonly WordTable[] = [
    openParts,
    planReasons,
    appointmentFindings,
    cadenceReasons,
    weekReasons,
    visitFindings,
  ];
  return tables.find((table) => Object.hasOwn(table, code)) ?? {};
}

/** Parameters that are codes themselves. */
function paramWord(name: string, value: string, reason: VisitReason, { visits, vocabulary, dayUnits }: Locale): string {
  if (name === "unit") return wordFor(dayUnits, value);
  if (reason.code === "not-as-planned" && name !== "part") {
    const { contactWays: way, visitManners: manner, visitFocuses: focus } = vocabulary;
    const tables: { readonly [P in typeof reason.part]?: WordTable } = { way, manner, focus };
    return wordFor(tables[reason.part] ?? {}, value);
  }
  if (name === "focus") return wordFor(vocabulary.visitFocuses, value);
  if (name === "part") return wordFor({ ...visits.reviewedParts, ...visits.recordParts }, value);
  return name === "least" ? wordFor(visits.ranks, value) : value;
}
