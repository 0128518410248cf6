// The sweep as lines of text.
import {
  formatIssue,
  formatReason,
  formatVisitReason,
  TARGET_STATUSES,
  TARGET_VERDICTS,
  type TargetIdentification,
  type WeekPlan,
} from "keyaccount";
import { aligned } from "../northwind/table.js";
import { nameOf } from "./dealers.js";
import type { SweepForms } from "./forms.js";
import type { Judged } from "./judge.js";
import type { Evening, Sweep } from "./week.js";
import type { SweepWords } from "./words.js";

const METRES = 1000;
/** Dealers whose evenings are shown: three that settle early, one whose owner spoke too well of how it pays, one that is soon out of the question, one that won't tell. */
const SHOWN = ["d-09", "d-14", "d-39", "d-06", "d-24", "d-23"] as const;

/** The route, day by day. */
export function routeLines({ route }: Sweep, words: SweepWords): string[] {
  const way = (length: number): string => words.kilometres((length / METRES).toFixed(1));
  const rows = route.days.map(({ day, clients, length }) => [
    String(day),
    words.dealers(clients.length),
    way(length),
    clients.map(nameOf).join(words.comma),
  ]);
  return [...aligned(rows, ["left", "right", "right", "left"]), way(route.length)];
}

/** Who was left out, and why. */
export function leftOutLines({ route, coverage }: Sweep, { locale, colon }: SweepWords): string[] {
  return [
    ...route.unrouted.map(({ id, reason }) => `${nameOf(id)}${colon}${formatReason(reason, locale)}`),
    ...(coverage.ok ? [] : coverage.issues.map((issue) => formatIssue(named(issue), locale))),
  ];
}

type CoverageIssue = Extract<Sweep["coverage"], { readonly ok: false }>["issues"][number];

/** An issue of the coverage that tells of a dealer by its name. */
function named(issue: CoverageIssue): CoverageIssue {
  if (issue.code !== "left-out") return { ...issue, path: [] };
  return { ...issue, path: [], details: { ...issue.details, id: nameOf(issue.details.id) } };
}

/** What each daily report comes to, a line for each salesperson and day. */
export function dayLines(days: SweepForms["days"], { dayTotals }: SweepWords): string[] {
  const rows = days.map(({ fields: { date, salesperson, ...totals } }) => [
    date ?? "",
    salesperson ?? "",
    ...[totals.visits, totals.totalMinutes, totals.warm, totals.neutral, totals.cold, totals.good, totals.noResult].map(
      String,
    ),
  ]);
  return aligned([dayTotals, ...rows], ["left", "left", "right", "right", "right", "right", "right", "right", "right"]);
}

/** Some dealers' grades with the interval that is still open, evening by evening, and how many grades are settled. */
export function sharpeningLines({ evenings }: Sweep, words: SweepWords): string[] {
  const days = evenings.map(({ day }) => day.slice(5));
  const rows = SHOWN.map((id) => [nameOf(id), ...evenings.map(({ dealers }) => standing(dealers, id))]);
  return aligned(
    [
      [words.dealer, ...days],
      ...rows,
      [words.visited, ...evenings.map(({ dealers }) => String(dealers.filter(isSeen).length))],
      [words.settled, ...evenings.map(({ dealers }) => String(dealers.filter(isSettled).length))],
      [words.openPoints, ...evenings.map(openPoints)],
    ],
    ["left", "left", "left", "left", "left", "left"],
  );
}

const isSeen = ({ evaluation }: Judged): boolean => evaluation.score !== null;
export const isSettled = ({ evaluation }: Judged): boolean => evaluation.gradeCertain;

function standing(dealers: readonly Judged[], id: string): string {
  const evaluation = dealers.find((one) => one.id === id)?.evaluation;
  if (evaluation === undefined || evaluation.score === null) return "–";
  const { grade, gradeCertain, low, high } = evaluation;
  return `${grade ?? "–"}${gradeCertain ? "!" : " "} ${String(low)} … ${String(high)}`;
}

/** How wide the interval is, on the mean of all dealers. */
function openPoints({ dealers }: Evening): string {
  const widths = dealers.map(({ evaluation: { low, high } }) => (high ?? 0) - (low ?? 0));
  return (widths.reduce((sum, width) => sum + width, 0) / widths.length).toFixed(1);
}

/** Answers that contradict each other, with the one that holds and why. */
export function contradictionLines({ evenings }: Sweep, { locale, colon, against }: SweepWords): string[] {
  const last = evenings.at(-1)?.dealers ?? [];
  const wordOf = (value: unknown): string => {
    const words: Readonly<Record<string, string>> = locale.surveyOptions.creditRecord;
    return words[String(value)] ?? String(value);
  };
  return last.flatMap(({ id, progress }) =>
    progress.contradictions.map(({ answers, rule }) => {
      const [first] = answers;
      const other = answers.find(({ value }) => value !== first?.value);
      return `${nameOf(id)}${colon}${against(wordOf(first?.value), wordOf(other?.value))} – ${formatReason(rule, locale)}`;
    }),
  );
}

/** How many dealers are which kind of target client, and how sure that is (A5.2). */
export function targetLines({ evenings }: Sweep, words: SweepWords): string[] {
  const targets = (evenings.at(-1)?.dealers ?? []).map(({ target }) => target);
  const kinds = targets.sort((one, other) => rankOf(one) - rankOf(other)).map((target) => kindOf(target, words));
  return aligned(
    [...new Set(kinds)].map((kind) => [kind, String(kinds.filter((one) => one === kind).length)]),
    ["left", "right"],
  );
}

/** Target clients first, the best class first; within a kind the confirmed ones. */
function rankOf({ class: found, verdict, status }: TargetIdentification): number {
  const classes = ["core-dealer", "ordinary-dealer", "distributor"];
  const kind = found === null ? classes.length + TARGET_VERDICTS.indexOf(verdict) : classes.indexOf(found);
  return kind * TARGET_STATUSES.length - TARGET_STATUSES.indexOf(status);
}

function kindOf({ class: found, verdict, status }: TargetIdentification, { locale, comma }: SweepWords): string {
  const kind = found === null ? locale.targetVerdicts[verdict] : locale.vocabulary.targetClasses[found];
  return status === "open" ? kind : `${kind}${comma}${locale.targetStatuses[status]}`;
}

/** Who is seen when. */
export function planLines({ visits }: WeekPlan, { colon, comma }: SweepWords): string[] {
  const heads = [...new Set(visits.map(({ personId, day }) => `${day} ${personId}`))];
  return heads.map((head) => {
    const own = visits.filter(({ personId, day }) => `${day} ${personId}` === head);
    return `${head}${colon}${own.map(({ clientId }) => nameOf(clientId)).join(comma)}`;
  });
}

/** Why the others aren't seen. */
export function notVisitedLines({ leftOut }: WeekPlan, { locale, colon, comma }: SweepWords): string[] {
  const told = leftOut.map(({ clientId, reason }) => {
    const named = reason.code === "behind" ? { ...reason, before: nameOf(reason.before) } : reason;
    return { name: nameOf(clientId), reason: formatVisitReason(named, locale) };
  });
  return [...new Set(told.map(({ reason }) => reason))].map((reason) => {
    const names = told.filter((one) => one.reason === reason).map(({ name }) => name);
    return `${names.join(comma)}${colon}${reason}`;
  });
}
