import type { Evaluation } from "../../evaluation/evaluation.js";
import { print } from "../../ground/print.js";
import { own } from "../own.js";
import type { FieldReader } from "../rows.js";

/** What a classifier takes of an evaluation: any `Evaluation` will do. */
export type Judged = Pick<Evaluation, "score" | "low" | "high">;

/** On which side of a cut a judged client stands. */
export interface Side {
  /** `null` where there is no score. */
  readonly isAbove: boolean | null;
  /** Whether the unknown facts leave no other side open. */
  readonly certain: boolean;
}

/** An evaluation; `null` where the client wasn't judged. One whose least score is above its greatest says nothing that could be certain. */
export const judged: FieldReader<Judged | null> = (raw) => {
  if (raw === undefined || raw === null) return { value: null };
  if (typeof raw !== "object" || Array.isArray(raw)) return wrong("object", raw);
  const [score, low, high] = [own(raw, "score"), own(raw, "low"), own(raw, "high")];
  const bad = [score, low, high].filter((one) => one !== null && !Number.isFinite(one));
  if (bad.length > 0) return wrong("number", bad[0]);
  const value = { score: plain(score), low: plain(low), high: plain(high) };
  if (value.low === null || value.high === null || value.low <= value.high) return { value };
  return { fault: { code: "out-of-range", details: { received: print(high), least: value.low } } };
};

/** −0 + 0 is 0. */
function plain(score: unknown): number | null {
  return score === null ? null : Number(score) + 0;
}

function wrong(expected: "object" | "number", raw: unknown): ReturnType<FieldReader<never>> {
  return { fault: { code: "wrong-type", details: { expected, received: print(raw) } } };
}

/** A score equal to the cut is above it. */
export function sideOf(judgement: Judged | null, cut: number): Side {
  if (judgement === null || judgement.score === null) return { isAbove: null, certain: false };
  const { score, low, high } = judgement;
  const isAbove = score >= cut;
  return { isAbove, certain: isAbove ? low !== null && low >= cut : high !== null && high < cut };
}
