import { isSound } from "./check.js";
import { soundScorecard } from "./define.js";
import type { Scorecard } from "./scorecard.js";

/** The scorecard itself if this package made it; otherwise its canonical form, or an error with all that is wrong. */
export function asSound(scorecard: Scorecard): Scorecard {
  return isSound(scorecard) ? scorecard : soundScorecard(scorecard);
}
