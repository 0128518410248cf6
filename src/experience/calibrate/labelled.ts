import type { Instant, PlainDate } from "../../ground/dates.js";
import type { ExperienceStage, HandbookSignals } from "../model.js";
import type { ExperienceHistory } from "../observation.js";

/** From a day on, somebody who knows the client has seen it at this stage. */
export interface ExperienceLabel {
  readonly from: PlainDate | Instant;
  readonly stage: ExperienceStage;
}

/** A warning that was raised: all that counts is when. What raises warnings may say more. */
export interface RaisedWarning {
  readonly at: PlainDate | Instant;
}

/** A history of which the host knows the stages. */
export interface LabelledHistory<S = HandbookSignals> extends ExperienceHistory<S> {
  /** In order of time, at least one; each holds until the next, from the first day of its period. What lies before the first isn't counted. */
  readonly labels: readonly ExperienceLabel[];
  /** Until when the last one holds; later observations aren't counted. */
  readonly until: PlainDate | Instant;
  /** The warnings raised for this client and product line; `null` or absent: unknown, which isn't the same as none. Only `evaluateExperience` looks at them. */
  readonly warnings?: readonly RaisedWarning[] | null | undefined;
}
