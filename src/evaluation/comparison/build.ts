import { roundHalfAway, tenTo } from "../../ground/rational.js";
import type { CardPair } from "./card-pair.js";
import type { ChangeCode } from "./comparison.js";
import { factChange, isSameFact } from "./facts.js";
import { type Game, heldSum, type Setting, sideSums } from "./game.js";
import { type Judged, judgeMixed } from "./mixed.js";
import { type Plan, storedCell, whichOf } from "./plan.js";
import type { Side, SideRow } from "./side.js";

/** Two evaluations as a game, with the names of its players. */
export interface Built {
  readonly game: Game;
  /** By item; `null` where its fact is no cause. */
  readonly codes: readonly (ChangeCode | null)[];
  /** The scorecard's causes that can move a score. */
  readonly causes: readonly ChangeCode[];
  readonly scale: number;
}

/**
 * Builds the game: which causes there are, and what each indicator brings into each mixture of them. The indicators stand in the
 * order of the later side, then those that only the earlier has.
 */
export function build(sides: readonly [Side, Side], pair: CardPair | null, isSameFacts: boolean): Built {
  if (pair?.causes.length === 0 && !isJudgedAlike(...sides)) return buildBy(sides, null, false);
  const built = buildBy(sides, pair, isSameFacts);
  return isFaithful(built.game, sides, built.scale) ? built : buildBy(sides, null, false);
}

/** Whether all early is one side and all late the other. Evaluations that these scorecards didn't make are compared by their rows. */
function isFaithful(game: Game, sides: readonly [Side, Side], scale: number): boolean {
  return sides.every(({ score, evaluation }, which) => {
    const sums = sideSums(game, which === 1);
    const setting = (which === 1 ? game.settings.at(-1) : game.settings[0]) as Setting;
    const unit = tenTo(scale - evaluation.scale);
    if (score === null) return true;
    return sums.weight > 0n && roundHalfAway(setting.total * heldSum(sums, setting), sums.weight * unit) === score;
  });
}

function buildBy(sides: readonly [Side, Side], pair: CardPair | null, isSameFacts: boolean): Built {
  const scale = Math.max(...sides.map(({ evaluation }) => evaluation.scale));
  const groups = new Set(sides.flatMap(({ caps }) => [...caps.keys()]));
  const plan: Plan = {
    sides,
    units: sides.map(({ evaluation }) => tenTo(scale - evaluation.scale)) as [bigint, bigint],
    places: new Map([...groups].map((id, place) => [id, place])),
    causes: causesOf(sides, pair),
    pair,
    isSameFacts,
  };
  const ids = [...new Set([...sides[1].rows.keys(), ...sides[0].rows.keys()])];
  const judged = ids.map((id) => (pair === null ? judgeStored(plan, id) : judgeMixed(plan, pair, id)));
  return {
    game: {
      items: judged.map(({ code, cells }, index) => ({ id: ids[index] as string, isChanged: code !== null, cells })),
      cards: plan.causes.length,
      mover: plan.causes.indexOf("definition"),
      settings: settingsOf(plan),
    },
    codes: judged.map(({ code }) => code),
    causes: plan.causes,
    scale,
  };
}

/** One scorecard on both sides has no part; of two that aren't at hand, whatever they do to unchanged facts is `definition`. */
function causesOf([before, after]: readonly [Side, Side], pair: CardPair | null): readonly ChangeCode[] {
  if (pair !== null) return pair.causes;
  const isSame = before.evaluation.scorecard.hash === after.evaluation.scorecard.hash && isJudgedAlike(before, after);
  return isSame ? [] : ["definition"];
}

/** Whether equal facts earn the same on both sides, as they do under one scorecard. */
function isJudgedAlike(before: Side, after: Side): boolean {
  return (
    before.evaluation.scale === after.evaluation.scale &&
    before.total === after.total &&
    before.rows.size === after.rows.size &&
    before.caps.size === after.caps.size &&
    [...before.caps].every(([id, cap]) => after.caps.get(id) === cap) &&
    [...before.rows].every(([id, row]) => isRowAlike(row, after.rows.get(id)))
  );
}

function isRowAlike(a: SideRow, b: SideRow | undefined): boolean {
  if (b === undefined || a.row.group !== b.row.group || a.row.weight !== b.row.weight) return false;
  return !isSameFact(a.row, b.row) || (a.points === b.points && a.weight === b.weight);
}

function settingsOf({ causes, sides, units, places }: Plan): Setting[] {
  const bit = causes.indexOf("definition");
  return Array.from({ length: 1 << causes.length }, (_, flags) => {
    const which = whichOf(flags, bit);
    const { total, caps } = sides[which];
    const held = [...places.keys()].map((id) => caps.get(id) ?? null);
    return { total: total * units[which], caps: held.map((cap) => (cap === null ? null : cap * units[which])) };
  });
}

/** An indicator by the two rows alone: a changed fact brings its whole row with it, an unchanged one follows the scorecard. */
function judgeStored(plan: Plan, id: string): Judged {
  const [before, after] = [plan.sides[0].rows.get(id), plan.sides[1].rows.get(id)];
  const code = before && after && !isSameFact(before.row, after.row) ? storedCode(plan, before, after) : null;
  const pair = [storedCell(plan, 0, before), storedCell(plan, 1, after)] as const;
  const bit = code === null ? 1 : 0;
  return {
    code,
    cells: Array.from({ length: 1 << (plan.causes.length + 1) }, (_, mixture) => pair[whichOf(mixture, bit)]),
  };
}

function storedCode({ causes }: Plan, before: SideRow, after: SideRow): ChangeCode {
  return causes.length === 0 ? factChange(before.row.status, after.row.status) : "fact-and-definition";
}
