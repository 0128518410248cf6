import type { GivenAnswer } from "../survey/progress.js";
import type { ReadRecord } from "../survey/read-records.js";
import type { JudgementStep, TargetFact, TargetHistory } from "./identify.js";
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

/** Follows the judgement from contact to contact. A contact that says nothing of the facts leaves no trace. */
export function followContacts(contacts: readonly Seen[], marks: Marks): Followed {
  const latest = new Map<TargetFact, GivenAnswer>();
  const history: TargetHistory[] = [];
  let confirmed = new Set<Test>();
  for (const { record, facts } of contacts.filter((one) => one.facts.size > 0)) {
    for (const [fact, answer] of facts) latest.set(fact, answer);
    const judgement = judge(ratingsOf(latest), marks);
    const before = history.at(-1);
    const isSame = before?.verdict === judgement.verdict && before.class === judgement.class;
    confirmed = isSame ? new Set([...confirmed, ...testsIn(facts)]) : new Set<Test>();
    history.push(entryOf(record, judgement, stepOf(before, isSame, judgement, confirmed.size === 2)));
  }
  return { latest, history, reopened: history.some(({ step }) => step === "reopened") };
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
