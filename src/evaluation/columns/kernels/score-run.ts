import { type IndicatorPlan, KERNEL } from "../plan.js";
import { scoreCodes } from "./codes.js";
import { scoreLine, scoreReciprocal } from "./lines.js";
import { scoreRanged } from "./ranged.js";
import { scoreRelative } from "./relative.js";
import type { Run } from "./run.js";
import { scoreBands, scorePieces } from "./steps.js";

/**
 * Scores a run in floats and returns how many cells it left undecided: unknown ones, whatever is out of the ordinary, and those so
 * near to a tie that floats can't tell. What it wrote for those has to be written again.
 *
 * There is one loop for each kind of curve, over plain numbers; its parameters are turned into local doubles first, and no branch but the
 * rare one for the undecided depends on the data.
 */
export function scoreRun(plan: IndicatorPlan, run: Run): number {
  switch (plan.kernel) {
    case KERNEL.line:
      return scoreLine(plan, run);
    case KERNEL.reciprocal:
      return scoreReciprocal(plan, run);
    case KERNEL.relative:
      return scoreRelative(plan, run);
    case KERNEL.ranged:
      return scoreRanged(plan, run);
    case KERNEL.pieces:
      return scorePieces(plan, run);
    case KERNEL.bands:
      return scoreBands(plan, run);
    default:
      return scoreCodes(plan, run);
  }
}
