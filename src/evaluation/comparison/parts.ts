import { tenTo } from "../../ground/rational.js";
import { apportion, descending, magnitude, type Portion } from "./apportion.js";
import type { Built } from "./build.js";
import { cardPart, factPart, pointsIn } from "./change-part.js";
import type { ChangeCode, ChangePart, ComparisonMethod } from "./comparison.js";
import { type Item, PART_BITS } from "./game.js";
import { type Proportional, proportional } from "./proportional.js";
import { shapley } from "./shapley.js";
import type { Side } from "./side.js";
import { spreadOf } from "./spread.js";

/** The parts of a change, and how they were found. */
export interface Split {
  readonly change: number | null;
  readonly method: ComparisonMethod | null;
  readonly parts: readonly ChangePart[];
}

/** A cause with its part in ticks before ranking. */
interface Ranked {
  readonly part: ChangePart;
  readonly size: bigint;
}

/** Splits the change of score over its causes, largest part first. */
export function splitChange(built: Built, sides: readonly [Side, Side], gradeCauses: readonly ChangeCode[]): Split {
  const target = changeOf(built, sides);
  const idle = gradeCauses.map((code) => ({ part: cardPart(code, target === null ? null : 0, []), size: 0n }));
  if (target === null) return { change: null, method: null, parts: ranked([...listed(built, sides), ...idle]) };
  const exact = shapley(built.game);
  const closed = proportional(built.game);
  const values = settleScale(built, sides, target, exact ?? closed);
  const ticks = apportion(target, portionsOf(built, values));
  return {
    change: pointsIn(target, built.scale),
    method: exact === null ? "proportional" : "shapley",
    parts: ranked([...factParts(built, sides, ticks), ...cardParts(built, closed, values, ticks), ...idle]),
  };
}

/** The change in ticks of the finer scale. */
function changeOf({ scale }: Built, [before, after]: readonly [Side, Side]): bigint | null {
  if (before.score === null || after.score === null) return null;
  const fine = (side: Side, score: bigint): bigint => score * tenTo(scale - side.evaluation.scale);
  return fine(after, after.score) - fine(before, before.score);
}

/** Values by item, then by the scorecard's causes. */
interface Values {
  readonly items: readonly bigint[];
  readonly cards: readonly bigint[];
}

/** Where the scales differ, what the coarser rounding did to the score is part of the definition's change. */
function settleScale({ game }: Built, [before, after]: readonly [Side, Side], target: bigint, values: Values): Values {
  if (before.evaluation.scale === after.evaluation.scale) return values;
  const rest = [...values.items, ...values.cards].reduce((left, value) => left - value, target << PART_BITS);
  return { ...values, cards: values.cards.map((value, card) => (card === game.mover ? value + rest : value)) };
}

function portionsOf({ game, causes }: Built, { items, cards }: Values): Portion[] {
  return [
    ...items.map((value, index) => ({ key: `i ${(game.items[index] as Item).id}`, value })),
    ...cards.map((value, index) => ({ key: `c ${causes[index] as ChangeCode}`, value })),
  ];
}

function factParts({ game, codes, scale }: Built, sides: readonly [Side, Side], ticks: readonly bigint[]): Ranked[] {
  return game.items.flatMap(({ id }, index) => {
    const code = codes[index];
    const value = ticks[index] as bigint;
    return code ? [{ part: factPart(code, id, sides, pointsIn(value, scale)), size: magnitude(value) }] : [];
  });
}

function cardParts(built: Built, closed: Proportional, values: Values, ticks: readonly bigint[]): Ranked[] {
  const { causes, game, scale } = built;
  return causes.map((code, card) => {
    const value = ticks[game.items.length + card] as bigint;
    const spread = spreadOf(built, closed, card, values.cards[card] as bigint, value);
    return { part: cardPart(code, pointsIn(value, scale), spread), size: magnitude(value) };
  });
}

/** The causes where there is no change to split. */
function listed(built: Built, sides: readonly [Side, Side]): Ranked[] {
  const facts = built.game.items.flatMap(({ id }, index) => {
    const code = built.codes[index];
    return code ? [factPart(code, id, sides, null)] : [];
  });
  return [...facts, ...built.causes.map((code) => cardPart(code, null, []))].map((part) => ({ part, size: 0n }));
}

function ranked(parts: readonly Ranked[]): ChangePart[] {
  return parts.toSorted((a, b) => descending(a.size, b.size)).map(({ part }) => part);
}
