import { canonicalJson, type Json, same } from "../../ground/json.js";
import { isSound } from "../definition/check.js";
import { mostShare } from "../definition/check-together.js";
import { soundScorecard } from "../definition/define.js";
import type { Indicator, MissingPolicy } from "../definition/kinds.js";
import type { Scorecard } from "../definition/scorecard.js";
import { type ResolvedIndicator, resolveIndicator } from "../resolved/indicator.js";
import { type Resolved, resolve } from "../resolved/resolve.js";
import type { ChangeCode } from "./comparison.js";
import { type Defined, isSameDefinition, mixIndicator } from "./mix-indicator.js";

/** Which of two scorecards: 0 the earlier, 1 the later. */
export type Which = 0 | 1;

/** The scorecard's causes that can move a score. */
type CardCause = Extract<ChangeCode, "weights" | "definition" | "missing-policy">;

/** Two scorecards, and how they mix. */
export interface CardPair {
  readonly cards: readonly [Scorecard, Scorecard];
  readonly resolved: readonly [Resolved, Resolved];
  readonly causes: readonly CardCause[];
  /** Differences that move a grade only. */
  readonly gradeCauses: readonly ("limits" | "grades")[];
  /** An indicator as the one scorecard defines it with the weight of the other; `undefined` where it isn't in the former. */
  readonly indicator: (id: string, weightOf: Which, definitionOf: Which) => ResolvedIndicator | undefined;
  /** What an unknown fact does. */
  readonly missing: (id: string, policyOf: Which) => MissingPolicy;
}

/** Prepares two scorecards. Throws the faults of one that was put together by hand. */
export function cardPair(before: Scorecard, after: Scorecard): CardPair {
  const cards = [sound(before), sound(after)] as const;
  const mixed = new Map<string, ResolvedIndicator | undefined>();
  return {
    cards,
    resolved: [resolve(cards[0]), resolve(cards[1])],
    causes: causesOf(cards),
    gradeCauses: gradeCausesOf(cards),
    indicator: (id, weightOf, definitionOf) => {
      const key = `${String(weightOf)}${String(definitionOf)}${id}`;
      if (!mixed.has(key)) mixed.set(key, resolveMixed(cards, id, weightOf, definitionOf));
      return mixed.get(key);
    },
    missing: (id, policyOf) => missingOf(cards, id, policyOf),
  };
}

type Cards = readonly [Scorecard, Scorecard];

function sound(card: Scorecard): Scorecard {
  return isSound(card) ? card : soundScorecard(card);
}

function indicatorIn({ indicators }: Scorecard, id: string): Indicator | undefined {
  return Object.hasOwn(indicators, id) ? indicators[id] : undefined;
}

function missingOf(cards: Cards, id: string, policyOf: Which): MissingPolicy {
  const card = cards[policyOf];
  const own = indicatorIn(card, id);
  const other = cards[policyOf === 0 ? 1 : 0];
  return own === undefined ? (indicatorIn(other, id)?.missing ?? other.missing) : (own.missing ?? card.missing);
}

function causesOf(cards: Cards): CardCause[] {
  const [before, after] = cards;
  const shared = Object.keys(before.indicators).filter((id) => indicatorIn(after, id) !== undefined);
  const some = (differs: (a: Indicator, b: Indicator) => boolean): boolean =>
    shared.some((id) => differs(indicatorIn(before, id) as Indicator, indicatorIn(after, id) as Indicator));
  const isRedefined =
    frameOf(before) !== frameOf(after) ||
    [before, after].some(({ indicators }) => Object.keys(indicators).length > shared.length) ||
    shared.some((id) => !isSameDefinition(definedIn(cards, id) as Defined));
  return [
    ...(some((a, b) => a.weight !== b.weight) ? (["weights"] as const) : []),
    ...(isRedefined ? (["definition"] as const) : []),
    ...(shared.some((id) => missingOf(cards, id, 0) !== missingOf(cards, id, 1)) ? (["missing-policy"] as const) : []),
  ];
}

function frameOf({ total, scale, groups }: Scorecard): string {
  return canonicalJson({ total, scale, groups } as unknown as Json);
}

function gradeCausesOf([before, after]: Cards): ("limits" | "grades")[] {
  return (["limits", "grades"] as const).filter((key) => !same(before[key], after[key]));
}

function definedIn(cards: Cards, id: string): Defined | undefined {
  const [before, after] = [indicatorIn(cards[0], id), indicatorIn(cards[1], id)];
  return before && after && { indicators: [before, after], scales: [cards[0].scale, cards[1].scale] };
}

function resolveMixed(cards: Cards, id: string, weightOf: Which, definitionOf: Which): ResolvedIndicator | undefined {
  const card = cards[definitionOf];
  const own = indicatorIn(card, id);
  if (own === undefined) return undefined;
  const defined = weightOf === definitionOf ? undefined : definedIn(cards, id);
  const indicator = defined === undefined ? own : mixIndicator(defined, definitionOf);
  return resolveIndicator(id, indicator, {
    scale: card.scale,
    mostShare: mostShare(card),
    missing: card.missing,
    place: 0,
  });
}
