import type { Covered } from "./coverage.js";
import type { DeciderPaths, PartCoverage, Threads } from "./decision-map.js";
import { BUYING_PARTS, DEPTH_RANK } from "./parts.js";
import { sideOf, weightOf } from "./paths.js";
import type { Person } from "./read-contacts.js";
import type { MapSettings } from "./read-options.js";
import type { SeeNext, SeeReason } from "./see-next.js";
import { SEE_REASONS } from "./see-next.js";
import { senders } from "./sender.js";
import { isInfluential, isThread } from "./standing.js";

/** What decides on whom to see. */
export interface Prospects {
  readonly covered: readonly Covered[];
  readonly parts: readonly PartCoverage[];
  readonly paths: readonly DeciderPaths[];
  readonly threads: Threads;
}

type Case = { readonly covered: Covered; readonly reasons: readonly [SeeReason, ...SeeReason[]] };

/** Everybody whom there is a reason to see, the gravest case first. */
export function seeNext(prospects: Prospects, settings: MapSettings): { next: SeeNext[]; leftOut: number } {
  const onTheWay = waysOf(prospects);
  const cases = prospects.covered.flatMap((covered): Case[] => {
    const [reason, ...more] = reasonsFor(covered, prospects, onTheWay);
    return reason === undefined ? [] : [{ covered, reasons: [reason, ...more] }];
  });
  const send = senders(prospects.covered, settings);
  const next = cases.sort(graver).map(({ covered, reasons }) => ({ id: covered.person.id, reasons, covered }));
  return {
    next: next
      .slice(0, settings.most)
      .map(({ id, reasons, covered }) => ({ id, reasons, visit: send(covered.person) })),
    leftOut: Math.max(0, next.length - settings.most),
  };
}

/** Who can pass our word on to which deciders that aren't covered: those on the strongest paths, the aims apart. */
function waysOf({ covered, paths }: Prospects): ReadonlyMap<string, string[]> {
  const open = new Set(covered.filter(({ coverage }) => coverage !== "covered").map(({ person }) => person.id));
  const ways = new Map<string, string[]>();
  for (const { decider, strongest } of paths) {
    if (!open.has(decider)) continue;
    for (const { from } of strongest?.lines ?? []) ways.set(from, [...(ways.get(from) ?? []), decider]);
  }
  return ways;
}

function reasonsFor(covered: Covered, prospects: Prospects, ways: ReadonlyMap<string, string[]>): SeeReason[] {
  const { person, coverage } = covered;
  const reasons: SeeReason[] = [];
  if (coverage !== "covered") {
    for (const { part, needed, coverage: reached } of prospects.parts) {
      if (needed && reached !== "covered" && person.parts?.includes(part) === true)
        reasons.push({ code: "part-uncovered", part });
    }
  }
  if (sideOf(person) === "against" && isInfluential(person) === true) reasons.push({ code: "influential-opponent" });
  for (const decider of ways.get(person.id) ?? []) reasons.push({ code: "leads-to-decider", decider });
  if (couldBeSecondThread(person, prospects.threads)) reasons.push({ code: "second-thread" });
  return [...reasons, ...gapsOf(person)];
}

/** Somebody of weight with whom no regular relation is known, where there is only one with anybody. */
function couldBeSecondThread(person: Person, { contacts }: Threads): boolean {
  return (
    contacts.length < 2 && isThread(person) !== true && isInfluential(person) === true && sideOf(person) !== "against"
  );
}

function gapsOf(person: Person): SeeReason[] {
  const { reached, wanted, support, influence, parts } = person;
  const reasons: SeeReason[] = [];
  if (reached !== null && DEPTH_RANK[reached] < DEPTH_RANK[wanted])
    reasons.push({ code: "relation-to-deepen", reached, wanted });
  if (reached === null && wanted !== "none") reasons.push({ code: "relation-to-learn" });
  if (support === null) reasons.push({ code: "support-to-learn" });
  if (influence === null) reasons.push({ code: "influence-to-learn" });
  if (parts === null) reasons.push({ code: "part-to-learn" });
  return reasons;
}

/** By the gravest reason, the weightiest part, influence, number of reasons; equal cases stay in the order of their ids. */
function graver(a: Case, b: Case): number {
  const [one, other] = [a.covered.person, b.covered.person];
  return (
    SEE_REASONS.indexOf(a.reasons[0].code) - SEE_REASONS.indexOf(b.reasons[0].code) ||
    partRank(one) - partRank(other) ||
    weightOf(other) - weightOf(one) ||
    b.reasons.length - a.reasons.length
  );
}

function partRank({ parts }: Person): number {
  const [part] = parts ?? [];
  return part === undefined ? BUYING_PARTS.length : BUYING_PARTS.indexOf(part);
}
