import { roundHalfAway } from "../../ground/rational.js";
import { apportion, magnitude } from "./apportion.js";
import type { Built } from "./build.js";
import { pointsIn } from "./change-part.js";
import type { IndicatorShare } from "./comparison.js";
import type { Proportional } from "./proportional.js";

/** How the part of one of the scorecard's causes spreads over the indicators: as in the closed form, brought to the part's size. */
export function spreadOf(
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
    value === 0n ? [] : [{ indicator: ids[place] ?? null, points: pointsIn(value, scale) }],
  );
}
