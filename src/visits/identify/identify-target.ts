import { sortable } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import { checkIterable } from "../../ground/iterable.js";
import type { SurveyRecord } from "../survey/progress.js";
import { readAnswer } from "../survey/read-answer.js";
import { type ReadRecord, readRecords, refuseSeveral } from "../survey/read-records.js";
import { valueReader } from "../survey/read-value.js";
import { followContacts, freshOf, ratingsOf, type Seen } from "./follow-contacts.js";
import {
  type IdentifyOptions,
  TARGET_FACTS,
  type TargetHistory,
  type TargetIdentification,
  type TargetReason,
  type TargetStatus,
} from "./identify.js";
import { type Judgement, judge } from "./judge.js";
import { readIdentifyOptions } from "./read-options.js";

/**
 * Identifies a target client (A5) from contacts, by two tests: **fit**, a shared business philosophy and growth potential or strength; and **willingness** to cooperate
 * (A5.1). The first judgement of its class (A5.2) is provisional, and confirmed once later contacts have seen both tests again without changing it; a later contact that contradicts it reopens it.
 * A record of the same time, or the form of the same visit, is no later contact.
 *
 * Each fact is a rating from 1 to 5; the latest one holds, for so many days (`maxAgeDays`): then it is `stale`, and unknown again. A philosophy below `enough` rules a client out. Fit but unwilling: `court`, keep in touch. A target with growth or
 * strength of `enough` is an ordinary dealer, with neither a distributor. A core dealer needs philosophy and willingness of `core`, and growth of `core`, or of `enough` with strength of
 * `core`: long-term reasons outrank short-term volume, so a strong client that doesn't grow is an ordinary dealer, and much volume lifts nobody.
 *
 * Where philosophy, willingness, or both growth and strength are unknown the verdict is `open`; the class is what is known to hold at least, and `missing` says what could raise it. Records and issues are
 * those of `surveyProgress`: stored visits or survey answers.
 *
 * Throws a `KeyAccountError` for faulty options, and for records of more than one client where no `clientId` says which (`several-clients`).
 *
 * @example
 * ```ts
 * import { identifyTarget } from "keyaccount";
 *
 * const visits = [
 *   { id: "v-1", startedAt: "2026-11-02", learnt: { philosophyFit: { value: 4 }, growthPotential: { value: 3 }, willingness: { value: 4 } } },
 *   { id: "v-2", startedAt: "2026-11-16", learnt: { strength: { value: 2 }, willingness: { value: 5 } } },
 * ];
 * const first = identifyTarget(visits.slice(0, 1), { asOf: "2026-11-21", largeVolume: true });
 * [first.verdict, first.class, first.status, first.missing]; // => ["target", "ordinary-dealer", "provisional", ["strength"]]
 * const second = identifyTarget(visits, { asOf: "2026-11-21" });
 * [second.class, second.status, second.missing]; // => ["ordinary-dealer", "confirmed", []]
 * ```
 */
export function identifyTarget(records: Iterable<SurveyRecord>, options: IdentifyOptions): TargetIdentification {
  checkIterable(records, "records");
  const { asOf, clientId, marks, ages, largeVolume } = readIdentifyOptions(options);
  const issues: PortfolioIssue[] = [];
  const ours = readRecords(records, { asOf, clientId, forms: null }, issues);
  refuseSeveral(ours);
  const seen = ours.map((record) => ({ record, facts: factsOf(record, asOf, issues) })).sort(byTime);
  const { latest, history, reopened } = followContacts(seen, marks, ages);
  const fresh = freshOf(latest, ages, asOf);
  const judgement = judge(ratingsOf(fresh), marks);
  const outranked: TargetReason[] = [{ code: "volume-outranked", value: null, mark: null }];
  const isOutranked = largeVolume && judgement.verdict !== "open" && judgement.class !== "core-dealer";
  return {
    v: 1,
    asOf,
    verdict: judgement.verdict,
    class: judgement.class,
    status: statusOf(judgement, history.at(-1)),
    reopened,
    reasons: [...judgement.reasons, ...(isOutranked ? outranked : [])],
    missing: judgement.missing,
    stale: TARGET_FACTS.filter((fact) => latest.has(fact) && !fresh.has(fact)),
    facts: Object.fromEntries(
      TARGET_FACTS.map((fact) => [fact, latest.get(fact) ?? null]),
    ) as TargetIdentification["facts"],
    history,
    issues,
  };
}

/** That of the last contact, while the judgement is still the same. */
function statusOf({ verdict, class: judged }: Judgement, last: TargetHistory | undefined): TargetStatus {
  if (last === undefined || verdict === "open") return "open";
  return last.verdict === verdict && last.class === judged ? last.status : "provisional";
}

/** What a record says of the facts. */
function factsOf(record: ReadRecord, asOf: string, issues: PortfolioIssue[]): Seen["facts"] {
  const rating = valueReader({ facet: "channel", kind: "rating", min: "1", max: "5", required: true });
  return new Map(
    TARGET_FACTS.flatMap((fact) => {
      const known = Object.hasOwn(record.answers, fact) ? record.answers[fact] : undefined;
      if (known === undefined) return [];
      const answer = readAnswer(known, rating, record, fact, asOf, issues);
      return answer === undefined || answer === "asked" || answer.notApplicable ? [] : [[fact, answer] as const];
    }),
  );
}

/** The earliest contact first, then by id, a form before a visit. */
function byTime({ record: a }: Seen, { record: b }: Seen): number {
  const [one, other] = [sortable(a.at), sortable(b.at)];
  if (one !== other) return one < other ? -1 : 1;
  if (a.id === b.id) return a.kind < b.kind ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
