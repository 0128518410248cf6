import type { TrustRelation } from "../../ground/vocabulary.js";
import { RUNGS_BY_LADDER, TRUST_LADDERS, type TrustLadder, type TrustStepKind } from "./trust.js";

/** A rung of a ladder. */
export interface Rung {
  readonly ladder: TrustLadder;
  readonly height: number;
}

/** All rungs on which a relation stands: without history either ladder is possible. */
export function rungsOf(relation: TrustRelation): Rung[] {
  return TRUST_LADDERS.map((ladder) => ({ ladder, height: RUNGS_BY_LADDER[ladder].indexOf(relation) }));
}

/** The relation on a rung; `undefined` above the last. */
export function relationOn({ ladder, height }: Rung): TrustRelation | undefined {
  return RUNGS_BY_LADDER[ladder][height];
}

/** What a step is, and where one may stand after it. */
export interface Advance {
  readonly kind: Exclude<TrustStepKind, "start">;
  readonly rungs: readonly Rung[];
}

/** The step to a relation from the rungs that are possible. An outsider starts anew on either ladder; so does, for want of knowledge, whoever has jumped. */
export function advance(possible: readonly Rung[], to: TrustRelation): Advance {
  if (possible.every((rung) => relationOn(rung) === to)) return { kind: "same", rungs: possible };
  const heightOf = ({ ladder }: Rung): number => RUNGS_BY_LADDER[ladder].indexOf(to);
  const up = possible.filter((rung) => heightOf(rung) === rung.height + 1);
  const back = possible.filter((rung) => heightOf(rung) < rung.height);
  if (up.length + back.length === 0) return { kind: "jump", rungs: rungsOf(to) };
  const kind = back.length === 0 ? "up" : up.length === 0 ? "back" : "unclear";
  if (to === "outsider") return { kind, rungs: rungsOf(to) };
  return { kind, rungs: [...up, ...back].map((rung) => ({ ladder: rung.ladder, height: heightOf(rung) })) };
}

/** What lies between the possible rungs and a relation, in the order of the ladders. */
export function between(possible: readonly Rung[], to: TrustRelation): TrustRelation[] {
  const skipped = possible.flatMap(({ ladder, height }) =>
    RUNGS_BY_LADDER[ladder].slice(height + 1, RUNGS_BY_LADDER[ladder].indexOf(to)),
  );
  return [...new Set(skipped)];
}

/** What lies below, the nearest rung first. */
export function below(possible: readonly Rung[]): TrustRelation[] {
  const steps = [1, 2, 3].flatMap((down) =>
    possible.flatMap(({ ladder, height }) => relationOn({ ladder, height: height - down }) ?? []),
  );
  return [...new Set(steps)];
}
