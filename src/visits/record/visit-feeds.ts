import type { Json } from "../../ground/json.js";
import { demand, readOptions } from "../../ground/reader.js";
import type { MilestoneCode, VisitTopic } from "../../ground/vocabulary.js";
import { demandId, rootFields, timeOf } from "../fields.js";
import { groupBy } from "../group.js";
import { readRowList } from "../rows.js";
import type { GivenAnswer } from "../survey/progress.js";
import { byTime } from "../time.js";
import type { ContactMeeting, FeedOptions, FeedRecord, LearntFact, VisitFeeds } from "./feeds.js";
import { type FormRule, isForm, readForms, splitForm } from "./read-forms.js";
import { type ReadVisit, readVisits } from "./read-visits.js";
import { saidBy, settledAnswers } from "./settle-answers.js";

/**
 * What the visits to a client, and the survey forms filled in at them, tell the other parts: records for `observeExperience`, contacts for `effortLedger`, facts for `evaluate`, meetings for a
 * decision map. A survey takes the same list. So the loop closes: evaluate, plan, visit, record, evaluate.
 *
 * The answers are those that the visits `learnt` and those of `SurveyAnswers`; of several to one field the one holds that holds for `surveyProgress`: verified before unverified, later before
 * earlier (its own day, else the record's), then that of the lesser record id; an answer that is still unknown takes nothing back. With a `form` the facts are those of `factsFromSurvey`, and what the form doesn't ask for
 * stands beside them; without one age doesn't count, and every answer is taken as it is, by the name that it has.
 *
 * The length of a visit is by its moments, half a minute up, as in the forms; `minutes` where they aren't known. Records that can't be read, those after `asOf`, and single answers observed after it, are
 * left out and listed. Faulty options throw a `KeyAccountError`.
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
export function visitFeeds(records: readonly FeedRecord[], options: FeedOptions): VisitFeeds {
  const { clientId, asOf, form } = readFeedOptions(options);
  const rule = { asOf, calendar: null, ...form };
  const rows = readRowList(records, "visits");
  const isOwn = (one: { readonly clientId: string }): boolean => one.clientId === clientId;
  const own = readVisits(
    rows.records.filter((one) => !isForm(one)),
    rule,
  )
    .filter(isOwn)
    .sort((a, b) => byTime(a.startedAt, b.startedAt) || (a.id < b.id ? -1 : 1));
  const forms = readForms(rows.records.filter(isForm), rule).filter(isOwn);
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
    facts: factsOf(settledAnswers(saidBy(own, forms), rule)),
    meetings: meetingsOf(own),
    issues: rows.issues(),
  };
}

function factsOf(answers: ReadonlyMap<string, GivenAnswer>): Record<string, LearntFact> {
  return Object.fromEntries([...answers].map(([field, answer]) => [field, factOf(answer)]));
}

function factOf({ value, notApplicable, observedAt, source, verified }: GivenAnswer): LearntFact {
  const provenance = { observedAt, source, verified };
  return notApplicable ? { notApplicable: true, ...provenance } : { value: value as Json, ...provenance };
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

interface ReadOptions {
  readonly clientId: string;
  readonly asOf: string;
  readonly form: Omit<FormRule, "asOf" | "calendar">;
}

function readFeedOptions(options: FeedOptions): ReadOptions {
  const { rest, form } = splitForm(options);
  return readOptions(rest, ["clientId", "asOf"], (reader) => {
    const root = rootFields(reader);
    return {
      clientId: demandId(root, "clientId") as string,
      asOf: demand(reader, timeOf(root, "asOf"), ["asOf"]) as string,
      form,
    };
  });
}
