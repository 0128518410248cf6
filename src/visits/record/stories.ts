import { groupBy } from "../group.js";
import { byTime } from "../time.js";
import { causesOf, isFailed } from "./count-causes.js";
import type { FailureStory } from "./failures.js";
import type { LearntAnswer, ReadVisit } from "./read-visits.js";

/** Each failed visit and what changed at its client since; the latest first, ties by id. */
export function storiesOf(
  visits: readonly ReadVisit[],
  segmentOf: (clientId: string) => string | null,
): FailureStory[] {
  const byClient = groupBy([...visits].sort(inTime), ({ clientId }) => clientId);
  return [...byClient.values()]
    .flatMap((own) => own.flatMap((one, index) => (isFailed(one) ? { one, own, index } : [])))
    .sort((a, b) => byTime(b.one.startedAt, a.one.startedAt) || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one, own, index }) => storyOf(one, own.slice(0, index), own.slice(index + 1), segmentOf(one.clientId)));
}

/** In order of time, ties by id. */
function inTime(one: ReadVisit, other: ReadVisit): number {
  return byTime(one.startedAt, other.startedAt) || (one.id < other.id ? -1 : 1);
}

function storyOf(
  failed: ReadVisit,
  before: readonly ReadVisit[],
  since: readonly ReadVisit[],
  segment: string | null,
): FailureStory {
  return {
    visitId: failed.id,
    clientId: failed.clientId,
    segment,
    at: failed.startedAt,
    causes: causesOf(failed),
    contactsSince: since.length,
    outcomeSince: since.findLast(({ outcome }) => outcome !== null)?.outcome ?? null,
    attitudeThen: failed.attitude,
    attitudeSince: since.findLast(({ attitude }) => attitude !== null)?.attitude ?? null,
    learntSince: changedFields([...before, failed], since),
  };
}

function changedFields(then: readonly ReadVisit[], since: readonly ReadVisit[]): string[] {
  const [known, now] = [answersIn(then), answersIn(since)];
  return [...now.keys()].filter((field) => known.get(field) !== now.get(field)).sort();
}

/** The latest answer of each field, as text that tells one answer from another. */
function answersIn(visits: readonly ReadVisit[]): ReadonlyMap<string, string> {
  const answers = visits.flatMap(({ learnt }) => learnt.filter(isAnswered));
  return new Map(answers.map(({ field, value }) => [field, JSON.stringify(value)]));
}

function isAnswered({ value, notApplicable }: LearntAnswer): boolean {
  return value !== null || notApplicable;
}
