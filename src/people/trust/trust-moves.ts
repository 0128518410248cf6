import type { TrustRelation } from "../../ground/vocabulary.js";
import { advance, below, between, type Rung, relationOn, rungsOf } from "./ladders.js";
import { type Entry, readTrust, readTrustOptions, type Today } from "./read-trust.js";
import {
  EVIDENCE_BY_RELATION,
  type ImpossibleMove,
  type TrustEntry,
  type TrustEvidence,
  type TrustMove,
  type TrustMoves,
  type TrustOptions,
  type TrustStep,
  type TrustStepKind,
} from "./trust.js";

/**
 * Where a client's trust stands, how it came there and where it can go (E6): outsider, friend, supplier, partner, on one of two ladders
 * (E6.2): a friend who buys, or a supplier who becomes a friend. Partner is reached from both, never past either.
 *
 * Which of the two a friend or supplier stands on follows from the history; where that begins in the middle, both stay possible, and a step that would be up on one and back on the other
 * is `unclear`. Steps back are possible, by any number of rungs, and stay visible; a jump over a rung is named with what it skips.
 * The history's order is that of the list. A `current` that isn't the last entry's is one more, undated step.
 *
 * Each next relation has what it needs, by what `options.evidence` says of today, and where that says nothing by the evidence of the last entry. `ready` is `null` while something is unknown.
 *
 * Faulty data are in `issues`: an entry without a relation, or after `asOf`, is left out; another faulty field counts as unknown, as does a day before that of an earlier entry.
 * Faulty options throw a `KeyAccountError` with all issues.
 *
 * @example
 * ```ts
 * import { trustMoves } from "keyaccount";
 *
 * const moves = trustMoves("supplier", [
 *   { relation: "outsider", at: "2025-03-01" },
 *   { relation: "friend", at: "2025-06-10", evidence: ["regular-contact", "confides-in-us"] },
 *   { relation: "supplier", at: "2025-11-02", evidence: ["order-delivered"] },
 * ]);
 * moves.ladders; // => ["friend-first"]
 * moves.steps.map(({ kind, unproven }) => [kind, unproven.length]); // => [["start", 0], ["up", 0], ["up", 1]]
 * moves.next.map(({ to, ready, unknown }) => [to, ready, unknown.length]); // => [["partner", null, 5]]
 * moves.back; // => ["friend", "outsider"]
 * trustMoves("friend", [{ relation: "outsider" }]).impossible; // => [{ to: "partner", first: ["supplier"] }]
 * ```
 */
export function trustMoves(
  current: TrustRelation | null | undefined,
  history: readonly TrustEntry[],
  options: TrustOptions = {},
): TrustMoves {
  const settings = readTrustOptions(options);
  const { reader, current: now, entries } = readTrust(current, history, settings);
  const all = withCurrent(entries, now, settings.today);
  const { steps, rungs } = walk(all);
  const relation = all.at(-1)?.relation ?? null;
  const holds = today(settings.today, all.at(-1)?.evidence ?? []);
  const next = rungs.flatMap((rung) => moveFrom(rung, holds));
  const back = below(rungs);
  return {
    v: 1,
    relation,
    ladders: rungs.map(({ ladder }) => ladder),
    steps,
    setbacks: placesOf(steps, "back"),
    jumps: placesOf(steps, "jump"),
    next,
    back,
    impossible: relation === null ? [] : impossibleFrom(relation, next, back),
    eroded:
      relation === null ? [] : EVIDENCE_BY_RELATION[relation].filter((code) => settings.today.get(code) === false),
    issues: reader.issues,
  };
}

function withCurrent(entries: readonly Entry[], now: TrustRelation | null, today: Today): readonly Entry[] {
  if (now === null || now === entries.at(-1)?.relation) return entries;
  const told = [...today].filter(([, holds]) => holds !== null);
  const evidence = told.length === 0 ? null : told.flatMap(([code, holds]) => (holds === true ? [code] : []));
  return [...entries, { relation: now, at: null, source: null, evidence }];
}

function walk(entries: readonly Entry[]): { readonly steps: readonly TrustStep[]; readonly rungs: readonly Rung[] } {
  const steps: TrustStep[] = [];
  let rungs: readonly Rung[] = [];
  for (const entry of entries) {
    const { relation } = entry;
    const from = steps.at(-1)?.to ?? null;
    const step = from === null ? ({ kind: "start", rungs: rungsOf(relation) } as const) : advance(rungs, relation);
    steps.push(stepOf(entry, from, step.kind, step.kind === "jump" ? between(rungs, relation) : []));
    rungs = step.rungs;
  }
  return { steps, rungs };
}

function stepOf(
  { relation: to, at, source, evidence }: Entry,
  from: TrustRelation | null,
  kind: TrustStepKind,
  skipped: readonly TrustRelation[],
): TrustStep {
  const needs = kind === "same" || kind === "back" ? [] : EVIDENCE_BY_RELATION[to];
  const unproven = needs.filter((code) => evidence?.includes(code) !== true);
  return { kind, from, to, at, source, evidence: evidence && [...evidence], unproven, skipped };
}

/** What holds now: as it is said of today, else as the last entry showed. */
function today(said: Today, shown: readonly TrustEvidence[]): Today {
  return new Map([...said].map(([code, holds]) => [code, holds ?? (shown.includes(code) ? true : null)]));
}

function moveFrom({ ladder, height }: Rung, holds: Today): TrustMove[] {
  const to = relationOn({ ladder, height: height + 1 });
  if (to === undefined) return [];
  const whose = (answer: boolean | null): TrustEvidence[] =>
    EVIDENCE_BY_RELATION[to].filter((code) => holds.get(code) === answer);
  const [met, missing, unknown] = [whose(true), whose(false), whose(null)];
  return [{ to, ladder, ready: missing.length > 0 ? false : unknown.length > 0 ? null : true, met, missing, unknown }];
}

function impossibleFrom(
  relation: TrustRelation,
  next: readonly TrustMove[],
  back: readonly TrustRelation[],
): ImpossibleMove[] {
  const first = [...new Set(next.map(({ to }) => to))];
  return (Object.keys(EVIDENCE_BY_RELATION) as TrustRelation[])
    .filter((to) => to !== relation && !first.includes(to) && !back.includes(to))
    .map((to) => ({ to, first: [...first] }));
}

function placesOf(steps: readonly TrustStep[], kind: TrustStepKind): number[] {
  return [...steps.keys()].filter((place) => steps[place]?.kind === kind);
}
