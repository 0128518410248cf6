import type { KeyAccountProcessIds } from "../../handbook/key-account-process.js";
import type { ProjectProcessIds } from "../../handbook/project-process.js";
import type { AuditFaultCode } from "../../milestones/audit.js";
import type { CommandType } from "../../milestones/command.js";
import type { EarlyEffort, EffortMeasure, FieldKind, Separation } from "../../milestones/definition/process.js";
import type { EvidenceKind, ProcessEventType } from "../../milestones/event.js";
import type { RefusalCode } from "../../milestones/refusal.js";
import type { ProcessStatus, StayEntry, StayExit } from "../../milestones/state.js";

/** Ids of the handbook's processes, all together. */
type Ids = { readonly [K in keyof KeyAccountProcessIds]: KeyAccountProcessIds[K] | ProjectProcessIds[K] };
/** A rule of the handbook's milestones. */
export type MilestoneRule =
  | "attack-main-industries"
  | "choose-in-secondary-industries"
  | "take-what-comes-elsewhere"
  | "three-step-call"
  | "call-strangers-at-the-edges-of-the-day"
  | "call-acquaintances-around-the-start"
  | "no-sales-cost-before-approval"
  | "approved-projects-into-crm";
/** Codes of refusals whose words stand with the other issues. */
type SharedCode =
  | "not-json"
  | "cyclic"
  | "too-deep"
  | "too-many-values"
  | "too-long"
  | "accessor"
  | "forbidden-key"
  | "unreadable"
  | "required"
  | "wrong-type"
  | "unknown-value"
  | "unknown-key"
  | "out-of-range"
  | "not-a-decimal"
  | "not-a-date"
  | "not-a-currency"
  | "too-many"
  | "out-of-order";
type Table<C extends string> = { readonly [K in C]: string };

/** The words of milestone processes. */
export interface ProcessWords {
  /** Names of the handbook's processes. */
  readonly processes: Table<"key-account" | "project">;
  /** What each milestone means. Their names stand in `vocabulary.milestones`. */
  readonly definitions: Table<Ids["milestone"]>;
  /** Work standards. */
  readonly standards: Table<Ids["standard"]>;
  readonly tasks: Table<Ids["task"]>;
  readonly forms: Table<Ids["form"]>;
  /** Fields of forms. */
  readonly fields: Table<"number" | "client" | "area" | "industry" | "revenue" | "class" | "source" | "date">;
  readonly approvals: Table<Ids["approval"]>;
  readonly roles: Table<Ids["role"]>;
  /** Causes of loss. */
  readonly causes: Table<Ids["cause"]>;
  readonly rules: Table<MilestoneRule>;
  readonly statuses: Table<ProcessStatus>;
  /** How a stay in a milestone began. */
  readonly entries: Table<StayEntry>;
  /** How it ended. */
  readonly exits: Table<StayExit>;
  /** What can be done. */
  readonly commands: Table<CommandType>;
  /** What happened. */
  readonly events: Table<ProcessEventType>;
  readonly evidenceKinds: Table<EvidenceKind>;
  readonly fieldKinds: Table<FieldKind>;
  readonly separations: Table<Separation>;
  readonly earlyEfforts: Table<EarlyEffort>;
  readonly effortMeasures: Table<EffortMeasure>;
  /** What is wrong with a log: `{number}` of the event and its `{id}`, where it is one. */
  readonly faults: Table<AuditFaultCode>;
  /** A sentence for each refusal; its parameters are the refusal's details, ids by their names. Codes that issues have as well have their words there. */
  readonly refusals: Table<Exclude<RefusalCode, SharedCode>>;
  /** A gate on the way that holds: `{milestone}`. */
  readonly ready: string;
}
