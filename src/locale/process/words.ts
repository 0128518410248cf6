import type { KeyAccountProcessIds } from "../../handbook/key-account-ids.js";
import type { ProjectProcessIds } from "../../handbook/project-process.js";
import type { AuditFaultCode } from "../../milestones/audit.js";
import type { CommandType } from "../../milestones/command.js";
import type { EarlyEffort, EffortMeasure, FieldKind, Separation } from "../../milestones/definition/process.js";
import type { EvidenceKind, ProcessEventType } from "../../milestones/event.js";
import type { RefusalCode } from "../../milestones/refusal.js";
import type { ProcessStatus, StayEntry, StayExit } from "../../milestones/state.js";

/** Ids of the handbook's processes, all together. */
export type HandbookProcessIds = {
  readonly [K in keyof KeyAccountProcessIds]: KeyAccountProcessIds[K] | ProjectProcessIds[K];
};
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
export type SharedRefusalCode =
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
/** A word for each code. */
export type ProcessWordTable<C extends string> = { readonly [K in C]: string };

/** The words of milestone processes. */
export interface ProcessWords {
  /** Names of the handbook's processes. */
  readonly processes: ProcessWordTable<"key-account" | "project">;
  /** What each milestone means. Their names stand in `vocabulary.milestones`. */
  readonly definitions: ProcessWordTable<HandbookProcessIds["milestone"]>;
  /** Work standards. */
  readonly standards: ProcessWordTable<HandbookProcessIds["standard"]>;
  readonly tasks: ProcessWordTable<HandbookProcessIds["task"]>;
  readonly forms: ProcessWordTable<HandbookProcessIds["form"]>;
  /** Fields of forms. */
  readonly fields: ProcessWordTable<
    "number" | "client" | "area" | "industry" | "revenue" | "class" | "source" | "date"
  >;
  readonly approvals: ProcessWordTable<HandbookProcessIds["approval"]>;
  readonly roles: ProcessWordTable<HandbookProcessIds["role"]>;
  /** Causes of loss. */
  readonly causes: ProcessWordTable<HandbookProcessIds["cause"]>;
  readonly rules: ProcessWordTable<MilestoneRule>;
  readonly statuses: ProcessWordTable<ProcessStatus>;
  /** How a stay in a milestone began. */
  readonly entries: ProcessWordTable<StayEntry>;
  /** How it ended. */
  readonly exits: ProcessWordTable<StayExit>;
  /** What can be done. */
  readonly commands: ProcessWordTable<CommandType>;
  /** What happened. */
  readonly events: ProcessWordTable<ProcessEventType>;
  readonly evidenceKinds: ProcessWordTable<EvidenceKind>;
  readonly fieldKinds: ProcessWordTable<FieldKind>;
  readonly separations: ProcessWordTable<Separation>;
  readonly earlyEfforts: ProcessWordTable<EarlyEffort>;
  readonly effortMeasures: ProcessWordTable<EffortMeasure>;
  /** What is wrong with a log: `{number}` of the event and its `{id}`, where it is one. */
  readonly faults: ProcessWordTable<AuditFaultCode>;
  /** A sentence for each refusal; its parameters are the refusal's details, ids by their names. Codes that issues have as well have their words there. */
  readonly refusals: ProcessWordTable<Exclude<RefusalCode, SharedRefusalCode>>;
  /** A gate on the way that holds: `{milestone}`. */
  readonly ready: string;
}
