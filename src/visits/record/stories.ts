import { canonicalJson } from "../../ground/json.js";
import { groupBy } from "../group.js";
import { byTime } from "../time.js";
import { causesOf, isFailed } from "./count-causes.js";
import type { FailureStory } from "./failures.js";
import { isAnswered, type LearntAnswer } from "./read-answers.js";
import type { ReadForm } from "./read-forms.js";
import type { ReadVisit } from "./read-visits.js";

/** Each failed visit and what changed at its client since; the latest first, ties by id. */
export function storiesOf(
  visits: readonly ReadVisit[],
  forms: readonly ReadForm[],
  segmentOf: (clientId: string) => string | null,
): FailureStory[] {
  const formsOf = groupBy(forms, ({ clientId }) => clientId);
  return [...groupBy(visits, ({ clientId }) => clientId)]
    .flatMap(([clientId, own]) => clientStories(entriesOf(own, formsOf.get(clientId) ?? []), segmentOf(clientId)))
    .sort((a, b) => byTime(b.at, a.at) || (a.visitId < b.visitId ? -1 : 1));
}

/** What one record of a client says; a form that belongs to a visit is part of that visit. */
interface Entry {
  readonly id: string;
  readonly at: string;
  readonly visit: ReadVisit | null;
  readonly answers: readonly (readonly [string, string])[];
}

/** A client's records in order of time, ties by id, a form before a visit. */
function entriesOf(visits: readonly ReadVisit[], forms: readonly ReadForm[]): Entry[] {
  const ids = new Set(visits.map(({ id }) => id));
  const byVisit = groupBy([...forms].sort(inTime), ({ visitId }) => (ids.has(visitId ?? "") ? visitId : null));
  const alone = (byVisit.get(null) ?? []).map(({ id, at, answers }) => ({
    id,
    at,
    visit: null,
    answers: said(answers),
  }));
  const made = visits.map((visit) => {
    const own = (byVisit.get(visit.id) ?? []).flatMap(({ answers }) => said(answers));
    return { id: visit.id, at: visit.startedAt, visit, answers: [...own, ...said(visit.learnt)] };
  });
  return [...alone, ...made].sort(inTime);
}

function inTime(
  one: { readonly id: string; readonly at: string },
  other: { readonly id: string; readonly at: string },
): number {
  return byTime(one.at, other.at) || (one.id === other.id ? 0 : one.id < other.id ? -1 : 1);
}

/** What is known of a client at last, and from which of its records. */
interface Latest<T> {
  readonly value: T;
  readonly index: number;
}

/** One client's failures; records in order of time, gone through once. */
function clientStories(own: readonly Entry[], segment: string | null): FailureStory[] {
  const outcome = lastOf(own, ({ visit }) => visit?.outcome ?? null);
  const attitude = lastOf(own, ({ visit }) => visit?.attitude ?? null);
  const answers = new Map(
    own.flatMap((entry, index) => entry.answers.map(([field, value]) => [field, { value, index }] as const)),
  );
  const known = new Map<string, string>();
  let contactsSince = own.filter(({ visit }) => visit !== null).length;
  return own.flatMap(({ visit, answers: news }, index) => {
    for (const [field, value] of news) known.set(field, value);
    if (visit === null) return [];
    contactsSince -= 1;
    if (!isFailed(visit)) return [];
    const since = <T>(latest: Latest<T> | null): T | null =>
      latest !== null && latest.index > index ? latest.value : null;
    return [
      {
        visitId: visit.id,
        clientId: visit.clientId,
        segment,
        at: visit.startedAt,
        causes: causesOf(visit),
        contactsSince,
        outcomeSince: since(outcome),
        attitudeThen: visit.attitude,
        attitudeSince: since(attitude),
        learntSince: changedSince(answers, known, index),
      },
    ];
  });
}

function lastOf<T>(own: readonly Entry[], valueOf: (entry: Entry) => T | null): Latest<T> | null {
  const index = own.findLastIndex((entry) => valueOf(entry) !== null);
  const value = own[index] === undefined ? null : valueOf(own[index]);
  return value === null ? null : { value, index };
}

/** Fields whose latest answer came later and is another than was known then. */
function changedSince(
  answers: ReadonlyMap<string, Latest<string>>,
  known: ReadonlyMap<string, string>,
  then: number,
): string[] {
  return [...answers]
    .filter(([field, { value, index }]) => index > then && known.get(field) !== value)
    .map(([field]) => field)
    .sort();
}

/** Answers as text that tells one from another. */
function said(answers: readonly LearntAnswer[]): (readonly [string, string])[] {
  return answers.filter(isAnswered).map(({ field, value }) => [field, canonicalJson(value)] as const);
}
