import { dayOf, sortable } from "../../ground/dates.js";
import { canonicalJson, type Json } from "../../ground/json.js";
import type { QuestionKind, SurveyQuestion } from "./form.js";
import type { ContradictionRule, GivenAnswer } from "./progress.js";

/** All answers to a question, and which holds. */
export interface Settled {
  /** The one that holds first, then by the same rule. */
  readonly answers: readonly GivenAnswer[];
  readonly ageDays: number | null;
  readonly isStale: boolean;
  /** Why the first holds; `null` where no answer differs from it. */
  readonly rule: ContradictionRule | null;
  readonly asked: number;
}

interface Weighed {
  readonly answer: GivenAnswer;
  readonly ageDays: number;
  readonly isStale: boolean;
  readonly time: string;
  readonly said: string;
}

const SETTLING: readonly ContradictionRule[] = ["fresh", "changed", "verified-later"];

/** Whether a contradiction is over: what differs is out of date, has changed, or was checked since. */
export function isSettled(rule: ContradictionRule | null): boolean {
  return rule === null || SETTLING.includes(rule);
}

/** Finds the answer that holds: fresh before stale, verified before unverified, later before earlier, then by record id and value; where it may change, later before verified. */
export function settle(
  { kind, maxAgeDays = Infinity, mayChange = false }: Pick<SurveyQuestion, "kind" | "maxAgeDays" | "mayChange">,
  answers: readonly GivenAnswer[],
  asked: number,
  asOf: string,
): Settled {
  const weighed = answers.map((answer) => weigh(answer, kind, maxAgeDays, asOf)).sort(mayChange ? byNews : byStrength);
  const [first] = weighed;
  return {
    answers: weighed.map(({ answer }) => answer),
    ageDays: first?.ageDays ?? null,
    isStale: first?.isStale ?? false,
    rule: first === undefined ? null : ruleOf(first, weighed, mayChange),
    asked,
  };
}

function weigh(answer: GivenAnswer, kind: QuestionKind, maxAgeDays: number, asOf: string): Weighed {
  const ageDays = Math.max(0, (dayOf(asOf) as number) - (dayOf(answer.observedAt) as number));
  const said = saidBy(answer.value as Json, kind);
  return { answer, ageDays, isStale: ageDays > maxAgeDays, time: sortable(answer.observedAt), said };
}

/** What tells one answer from another: only a ranking has an order; the members of another list are the same in any. */
function saidBy(value: Json, kind: QuestionKind): string {
  const isSet = Array.isArray(value) && kind !== "ranking";
  return isSet ? JSON.stringify((value as readonly Json[]).map(canonicalJson).sort()) : canonicalJson(value);
}

/** What is later is fresh if anything is. */
function byNews(a: Weighed, b: Weighed): number {
  if (a.time !== b.time) return a.time > b.time ? -1 : 1;
  return byStrength(a, b);
}

function byStrength(a: Weighed, b: Weighed): number {
  if (a.isStale !== b.isStale) return a.isStale ? 1 : -1;
  if (a.answer.verified !== b.answer.verified) return a.answer.verified ? -1 : 1;
  if (a.time !== b.time) return a.time > b.time ? -1 : 1;
  const [one, other] =
    a.answer.recordId === b.answer.recordId ? [a, b].map(textOf) : [a, b].map((x) => x.answer.recordId);
  return String(one) < String(other) ? -1 : 1;
}

/** A form and a visit may have one id, and one record may tell of a question by two names. */
function textOf({ said, answer }: Weighed): string {
  return JSON.stringify([said, canonicalJson(answer as unknown as Json)]);
}

/** Why the first one holds against those that say something else. */
function ruleOf(first: Weighed, weighed: readonly Weighed[], mayChange: boolean): ContradictionRule | null {
  const others = weighed.filter(({ said }) => said !== first.said);
  const rivals = others.filter(({ isStale }) => isStale === first.isStale);
  const [strongest] = rivals;
  if (strongest === undefined) return others.length === 0 ? null : "fresh";
  if (mayChange && strongest.time !== first.time) return "changed";
  const isAsVerified = strongest.answer.verified === first.answer.verified;
  if (isAsVerified && strongest.time === first.time) return "tie";
  if (!first.answer.verified) return "later";
  return rivals.some(({ time }) => time > first.time) ? "verified" : "verified-later";
}
