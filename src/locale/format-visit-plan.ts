import { type ClockShift, type HostClock, readClock } from "../ground/calendar/host-clock.js";
import { isInPerson } from "../ground/in-person.js";
import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import type { Participant } from "../models/record/participant.js";
import type { PlannedQuestion, VisitPlan } from "../models/record/visit-plan.js";
import type { OpenPart, PlannedVisit, PlanReason } from "../visits/plan/plan.js";
import { headed } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import { formatVisitReason } from "./format-visit-reason.js";
import { localSpan, localTime } from "./local-time.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { present } from "./present-params.js";
import { safeText } from "./safe-text.js";
import { type Align, tableLines } from "./table.js";

const COLUMNS: readonly Align[] = ["left", "left"];

/**
 * Prints a planned visit (A6.1) for those who go: which visit it is, when and where, who does what, what to learn, to present and to carry, the questions to expect, the
 * procedure of a first visit and how to behave; and what is still open, people by the names that the plan has for them. A line of which there is nothing to say is left out.
 *
 * Times are those of the host's clock: of the `calendar`, or of `offset` (`"+08:00"`); without either they are in UTC, and say so.
 *
 * Plain text for a fixed-width font, columns aligned for Chinese and Latin alike; it ends with a line end. A fact to learn goes by its indicator's name, else by the words of the survey's question,
 * where the library didn't word it. What isn't of the shapes asked for ends in a `KeyAccountError` (`wrong-type`, `unreadable`).
 *
 * @example
 * ```ts
 * import { formatVisitPlan, planVisit } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const planned = planVisit({ id: "p-1", asOf: "2026-11-23", client: { id: "c-7" }, visits: [], questions: { questions: [{ indicator: "salesReps" }] } });
 * const lines = formatVisitPlan(planned, en).split("\n");
 * lines[0]; // => "Visit plan for c-7, as of 2026-11-23"
 * lines.find((line) => line.startsWith("To learn")); // => "To learn     Salespeople (number)"
 *
 * const timed = planVisit({ id: "p-2", asOf: "2026-11-23", client: { id: "c-7" }, startsAt: "2026-11-26T02:00:00Z", endsAt: "2026-11-26T03:00:00Z" });
 * const when = (text: string) => text.split("\n").find((line) => line.startsWith("When"))?.slice(4).trim();
 * when(formatVisitPlan(timed, en, { offset: "+08:00" })); // => "2026-11-26 10:00 – 11:00"
 * when(formatVisitPlan(timed, en)); // => "2026-11-26 02:00 – 03:00 UTC"
 * ```
 */
export function formatVisitPlan(planned: PlannedVisit, locale: Locale, options: HostClock = {}): string {
  return ofShape({ planned, locale, options }, () => write(planned, locale, readClock(options)));
}

function write(planned: PlannedVisit, locale: Locale, shift: ClockShift): string {
  const words = locale.visits.plan;
  const asOf = localTime(planned.asOf, shift, locale);
  const title = fill(words.title, { client: planned.plan.clientId, asOf }, locale);
  const rows = [...basicLines(planned, locale, shift), ...contentLines(planned, locale), ...ruleLines(planned, locale)];
  return [safeText(title), "", ...tableLines(rows, COLUMNS), ""].join("\n");
}

function basicLines({ plan, open, ready }: PlannedVisit, locale: Locale, shift: ClockShift): string[][] {
  const { visits, vocabulary } = locale;
  const words = visits.plan;
  const { visitNumber, startsAt, endsAt } = plan;
  const isNumbered = visitNumber !== undefined && (plan.way ?? "visit") === "visit";
  const number = !isNumbered ? "" : fill(words.visit, { number: String(visitNumber) }, locale);
  const time = localSpan(startsAt ?? null, endsAt ?? null, shift, locale);
  return [
    ...headed(
      ready ? words.ready : words.open,
      ready ? [number] : open.map((one) => formatVisitReason(named(one, plan), locale)),
    ),
    ...headed(words.when, some(whenLine(ready ? "" : number, time, locale))),
    ...headed(words.place, some(plan.place)),
    ...headed(words.way, codeLines(vocabulary.contactWays, plan.way)),
    ...headed(words.manner, codeLines(vocabulary.visitManners, plan.manner)),
    ...headed(words.focus, codeLines(vocabulary.visitFocuses, plan.focus)),
    ...headed(words.goals, listed(plan.goals)),
    ...headed(words.ours, peopleLines(plan.ours, visits.tasks, locale)),
    ...headed(words.theirs, peopleLines(plan.theirs, vocabulary.purchaseRoles, locale)),
  ];
}

/** Which visit it is and when, or what of it there is to say. */
function whenLine(number: string, time: string, locale: Locale): string {
  return number === "" || time === "" ? number + time : fill(locale.visits.plan.numbered, { number, time }, locale);
}

function some(text: string | undefined): readonly string[] {
  return text === undefined || text === "" ? [] : [text];
}

function codeLines(table: WordTable, code: string | undefined): readonly string[] {
  return code === undefined ? [] : [wordFor(table, code)];
}

function peopleLines(
  people: readonly Participant[] | undefined,
  tasks: WordTable,
  { visits, plurals }: Locale,
): string[] {
  return listed(people).map(({ name, rank, task }) =>
    fill(
      visits.plan.withTask,
      {
        name,
        ...present({ rank: rank && wordFor(visits.ranks, rank), task: task && wordFor(tasks, task) }),
      },
      { plurals },
    ),
  );
}

function contentLines({ plan }: PlannedVisit, locale: Locale): string[][] {
  const { visits } = locale;
  const words = visits.plan;
  const questions = listed(plan.expectedQuestions).map(({ question, answer }) =>
    fill(words.answered, { question, ...present({ answer }) }, locale),
  );
  return [
    ...headed(
      words.learn,
      listed(plan.learn).map((one) => questionWords(one, locale)),
    ),
    ...headed(
      words.present,
      listed(plan.present).map(({ topic }) => wordFor(visits.subjects, topic)),
    ),
    ...headed(
      words.handOver,
      listed(plan.handOver).map((one) => wordFor(visits.materials, one)),
    ),
    ...headed(
      isInPerson(plan.way ?? "visit") ? words.carry : words.atHand,
      listed(plan.carry).map((one) => wordFor(visits.materials, one)),
    ),
    ...headed(words.questions, questions),
  ];
}

/** The words of an indicator, else of a survey's question, by the question's name or the fact's; the question as it stands where there are none. */
function questionWords(
  { question, field = question }: PlannedQuestion,
  { indicators, surveyQuestions }: Locale,
): string {
  const tables: readonly WordTable[] = [indicators, surveyQuestions];
  const words = [question, field].flatMap((name) => tables.map((table) => wordFor(table, name)));
  return words.find((one, index) => one !== (index < tables.length ? question : field)) ?? question;
}

function ruleLines({ plan, reasons, procedure, conduct }: PlannedVisit, locale: Locale): string[][] {
  const { visits } = locale;
  return [
    ...headed(
      visits.plan.reasons,
      reasons.map((one) => formatVisitReason(named(one, plan), locale)),
    ),
    ...headed(
      visits.plan.procedure,
      procedure.map((step) => wordFor(visits.firstVisitSteps, step)),
    ),
    ...headed(
      visits.plan.conduct,
      conduct.map((rule) => wordFor(visits.conductRules, rule)),
    ),
  ];
}

const PERSONS: readonly string[] = ["person", "instead"];

/** With the names of those whom the plan names, instead of their ids. */
function named<R extends OpenPart | PlanReason>(reason: R, { ours, theirs }: VisitPlan): R {
  const people = [...listed(ours), ...listed(theirs)];
  const nameOf = (id: unknown): unknown => people.find((one) => one.id === id)?.name ?? id;
  return Object.fromEntries(
    Object.entries(reason).map(([key, value]) => [key, PERSONS.includes(key) ? nameOf(value) : value]),
  ) as R;
}

function listed<T>(list: readonly T[] = []): readonly T[] {
  return list;
}
