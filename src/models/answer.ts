import * as z from "zod/v4";
import { DecimalStringSchema, LineSchema, open, ProseSchema } from "./leaf.js";

const MOST_MEMBERS = 1000;

/** The schema of {@link AnsweredAmount}. */
export const AnsweredAmountSchema = /* @__PURE__ */ (() =>
  open({ name: LineSchema, amount: DecimalStringSchema.optional() }))();

/** The schema of whatever can answer a question. */
export function answerValue() {
  return z.union([
    ProseSchema,
    z.number(),
    z.boolean(),
    z.array(LineSchema).max(MOST_MEMBERS),
    z.array(AnsweredAmountSchema).max(MOST_MEMBERS),
  ]);
}
