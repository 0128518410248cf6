import type { Snapshot, Walked } from "../filter/walk.js";
import type { Told } from "../history/read-history.js";
import type { SignalLevels } from "../model/model.js";
import type { ExperienceHistoryPeriod } from "../result/result.js";

/** A result that can be gone on from. */
export interface Previous {
  readonly told: Told;
  readonly snapshot: Snapshot;
  /** The history before the snapshot's period. */
  readonly earlier: readonly ExperienceHistoryPeriod<SignalLevels>[];
  readonly asOf: string;
  /** The history's first period; `null` before there is any. */
  readonly first: string | null;
}

/** One that was gone through again. */
export interface PreviousWalk extends Previous {
  readonly walked: Walked;
}
