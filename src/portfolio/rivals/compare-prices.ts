import { type DecimalString, printDecimal } from "../../ground/numeral.js";
import { compare, minus, over, type Rational } from "../../ground/rational.js";
import { ratio } from "../money.js";
import { keyOf, type ReadOffer, type ReadPrice, type ReadRival } from "./read-rivals.js";
import { PRICE_KINDS, type PriceComparison, type PriceKind, type PricePosition, type UndercutPrice } from "./rivals.js";

/** Every price that either side names. */
export function comparePrices(ours: ReadOffer, theirs: ReadOffer): PriceComparison[] {
  const own = new Map(ours.prices.map((price) => [keyOf(price), price]));
  const other = new Map(theirs.prices.map((price) => [keyOf(price), price]));
  const all = [...ours.prices, ...theirs.prices.filter((price) => !own.has(keyOf(price)))];
  return all.flatMap((price) =>
    PRICE_KINDS.flatMap((kind) => comparisonOf(price, kind, own.get(keyOf(price)), other.get(keyOf(price)))),
  );
}

function comparisonOf(
  { product, currency }: ReadPrice,
  kind: PriceKind,
  own: ReadPrice | undefined,
  other: ReadPrice | undefined,
): PriceComparison[] {
  const ours = own?.[kind] ?? null;
  const theirs = other?.[kind] ?? null;
  if (ours === null && theirs === null) return [];
  const difference = ours === null || theirs === null ? null : differenceOf(theirs, ours);
  const position = ours === null || theirs === null ? null : positionOf(theirs, ours);
  return [{ product, currency, kind, ours: printed(ours), theirs: printed(theirs), difference, position }];
}

/** Decimals as they are shown. */
export function printed(value: Rational | null): DecimalString | null {
  return value === null ? null : printDecimal(value);
}

/** (Theirs − ours) ÷ ours. */
function differenceOf(theirs: Rational, ours: Rational): number | null {
  return ours.n === 0n ? null : ratio(over(minus(theirs, ours), ours));
}

function positionOf(theirs: Rational, ours: Rational): PricePosition {
  const order = compare(theirs, ours);
  if (order === 0) return "equal";
  return order < 0 ? "undercuts" : "dearer";
}

/** Our prices that somebody undercuts, in our order. Rivals come by id. */
export function undercutPrices(ours: ReadOffer, rivals: readonly ReadRival[]): UndercutPrice[] {
  const prices = rivals.map(({ id, prices: theirs }) => ({
    id,
    byKey: new Map(theirs.map((price) => [keyOf(price), price])),
  }));
  return ours.prices.flatMap((own) =>
    PRICE_KINDS.flatMap((kind) => {
      const asked = prices.flatMap(({ id, byKey }) => {
        const price = byKey.get(keyOf(own))?.[kind] ?? null;
        return price === null ? [] : { id, price };
      });
      return undercutOf(own, kind, asked);
    }),
  );
}

interface Asked {
  readonly id: string;
  readonly price: Rational;
}

function undercutOf(own: ReadPrice, kind: PriceKind, asked: readonly Asked[]): UndercutPrice[] {
  const ours = own[kind];
  if (ours === null) return [];
  const below = asked.filter(({ price }) => compare(price, ours) < 0);
  const [first, ...others] = below;
  if (first === undefined) return [];
  const lowest = others.reduce((least, { price }) => (compare(price, least) < 0 ? price : least), first.price);
  return [
    {
      product: own.product,
      currency: own.currency,
      kind,
      ours: printDecimal(ours),
      lowest: printDecimal(lowest),
      difference: differenceOf(lowest, ours),
      lowestBy: below.flatMap(({ id, price }) => (compare(price, lowest) === 0 ? id : [])),
      undercutBy: below.map(({ id }) => id),
    },
  ];
}
