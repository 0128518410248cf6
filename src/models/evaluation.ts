import * as z from "zod/v4";
import { KINDS, MISSING_POLICIES } from "../evaluation/definition/kinds.js";
import { type Evaluation, FACT_STATUSES, REASON_CODES, STRENGTH_CODES } from "../evaluation/evaluation.js";
import type { Result } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import { DayOrMomentSchema, DecimalStringSchema, open, SafeIdSchema, VersionSchema } from "./leaf.js";
import { parseModel } from "./parse.js";
import { asRecord, members, type Rule } from "./rule.js";

/**
 * The schema of a stored {@link Evaluation}: what last quarter's judgement looks like when it comes back from a database. Keys of the
 * host's own are kept.
 */
export const EvaluationSchema = /* @__PURE__ */ (() => {
  const name = z.string().min(1).max(64);
  const maybe = z.number().nullable();
  const share = z.number().min(0).max(1);
  const value = z.union([DecimalStringSchema, name, z.number(), z.boolean()]);
  const when = open({
    indicator: SafeIdSchema,
    is: z.union([name, z.boolean()]).optional(),
    above: DecimalStringSchema.optional(),
    atLeast: DecimalStringSchema.optional(),
    below: DecimalStringSchema.optional(),
    atMost: DecimalStringSchema.optional(),
    known: z.literal(false).optional(),
  });
  const row = open({
    kind: z.enum(KINDS),
    status: z.enum(FACT_STATUSES),
    group: name.nullable(),
    actual: value.nullable(),
    standard: DecimalStringSchema.nullable(),
    relative: maybe,
    share: maybe,
    weight: z.number().positive(),
    points: maybe,
    lost: maybe,
    missing: z.enum(MISSING_POLICIES).nullable(),
    source: z.string().nullable(),
    observedAt: DayOrMomentSchema.nullable(),
    verified: z.boolean().nullable(),
    ageDays: z.int().min(0).nullable(),
  });
  return open({
    v: VersionSchema,
    scorecard: open({
      id: SafeIdSchema,
      version: name,
      hash: z.string().regex(/^[0-9a-f]{64}$/, "not-a-hash: expected 64 hexadecimal digits in lower case"),
    }),
    asOf: DayOrMomentSchema.nullable(),
    total: z.number().positive(),
    scale: z.int().min(0).max(9),
    score: maybe,
    grade: SafeIdSchema.nullable(),
    gradeCertain: z.boolean(),
    coverage: share,
    low: maybe,
    high: maybe,
    worstGrade: SafeIdSchema.nullable(),
    bestGrade: SafeIdSchema.nullable(),
    points: z.number(),
    weight: z.number().min(0),
    groups: z.record(
      SafeIdSchema,
      open({ weight: z.number().min(0), points: z.number(), earned: z.number(), max: maybe, coverage: share }),
    ),
    indicators: z.record(SafeIdSchema, row),
    limits: z.array(open({ index: z.int().min(0), when, grade: SafeIdSchema })),
    reasons: z.array(
      open({
        code: z.enum(REASON_CODES),
        indicator: SafeIdSchema.optional(),
        group: SafeIdSchema.optional(),
        lost: z.number(),
      }),
    ),
    strengths: z.array(open({ code: z.enum(STRENGTH_CODES), indicator: SafeIdSchema, points: z.number() })),
    unknown: z.array(SafeIdSchema),
    issues: z.array(
      open({
        code: z.string().min(1).max(64),
        path: z.array(z.union([z.string(), z.number()])),
        details: z.looseObject({}),
      }),
    ),
  });
})();

/** Every row's group is one of the groups. */
const groupsAreThere: Rule = (record) => {
  const groups = asRecord(record["groups"]);
  if (groups === undefined) return [];
  return Object.entries(asRecord(record["indicators"]) ?? {}).flatMap(([id, row]): ModelIssue[] => {
    const group = asRecord(row)?.["group"];
    if (typeof group !== "string" || Object.hasOwn(groups, group)) return [];
    return [{ code: "unknown-reference", path: ["indicators", id, "group"], details: { id: group } }];
  });
};

/** Reasons, strengths, limits and the list of unknown facts speak of indicators that have a row. */
const rowsAreThere: Rule = (record) => {
  const rows = asRecord(record["indicators"]);
  if (rows === undefined) return [];
  const spoken = [
    ...["reasons", "strengths"].flatMap((list) =>
      members(record[list]).map((one, index) => [asRecord(one)?.["indicator"], [list, index, "indicator"]] as const),
    ),
    ...members(record["limits"]).map((one, index) => {
      const id = asRecord(asRecord(one)?.["when"])?.["indicator"];
      return [id, ["limits", index, "when", "indicator"]] as const;
    }),
    ...members(record["unknown"]).map((id, index) => [id, ["unknown", index]] as const),
  ];
  return spoken.flatMap(([id, path]): ModelIssue[] =>
    typeof id !== "string" || Object.hasOwn(rows, id) ? [] : [{ code: "unknown-reference", path, details: { id } }],
  );
};

/**
 * Reads a stored evaluation back (C3.3: results are dated and comparable), or lists everything that is wrong with it. It checks the shape and
 * that ids refer to rows and groups; it doesn't judge again. Ids and grades come back as plain texts.
 *
 * @example
 * ```ts
 * import { evaluate } from "keyaccount";
 * import { distributorScorecard } from "keyaccount/handbook";
 * import { parseEvaluation } from "keyaccount/models";
 *
 * const stored = JSON.stringify(evaluate(distributorScorecard, { salesReps: 12 }, { asOf: "2026-09-30" }));
 * const result = parseEvaluation(JSON.parse(stored));
 * result.ok && result.value.asOf; // => "2026-09-30"
 * parseEvaluation({}).ok; // => false
 * ```
 */
export function parseEvaluation(input: unknown): Result<Evaluation, ModelIssue> {
  return parseModel(input, EvaluationSchema, [groupsAreThere, rowsAreThere]) as Result<Evaluation, ModelIssue>;
}
