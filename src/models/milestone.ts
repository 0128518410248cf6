import * as z from "zod/v4";
import type { DecimalString } from "../ground/numeral.js";
import type { Result } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import { LineSchema, open, ProseSchema, SafeIdSchema, ShareSchema, VersionSchema } from "./leaf.js";
import { parseModel } from "./parse.js";
import { distinct, members, type Rule, refersTo } from "./rule.js";

/**
 * A milestone 里程碑 as a definition (E9): what it means, its work standards, tasks, forms, rules and approvals, what comes
 * before and after. Texts are the host's own; the handbook's stand in the locale by id. Keys of the host's own are kept.
 */
export interface Milestone {
  /** The version of this stored shape. */
  readonly v: 1;
  /** Unique in its process, and safe as a key. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly definition?: string | undefined;
  /** The exit criteria 工作标准: all must hold. */
  readonly standards: readonly WorkStandard[];
  /** Ids of the milestones from which it is reached; none: a process may start here. */
  readonly previous: readonly string[];
  /** Ids of the milestones that may follow; none: the end. */
  readonly next: readonly string[];
  readonly tasks?: readonly MilestoneTask[] | undefined;
  readonly forms?: readonly MilestoneForm[] | undefined;
  readonly approvals?: readonly ApprovalRule[] | undefined;
  /** Rules in words, such as "only now may sales cost arise". */
  readonly rules?: readonly string[] | undefined;
  /** Likelihood of winning once it is reached, 0 … 1: `"0.25"` is 25 %. */
  readonly likelihood?: DecimalString | undefined;
  /** Working days from reaching the milestone to its due date. */
  readonly workingDays?: number | undefined;
}

/** One exit criterion of a milestone. */
export interface WorkStandard {
  readonly id: string;
  readonly text?: string | undefined;
  /** Whether meeting it needs evidence: a file, a form, a note. */
  readonly evidence?: boolean | undefined;
}

/** Something to do in a milestone. */
export interface MilestoneTask {
  readonly id: string;
  readonly text?: string | undefined;
  /** The role whose task it is. */
  readonly role?: string | undefined;
  /** Optional tasks don't hold a gate. */
  readonly optional?: boolean | undefined;
  /** Working days from reaching the milestone. */
  readonly workingDays?: number | undefined;
}

/** A form that belongs to a milestone. */
export interface MilestoneForm {
  readonly id: string;
  readonly text?: string | undefined;
  /** Optional forms don't hold a gate. */
  readonly optional?: boolean | undefined;
}

/** Who must approve before a milestone is passed: so many persons of a role, none of them the one who asks. */
export interface ApprovalRule {
  readonly role: string;
  /** Persons of that role; 1 unless told. */
  readonly count?: number | undefined;
  /** Id of the form that is approved. */
  readonly form?: string | undefined;
}

/** The schema of {@link WorkStandard}. */
export const WorkStandardSchema = /* @__PURE__ */ (() =>
  open({ id: SafeIdSchema, text: ProseSchema.optional(), evidence: z.boolean().optional() }))();

/** The schema of {@link MilestoneTask}. */
export const MilestoneTaskSchema = /* @__PURE__ */ (() =>
  open({
    id: SafeIdSchema,
    text: ProseSchema.optional(),
    role: SafeIdSchema.optional(),
    optional: z.boolean().optional(),
    workingDays: z.int().min(0).max(2500).optional(),
  }))();

/** The schema of {@link MilestoneForm}. */
export const MilestoneFormSchema = /* @__PURE__ */ (() =>
  open({ id: SafeIdSchema, text: ProseSchema.optional(), optional: z.boolean().optional() }))();

/** The schema of {@link ApprovalRule}. */
export const ApprovalRuleSchema = /* @__PURE__ */ (() =>
  open({ role: SafeIdSchema, count: z.int().min(1).max(100).optional(), form: SafeIdSchema.optional() }))();

/** The schema of {@link Milestone}. `.extend` it with the host's own fields. */
export const MilestoneSchema = /* @__PURE__ */ (() =>
  open({
    v: VersionSchema,
    id: SafeIdSchema,
    name: LineSchema.optional(),
    definition: ProseSchema.optional(),
    standards: z.array(WorkStandardSchema).max(100),
    previous: z.array(SafeIdSchema).max(100),
    next: z.array(SafeIdSchema).max(100),
    tasks: z.array(MilestoneTaskSchema).max(100).optional(),
    forms: z.array(MilestoneFormSchema).max(100).optional(),
    approvals: z.array(ApprovalRuleSchema).max(100).optional(),
    rules: z.array(ProseSchema).max(100).optional(),
    likelihood: ShareSchema.optional(),
    workingDays: z.int().min(0).max(2500).optional(),
  }))();

/** A milestone neither precedes nor follows itself, and none of its neighbours stands twice. */
const neighbours: Rule = (record) =>
  ["previous", "next"].flatMap((list) => {
    const seen = new Set<string>();
    return members(record[list]).flatMap((id, index): ModelIssue[] => {
      if (typeof id !== "string") return [];
      const path = [list, index];
      if (id === record["id"]) return [{ code: "circular-reference", path, details: { id } }];
      return seen.size === seen.add(id).size ? [{ code: "duplicate-id", path, details: { id } }] : [];
    });
  });

const RULES: readonly Rule[] = [
  distinct("standards", "id"),
  distinct("tasks", "id"),
  distinct("forms", "id"),
  neighbours,
  refersTo("approvals", "form", "forms"),
];

/**
 * Reads anything into a {@link Milestone}, or lists everything that is wrong with it. The second argument is the host's own
 * schema, extended from {@link MilestoneSchema}.
 *
 * @example
 * ```ts
 * import { parseMilestone } from "keyaccount/models";
 *
 * const approval = {
 *   v: 1, id: "approval", previous: ["visit"], next: ["deep-contact"], likelihood: "0.1",
 *   standards: [{ id: "need-clear" }, { id: "team-formed" }],
 *   forms: [{ id: "project-application" }],
 *   approvals: [{ role: "ka-manager", form: "project-application" }],
 * };
 * parseMilestone(approval).ok; // => true
 * const result = parseMilestone({ ...approval, forms: [], likelihood: "10" });
 * const codes = result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
 * codes; // => ["not-a-share at likelihood", "unknown-reference at approvals.0.form"]
 * ```
 */
export function parseMilestone(input: unknown): Result<Milestone, ModelIssue>;
export function parseMilestone<S extends z.ZodType<Milestone>>(
  input: unknown,
  schema: S,
): Result<z.output<S>, ModelIssue>;
export function parseMilestone(
  input: unknown,
  schema: z.ZodType<Milestone> = MilestoneSchema,
): Result<Milestone, ModelIssue> {
  return parseModel(input, schema, RULES);
}
