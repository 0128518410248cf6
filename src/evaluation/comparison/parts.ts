import { roundHalfAway, tenTo } from "../../ground/rational.js";
import { ticksToNumber } from "../exact/ticks.js";
import { apportion, descending, magnitude } from "./apportion.js";
import type { Built } from "./build.js";
import type { ChangeCode, ChangePart, ComparedRow, ComparisonMethod, IndicatorShare } from "./comparison.js";
import { PART_BITS } from "./game.js";
import { type Proportional, proportional } from "./proportional.js";
import { shapley } from "./shapley.js";
import type { Side, SideRow } from "./side.js";

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
    change: toNumber(target, built.scale),
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

function portionsOf({ game, causes }: Built, { items, cards }: Values): { key: string; value: bigint }[] {
  return [
    ...items.map((value, index) => ({ key: `i ${game.items[index]?.id ?? ""}`, value })),
    ...cards.map((value, index) => ({ key: `c ${causes[index] ?? ""}`, value })),
  ];
}

function factParts({ game, codes, scale }: Built, sides: readonly [Side, Side], ticks: readonly bigint[]): Ranked[] {
  return game.items.flatMap(({ id }, index) => {
    const code = codes[index];
    const value = ticks[index] as bigint;
    return code ? [{ part: factPart(code, id, sides, toNumber(value, scale)), size: magnitude(value) }] : [];
  });
}

function factPart(
  code: ChangeCode,
  id: string,
  [before, after]: readonly [Side, Side],
  points: number | null,
): ChangePart {
  return {
    code,
    indicator: id,
    points,
    before: comparedRow(before.rows.get(id)),
    after: comparedRow(after.rows.get(id)),
    byIndicator: [],
  };
}

function comparedRow(side: SideRow | undefined): ComparedRow | null {
  if (side === undefined) return null;
  const { status, actual, weight, points } = side.row;
  return { status, actual, weight, points };
}

function cardPart(code: ChangeCode, points: number | null, byIndicator: readonly IndicatorShare[]): ChangePart {
  return { code, indicator: null, points, before: null, after: null, byIndicator };
}

function cardParts(built: Built, closed: Proportional, values: Values, ticks: readonly bigint[]): Ranked[] {
  const { causes, game, scale } = built;
  return causes.map((code, card) => {
    const value = ticks[game.items.length + card] as bigint;
    const spread = spreadOf(built, closed, card, values.cards[card] as bigint, value);
    return { part: cardPart(code, toNumber(value, scale), spread), size: magnitude(value) };
  });
}

/** How the part of one of the scorecard's causes spreads over the indicators: as in the closed form, brought to the part's size. */
function spreadOf(
  { game, scale }: Built,
  closed: Proportional,
  card: number,
  whole: bigint,
  ticks: bigint,
): IndicatorShare[] {
  const shares = [...(closed.spread[card] as readonly bigint[]), card === game.mover ? closed.rest : 0n];
  const sum = shares.reduce((all, share) => all + share, 0n);
  const size = shares.reduce((all, share) => all + magnitude(share), 0n);
  const ids: readonly (string | null)[] = [...game.items.map(({ id }) => id), null];
  const brought = shares.map((share, place) =>
    size > 0n ? share + roundHalfAway((whole - sum) * magnitude(share), size) : ids[place] === null ? whole : 0n,
  );
  const rounded = apportion(
    ticks,
    brought.map((value, place) => ({ key: ids[place] ?? "", value })),
  );
  return rounded.flatMap((value, place) =>
    value === 0n ? [] : [{ indicator: ids[place] ?? null, points: toNumber(value, scale) }],
  );
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

function toNumber(ticks: bigint, scale: number): number {
  return ticksToNumber(Number(ticks), Number(tenTo(scale)));
}
