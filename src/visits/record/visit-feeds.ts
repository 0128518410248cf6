import { demand, readOptions } from "../../ground/reader.js";
import type { MilestoneCode, VisitTopic } from "../../ground/vocabulary.js";
import type { Visit } from "../../models/record/visit.js";
import { demandId, rootFields, timeOf } from "../fields.js";
import { groupBy } from "../group.js";
import { readRowList } from "../rows.js";
import { byTime } from "../time.js";
import type { ContactMeeting, FeedOptions, LearntFact, VisitFeeds } from "./feeds.js";
import { type LearntAnswer, type ReadVisit, readVisits } from "./read-visits.js";

/**
 * What the visits to a client tell the other parts: records for `observeExperience`, contacts for `effortLedger`, facts for `evaluate`, meetings for a decision map. A
 * survey takes visits as they are. So the loop closes: evaluate, plan, visit, record, evaluate.
 *
 * Of several answers to a field the one holds that holds for `surveyProgress`, age aside: verified before unverified, later before earlier (its own day, else the visit's), then that of the
 * lesser visit id; an answer that is still unknown takes nothing back. The length of a visit is by its moments, half a minute up, as in the reports; `minutes` where they aren't known. Visits that can't be read, and those after `asOf`, are left out and listed. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { effortLedger, visitFeeds } from "keyaccount";
 *
 * const visits = [
 *   { v: 1, id: "v-1", clientId: "c-7", startedAt: "2026-11-16", way: "visit", minutes: 60, milestoneId: "visit", learnt: { ownEngineers: { value: true } } },
 *   { v: 1, id: "v-2", clientId: "c-7", startedAt: "2026-11-20", way: "phone", minutes: 15, milestoneId: "visit", attitude: "warm" },
 * ] as const;
 * const feeds = visitFeeds(visits, { clientId: "c-7", asOf: "2026-11-21" });
 * feeds.facts; // => { ownEngineers: { value: true, observedAt: "2026-11-16", source: "v-1", verified: false } }
 * effortLedger({ currency: "CNY", contacts: feeds.contacts }).total.hours; // => 1.25
 * ```
 */
export function visitFeeds(visits: readonly Visit[], options: FeedOptions): VisitFeeds {
  const { clientId, asOf } = readFeedOptions(options);
  const rows = readRowList(visits, "visits");
  const own = readVisits(rows.records, asOf)
    .filter((one) => one.clientId === clientId)
    .sort((a, b) => byTime(a.startedAt, b.startedAt) || (a.id < b.id ? -1 : 1));
  return {
    v: 1,
    clientId,
    visits: own.map(({ id, startedAt, productLine, attitude, topics }) => ({
      id,
      client: clientId,
      productLine,
      at: startedAt,
      attitude,
      topics: topics as readonly VisitTopic[] | null,
    })),
    contacts: own.map(({ id, startedAt, milestoneId, minutes, cost }) => ({
      id,
      at: startedAt,
      stage: milestoneId as MilestoneCode | null,
      minutes,
      cost,
    })),
    facts: factsOf(own),
    meetings: meetingsOf(own),
    issues: rows.issues(),
  };
}

interface Found {
  readonly answer: LearntAnswer;
  readonly observedAt: string;
  readonly visit: ReadVisit;
}

/** Visits come in order of time. */
function factsOf(visits: readonly ReadVisit[]): Record<string, LearntFact> {
  const found = visits.flatMap((visit) =>
    visit.learnt
      .filter(({ value, notApplicable }) => value !== null || notApplicable)
      .map((answer): Found => ({ answer, observedAt: answer.observedAt ?? visit.startedAt, visit })),
  );
  const byField = groupBy(found, ({ answer }) => answer.field);
  return Object.fromEntries([...byField].map(([field, all]) => [field, factOf(all.reduce(stronger))]));
}

/** The rule of `surveyProgress`: verified before unverified, the later before the earlier, then by the lesser id of the visit. */
function stronger(one: Found, other: Found): Found {
  const [a, b] = [one.answer.verified === true, other.answer.verified === true];
  if (a !== b) return a ? one : other;
  const order = byTime(one.observedAt, other.observedAt);
  if (order !== 0) return order > 0 ? one : other;
  return one.visit.id < other.visit.id ? one : other;
}

function factOf({ answer, observedAt, visit }: Found): LearntFact {
  const provenance = { observedAt, source: answer.source ?? visit.id, verified: answer.verified === true };
  return answer.notApplicable ? { notApplicable: true, ...provenance } : { value: answer.value, ...provenance };
}

function meetingsOf(visits: readonly ReadVisit[]): ContactMeeting[] {
  const met = visits.flatMap((visit) =>
    [...new Set((visit.theirs ?? []).flatMap(({ id }) => id ?? []))].map((id) => ({ id, visit })),
  );
  return [...groupBy(met, ({ id }) => id)]
    .map(([id, all]) =>
      meetingOf(
        id,
        all.map(({ visit }) => visit),
      ),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function meetingOf(id: string, visits: readonly ReadVisit[]): ContactMeeting {
  const [first, last] = [visits[0], visits.at(-1)] as [ReadVisit, ReadVisit];
  const ours = visits.flatMap(({ ours: own }) => (own ?? []).flatMap((one) => one.id ?? []));
  return {
    id,
    times: visits.length,
    firstAt: first.startedAt,
    lastAt: last.startedAt,
    source: last.id,
    met: [...new Set(ours)].sort(),
  };
}

function readFeedOptions(options: FeedOptions): { readonly clientId: string; readonly asOf: string } {
  return readOptions(options, ["clientId", "asOf"], (reader) => {
    const root = rootFields(reader);
    return {
      clientId: demandId(root, "clientId") as string,
      asOf: demand(reader, timeOf(root, "asOf"), ["asOf"]) as string,
    };
  });
}
