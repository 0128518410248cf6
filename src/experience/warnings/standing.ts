import { list, type Shape, text } from "../../evaluation/definition/shape.js";
import { type Instant, isAfter, type PlainDate } from "../../ground/dates.js";
import { date, known, parts, report } from "../shapes.js";

/** What is taken of a warning where it speaks of today; every `ExperienceWarning` will do. */
export interface ToldWarning {
  readonly code: string;
  readonly raisedAt: PlainDate | Instant;
  /** `null` or absent while it stands; a warning that is over is passed over. */
  readonly endedAt?: PlainDate | Instant | null | undefined;
}

/** Warnings that may be absent or `null`: `null` then, which isn't the same as none. */
export const toldWarnings: Shape = (value, path, issues) => known(list(toldWarning, 0))(value, path, issues);

const toldWarning: Shape = (value, path, issues) => {
  const read = parts({ code: text, raisedAt: date, endedAt: known(date) })(value, path, issues);
  const { raisedAt, endedAt } = (read ?? {}) as Partial<ToldWarning>;
  if (typeof raisedAt !== "string" || typeof endedAt !== "string" || !isAfter(raisedAt, endedAt)) return read;
  const details = { earlier: raisedAt, later: endedAt };
  report(issues, { code: "out-of-order", path: [...path, "endedAt"], details });
  return undefined;
};

/** Those that stand; none where they are unknown. */
export function standing<W extends ToldWarning>(warnings: readonly W[] | null): W[] {
  return (warnings ?? []).filter(({ endedAt }) => endedAt === null || endedAt === undefined);
}
