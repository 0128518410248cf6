import { compareScaled, type Scaled } from "../../ground/scaled.js";
import type { Judged } from "../quadrants/judged.js";
import type { Quadrant } from "../quadrants/volume-loyalty.js";
import { volumeOf } from "../volumes.js";
import { PRUNING_RULES, type PruningRule, type PruningVerdict } from "./pruning.js";

/** A client as it was read. */
export interface PruningRow {
  readonly id: string;
  readonly volume: Scaled | null;
  readonly amount: Scaled | null;
  readonly margin: Scaled | null;
  readonly visits: Scaled | null;
  readonly credit: Judged | null;
  readonly loyalty: Judged | null;
  readonly grade: string | null;
  readonly gradeCertain: boolean | null;
  readonly quadrant: Quadrant | null;
  readonly certain: boolean | null;
}

/** The rules as they were read; `null`: not asked for. */
export interface ReadRules {
  readonly minVolume: Scaled | null;
  readonly minCredit: number | null;
  readonly minLoyalty: number | null;
  readonly grades: readonly string[] | null;
  readonly quadrants: readonly string[] | null;
  readonly needsAll: boolean;
}

/** What the rules say of a client. */
export interface PruningJudgement {
  readonly verdict: PruningVerdict;
  readonly failed: readonly PruningRule[];
  readonly unchecked: readonly PruningRule[];
}

/** Holds a client against the rules. */
export function judgePruning(row: PruningRow, rules: ReadRules): PruningJudgement {
  const held = checksOf(row, rules);
  const asked = PRUNING_RULES.filter((rule) => held[rule] !== "not-asked");
  const failed = asked.filter((rule) => held[rule] === "failed");
  const unchecked = asked.filter((rule) => held[rule] === "unknown");
  const isOut = rules.needsAll ? failed.length === asked.length : failed.length > 0;
  const mayGo = rules.needsAll ? failed.length + unchecked.length === asked.length : unchecked.length > 0;
  return { verdict: isOut ? "drop" : mayGo && unchecked.length > 0 ? "find-out" : "keep", failed, unchecked };
}

type Check = "not-asked" | "met" | "failed" | "unknown";

function checksOf(row: PruningRow, rules: ReadRules): { readonly [K in PruningRule]: Check } {
  return {
    "min-volume": check(rules.minVolume, volumeOf(row), (least, volume) => compareScaled(volume, least) >= 0),
    "min-credit": checkScore(rules.minCredit, row.credit),
    "min-loyalty": checkScore(rules.minLoyalty, row.loyalty),
    grades: checkCode(rules.grades, row.grade, row.gradeCertain),
    quadrants: checkCode(rules.quadrants, row.quadrant, row.certain),
  };
}

function check<R, V>(rule: R | null, value: V | null, meets: (rule: R, value: V) => boolean): Check {
  if (rule === null) return "not-asked";
  if (value === null) return "unknown";
  return meets(rule, value) ? "met" : "failed";
}

/** A code that the unknown facts could still change isn't a failure. */
function checkCode(kept: readonly string[] | null, code: string | null, certain: boolean | null): Check {
  const held = check(kept, code, (codes, one) => codes.includes(one));
  return held === "failed" && certain === false ? "unknown" : held;
}

/** A score that the unknown facts could still lift to the mark isn't a failure. */
function checkScore(least: number | null, judgement: Judged | null): Check {
  if (least === null) return "not-asked";
  if (judgement === null || judgement.score === null) return "unknown";
  if (judgement.score >= least) return "met";
  return judgement.high !== null && judgement.high < least ? "failed" : "unknown";
}
