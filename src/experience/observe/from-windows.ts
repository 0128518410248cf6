import type { DecimalString } from "../../ground/numeral.js";
import { byCut, type Counted, datedBy } from "./derive.js";
import type { DerivedObservation, RecordSource } from "./derived.js";
import type { ExperienceCuts, ExperienceWindows } from "./figures.js";
import { ratio } from "./from-rows.js";
import type { Row, Rows } from "./rows.js";
import { latestOf, type Span, spanOf, type Timeline, timelineOf } from "./timeline.js";

type Cuts = ExperienceCuts<DecimalString>;

/** Records that are named in a derivation. */
const MOST_NAMED = 100;

/** Need of guidance (B2.5): support requests per order over the days up to each order; not before requests were recorded. */
export function fromSupport(
  orders: readonly Rows["orders"][],
  requests: readonly Row[],
  since: number | null,
  { supportDays }: ExperienceWindows,
  cuts: Cuts,
): DerivedObservation[] {
  if (since === null) return [];
  const [placed, asked] = [timelineOf(orders), timelineOf(requests)];
  return placed.rows.flatMap((row, index) => {
    const end = placed.days[index] as number;
    if (end - supportDays + 1 < since) return [];
    const [ordered, calls] = [spanOf(placed, end, supportDays), spanOf(asked, end, supportDays)];
    const counted = both(named("order", placed, ordered), named("support-request", asked, calls));
    const perOrder = ratio(calls.to - calls.from, ordered.to - ordered.from);
    return [byCut("support-per-order", perOrder, datedBy("order", row), counted, cuts)];
  });
}

/** Interest in new applications (B2.8): the visits of the last days at which they were a topic and the client wasn't cold. */
export function fromInterest(
  visits: readonly Rows["visits"][],
  { interestDays, interestVisits }: ExperienceWindows,
  cuts: Cuts,
): DerivedObservation[] {
  const told = timelineOf(visits.filter(({ topics }) => topics !== null && topics.length > 0));
  const before = [0];
  for (const visit of told.rows) before.push((before.at(-1) as number) + (isInterested(visit) ? 1 : 0));
  return told.rows.flatMap((row, index) => {
    const span = spanOf(told, told.days[index] as number, interestDays);
    const seen = span.to - span.from;
    if (seen < interestVisits) return [];
    const interested = (before[span.to] as number) - (before[span.from] as number);
    const counted = named("visit", told, span);
    return [byCut("application-share", ratio(interested, seen), datedBy("visit", row), counted, cuts)];
  });
}

function isInterested({ topics, attitude }: Rows["visits"]): boolean {
  return attitude !== "cold" && topics?.includes("new-applications") === true;
}

function named(source: RecordSource, timeline: Timeline<Row>, span: Span): Counted {
  const latest = latestOf(timeline, span, MOST_NAMED);
  return { counted: span.to - span.from, records: latest.map(({ id }) => ({ source, ref: id })) };
}

function both(one: Counted, other: Counted): Counted {
  return {
    counted: one.counted + other.counted,
    records: [...one.records, ...other.records],
  };
}
