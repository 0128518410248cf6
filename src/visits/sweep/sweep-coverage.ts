import { type ClockShift, clockDay, readClock } from "../../ground/calendar/host-clock.js";
import { dayNumber, dayOf } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, PortfolioIssue, SweepIssue } from "../../ground/issue.js";
import { checkIterable, MOST_ROWS } from "../../ground/iterable.js";
import { checkKeys } from "../../ground/keys.js";
import { print } from "../../ground/print.js";
import { checkRecord } from "../../ground/record.js";
import { show } from "../../ground/show.js";
import { byId } from "../../portfolio/order.js";
import { type FieldReader, optionalText, readRows } from "../../portfolio/rows.js";
import { shareOf } from "../../portfolio/share.js";
import type { CoverageOptions, CoverageResult, SweepCoverage, SweepVisit } from "./coverage.js";

/**
 * Checks a sweep against its rule that every potential client is visited and none is left out (A4.1): a client without a visit is an error. Fails with one issue
 * `left-out` for each, in the order of their ids, and with the issues of clients that couldn't be read, for nobody can say whether those were visited; the figures are in `coverage`. A call, a letter or a visit on
 * another day is no visit of the sweep; the day of a moment is told by the clock of the `calendar`, or by the `offset` that the sweep's reports have, and in UTC without either. Without clients nobody is left out.
 *
 * Throws a `KeyAccountError` for a day that is none (`not-a-date`), days in the wrong order (`out-of-order`), a faulty calendar or offset, an iterable that breaks off, and one of more than 200,000 rows (`too-many`).
 *
 * @example
 * ```ts
 * import { sweepCoverage } from "keyaccount";
 *
 * const visits = [
 *   { id: "v-1", clientId: "east", startedAt: "2026-11-23" },
 *   { id: "v-2", clientId: "west", startedAt: "2026-11-24", way: "phone" as const },
 * ];
 * const result = sweepCoverage([{ id: "east" }, { id: "west" }], visits, { from: "2026-11-23", to: "2026-11-27" });
 * result.ok ? [] : result.issues.map(({ code, details }) => [code, details]); // => [["left-out", { id: "west", cause: "not-visited" }]]
 * result.ok ? 1 : result.coverage.share; // => 0.5
 * ```
 */
export function sweepCoverage(
  clients: Iterable<{ readonly id: string }>,
  visits: Iterable<SweepVisit>,
  options: CoverageOptions = {},
): CoverageResult {
  checkIterable(clients);
  checkIterable(visits, "visits");
  const period = readPeriod(options);
  const [unread, issues]: [PortfolioIssue[], PortfolioIssue[]] = [[], []];
  const known = readRows(clients, {}, unread, { most: MOST_ROWS }).sort(byId);
  const made = readRows(visits, visitFields(period.shift), issues, { name: "visits", most: MOST_ROWS });
  const contacts = new Map<string, Standing>();
  for (const { clientId, startedAt, way } of made) {
    contacts.set(clientId, nearer(contacts.get(clientId) ?? "no-contact", standingOf(way, startedAt, period)));
  }
  const named = [...under("clients", unread), ...under("visits", issues)];
  return resultOf(coverageOf(known, contacts, named), under("clients", unread));
}

const visitFields = (shift: ClockShift) => ({
  clientId: ((raw) => {
    if (raw === undefined || raw === null || raw === "") return { fault: { code: "required", details: {} } };
    if (typeof raw === "string") return { value: raw };
    return { fault: { code: "wrong-type", details: { expected: "string", received: print(raw) } } };
  }) satisfies FieldReader<string>,
  startedAt: ((raw) => {
    if (raw === undefined || raw === null) return { fault: { code: "required", details: {} } };
    if (dayOf(raw) === null) return { fault: { code: "not-a-date", details: { received: print(raw) } } };
    return { value: clockDay(raw as string, shift) };
  }) satisfies FieldReader<number>,
  way: optionalText,
});

interface Period {
  readonly from: number;
  readonly to: number;
  readonly shift: ClockShift;
}

function readPeriod(options: unknown): Period {
  const issues: ArgumentIssue[] = [];
  const { from, to, calendar, offset, ...rest } = checkRecord(options, ["options"], issues);
  checkKeys(rest, ["from", "to", "calendar", "offset"], [], issues);
  const period: Omit<Period, "shift"> = {
    from: readEnd(from, "from", -Infinity, issues),
    to: readEnd(to, "to", Infinity, issues),
  };
  if (period.from > period.to) {
    issues.push({ code: "out-of-order", path: ["to"], details: { earlier: String(from), later: String(to) } });
  }
  throwIssues(issues);
  return { ...period, shift: readClock({ calendar, offset }) };
}

function readEnd(value: unknown, key: string, open: number, issues: ArgumentIssue[]): number {
  if (value === undefined) return open;
  const day = typeof value === "string" ? dayNumber(value) : null;
  if (day === null) issues.push({ code: "not-a-date", path: [key], details: { received: show(value) } });
  return day ?? open;
}

function standingOf(way: string | null, day: number, { from, to }: Period): Standing {
  if (way !== null && way !== "visit") return "not-visited";
  return day < from || day > to ? "outside-period" : "visited";
}

/** From the farthest from a visit to the visit itself. */
const NEARNESS = ["no-contact", "not-visited", "outside-period", "visited"] as const;

type Standing = (typeof NEARNESS)[number];

/** What comes nearer to having been visited. */
function nearer(one: Standing, other: Standing): Standing {
  return NEARNESS[Math.max(NEARNESS.indexOf(one), NEARNESS.indexOf(other))] as Standing;
}

function coverageOf(
  known: readonly { readonly id: string }[],
  contacts: ReadonlyMap<string, Standing>,
  issues: readonly PortfolioIssue[],
): SweepCoverage {
  const leftOut = known.flatMap(({ id }) => {
    const cause = contacts.get(id) ?? "no-contact";
    return cause === "visited" ? [] : [{ id, cause }];
  });
  const ids = new Set(known.map(({ id }) => id));
  const visited = known.length - leftOut.length;
  return {
    v: 1,
    clients: known.length,
    visited,
    share: known.length === 0 ? null : shareOf(visited, known.length),
    leftOut,
    found: [...contacts].flatMap(([id, cause]) => (cause === "visited" && !ids.has(id) ? [id] : [])).sort(),
    issues,
  };
}

function under(name: string, issues: readonly PortfolioIssue[]): PortfolioIssue[] {
  return issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }));
}

function resultOf(coverage: SweepCoverage, unread: readonly PortfolioIssue[]): CoverageResult {
  const left = coverage.leftOut.map(({ id, cause }): SweepIssue => {
    return { code: "left-out", path: ["clients", id], details: { id, cause } };
  });
  const [first, ...rest] = [...left, ...unread];
  return first === undefined ? { ok: true, value: coverage } : { ok: false, issues: [first, ...rest], coverage };
}
