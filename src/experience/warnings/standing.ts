import { list, type Shape, text } from "../../evaluation/definition/shape.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import { known, parts } from "../shapes.js";

/** What is taken of a warning where it speaks of today; every `ExperienceWarning` will do. */
export interface ToldWarning {
  readonly code: string;
  readonly raisedAt: PlainDate | Instant;
  /** `null` or absent while it stands; a warning that is over is passed over. */
  readonly endedAt?: PlainDate | Instant | null | undefined;
}

/** Warnings that may be absent or `null`: `null` then, which isn't the same as none. */
export const toldWarnings: Shape = (value, path, issues) =>
  known(list(parts({ code: text, raisedAt: text, endedAt: known(text) }), 0))(value, path, issues);

/** Those that stand; none where they are unknown. */
export function standing<W extends ToldWarning>(warnings: readonly W[] | null): W[] {
  return (warnings ?? []).filter(({ endedAt }) => endedAt === null || endedAt === undefined);
}
