import { canonicalJson } from "../../ground/json.js";
import { groupBy } from "../group.js";
import { byTime } from "../time.js";
import { causesOf, isFailed } from "./count-causes.js";
import type { FailureStory } from "./failures.js";
import { isAnswered } from "./read-answers.js";
import type { ReadVisit } from "./read-visits.js";

/** Each failed visit and what changed at its client since; the latest first, ties by id. */
export function storiesOf(
  visits: readonly ReadVisit[],
  segmentOf: (clientId: string) => string | null,
): FailureStory[] {
  const byClient = groupBy([...visits].sort(inTime), ({ clientId }) => clientId);
  return [...byClient.values()]
    .flatMap((own) => clientStories(own, segmentOf(String(own[0]?.clientId))))
    .sort((a, b) => byTime(b.at, a.at) || (a.visitId < b.visitId ? -1 : 1));
}

/** In order of time, ties by id. */
function inTime(one: ReadVisit, other: ReadVisit): number {
  return byTime(one.startedAt, other.startedAt) || (one.id < other.id ? -1 : 1);
}

/** What is known of a client at last, and from which visit. */
interface Latest<T> {
  readonly value: T;
  readonly index: number;
}

/** One client's failures; visits in order of time, gone through once. */
function clientStories(own: readonly ReadVisit[], segment: string | null): FailureStory[] {
  const outcome = lastOf(own, (visit) => visit.outcome);
  const attitude = lastOf(own, (visit) => visit.attitude);
  const answers = new Map(
    own.flatMap((visit, index) => answersOf(visit).map(([field, value]) => [field, { value, index }] as const)),
  );
  const known = new Map<string, string>();
  return own.flatMap((visit, index) => {
    for (const [field, value] of answersOf(visit)) known.set(field, value);
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
        contactsSince: own.length - index - 1,
        outcomeSince: since(outcome),
        attitudeThen: visit.attitude,
        attitudeSince: since(attitude),
        learntSince: changedSince(answers, known, index),
      },
    ];
  });
}

function lastOf<T>(own: readonly ReadVisit[], valueOf: (visit: ReadVisit) => T | null): Latest<T> | null {
  const index = own.findLastIndex((visit) => valueOf(visit) !== null);
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
function answersOf({ learnt }: ReadVisit): (readonly [string, string])[] {
  return learnt.filter(isAnswered).map(({ field, value }) => [field, canonicalJson(value)] as const);
}
