import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import type { AppointmentFinding } from "../visits/appointment/check.js";
import type { CadenceReason } from "../visits/cadence/cadence.js";
import type { OpenPart, PlanReason } from "../visits/plan/plan.js";
import type { VisitFinding } from "../visits/record/review.js";
import type { WeekReason } from "../visits/week/week.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { safeText } from "./safe-text.js";

/** Anything about visits that has a code and parameters. */
export type VisitReason = OpenPart | PlanReason | AppointmentFinding | CadenceReason | WeekReason | VisitFinding;

/**
 * Says in words what is open in a plan or why it is as it is, what an appointment lacks, why a client is due or isn't visited this week, what a record lacks. People and clients go by
 * their ids; a code without words in the locale prints as the code. What isn't of the shapes asked for ends in a `KeyAccountError` (`wrong-type`, `unreadable`).
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
export function formatVisitReason(reason: VisitReason, locale: Locale): string {
  return ofShape({ reason, locale }, () => write(reason, locale));
}

function write(reason: VisitReason, locale: Locale): string {
  const { code, ...params } = reason;
  const words = Object.entries(params).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, paramWord(name, String(value), locale)]],
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
function paramWord(name: string, value: string, { visits, vocabulary }: Locale): string {
  if (name === "focus") return wordFor(vocabulary.visitFocuses, value);
  if (name === "part") return wordFor({ ...visits.reviewedParts, ...visits.recordParts }, value);
  return name === "least" ? wordFor(visits.ranks, value) : value;
}
