import { dayOf, isAfter } from "../../ground/dates.js";
import type { GivenAnswer } from "../survey/progress.js";
import type { ReadRecord } from "../survey/read-records.js";
import type { JudgementStep, TargetAges, TargetFact, TargetHistory } from "./identify.js";
import { type Judgement, judge, type Marks } from "./judge.js";

/** A contact with what it says of the facts. */
export interface Seen {
  readonly record: ReadRecord;
  readonly facts: ReadonlyMap<TargetFact, GivenAnswer>;
}

interface Followed {
  readonly latest: ReadonlyMap<TargetFact, GivenAnswer>;
  readonly history: readonly TargetHistory[];
  readonly reopened: boolean;
}

/** The two tests (A5.1). */
type Test = "fit" | "willingness";

/** The contact that a judgement began with. */
type Begun = Pick<ReadRecord, "at" | "visitId">;

/** Follows the judgement from contact to contact. A contact that says nothing of the facts leaves no trace; what is too old by then doesn't count. */
export function followContacts(contacts: readonly Seen[], marks: Marks, ages: TargetAges): Followed {
  const latest = new Map<TargetFact, GivenAnswer>();
  const history: TargetHistory[] = [];
  let confirmed = new Set<Test>();
  let begun: Begun | null = null;
  for (const { record, facts } of contacts.filter((one) => one.facts.size > 0)) {
    for (const [fact, answer] of facts) latest.set(fact, answer);
    const judgement = judge(ratingsOf(freshOf(latest, ages, record.at)), marks);
    const before = history.at(-1);
    const isSame = before?.verdict === judgement.verdict && before.class === judgement.class;
    if (!isSame || begun === null) [begun, confirmed] = [record, new Set()];
    else if (isLaterContact(record, begun)) confirmed = new Set([...confirmed, ...testsIn(facts)]);
    history.push(entryOf(record, judgement, stepOf(before, isSame, judgement, confirmed.size === 2)));
  }
  return { latest, history, reopened: history.some(({ step }) => step === "reopened") };
}

/** Whether a record is of a later contact (A5.2): certainly later, and not the form of the same visit. */
function isLaterContact({ at, visitId }: Begun, begun: Begun): boolean {
  return isAfter(at, begun.at) && (visitId === null || visitId !== begun.visitId);
}

/** The answers that aren't too old at a time. */
export function freshOf(
  latest: ReadonlyMap<TargetFact, GivenAnswer>,
  ages: TargetAges,
  at: string,
): ReadonlyMap<TargetFact, GivenAnswer> {
  const ageOf = ({ observedAt }: GivenAnswer): number => (dayOf(at) as number) - (dayOf(observedAt) as number);
  return new Map([...latest].filter(([fact, answer]) => ageOf(answer) <= (ages[fact] ?? Infinity)));
}

/** The ratings among some answers. */
export function ratingsOf(latest: ReadonlyMap<TargetFact, GivenAnswer>): { readonly [F in TargetFact]?: string } {
  return Object.fromEntries([...latest].map(([fact, { value }]) => [fact, value as string]));
}

function testsIn(facts: Seen["facts"]): Test[] {
  return [...facts.keys()].map((fact) => (fact === "willingness" ? "willingness" : "fit"));
}

function stepOf(
  before: TargetHistory | undefined,
  isSame: boolean,
  { verdict }: Judgement,
  isBorneOut: boolean,
): JudgementStep {
  if (verdict === "open") return before === undefined || before.verdict === "open" ? "open" : "reopened";
  if (before === undefined || before.verdict === "open") return "first";
  if (!isSame) return "reopened";
  return isBorneOut ? "confirmed" : "upheld";
}

function entryOf({ id, at }: ReadRecord, { verdict, class: judged }: Judgement, step: JudgementStep): TargetHistory {
  const status = verdict === "open" ? "open" : step === "confirmed" ? "confirmed" : "provisional";
  return { recordId: id, at, step, verdict, class: judged, status };
}
