import type { Words } from "../../ground/words.js";
import type { KeyAccountProcessIds } from "../../handbook/key-account-ids.js";
import type { ProjectProcessIds } from "../../handbook/project-process.js";
import type { AuditFaultCode } from "../../milestones/audit-fault.js";
import type { CommandType } from "../../milestones/command.js";
import type { EarlyEffort, EffortMeasure, FieldKind, Separation } from "../../milestones/definition/process.js";
import type { EvidenceKind, ProcessEventType } from "../../milestones/event.js";
import type { Involvement, RefusalCode } from "../../milestones/refusal.js";
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
  | "call-acquaintances-before-or-after-work"
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
  | "unexpected-text"
  | "unknown-value"
  | "unknown-key"
  | "out-of-range"
  | "not-a-decimal"
  | "not-a-date"
  | "not-a-currency"
  | "too-many"
  | "out-of-order";
/** The words of milestone processes. */
export interface ProcessWords {
  /** Names of the handbook's processes. */
  readonly processes: Words<"key-account" | "project">;
  /** What each milestone means. Their names stand in `vocabulary.milestones`. */
  readonly definitions: Words<HandbookProcessIds["milestone"]>;
  /** Work standards. */
  readonly standards: Words<HandbookProcessIds["standard"]>;
  readonly tasks: Words<HandbookProcessIds["task"]>;
  readonly forms: Words<HandbookProcessIds["form"]>;
  /** Fields of forms. */
  readonly fields: Words<"number" | "client" | "area" | "industry" | "revenue" | "class" | "source" | "date">;
  readonly approvals: Words<HandbookProcessIds["approval"]>;
  readonly roles: Words<HandbookProcessIds["role"]>;
  /** Causes of loss. */
  readonly causes: Words<HandbookProcessIds["cause"]>;
  readonly rules: Words<MilestoneRule>;
  readonly statuses: Words<ProcessStatus>;
  /** How a stay in a milestone began. */
  readonly entries: Words<StayEntry>;
  /** How it ended. */
  readonly exits: Words<StayExit>;
  /** What can be done. */
  readonly commands: Words<CommandType>;
  /** What happened. */
  readonly events: Words<ProcessEventType>;
  readonly evidenceKinds: Words<EvidenceKind>;
  readonly fieldKinds: Words<FieldKind>;
  readonly separations: Words<Separation>;
  /** What keeps somebody from giving an approval, said of them: the rest of a sentence. */
  readonly involvements: Words<Involvement>;
  readonly earlyEfforts: Words<EarlyEffort>;
  readonly effortMeasures: Words<EffortMeasure>;
  /** What is wrong with a log: `{number}` of the event and its `{id}`, where it is one. */
  readonly faults: Words<AuditFaultCode>;
  /** A sentence for each refusal; its parameters are the refusal's details, ids by their names. Codes that issues have as well have their words there. */
  readonly refusals: Words<Exclude<RefusalCode, SharedRefusalCode>>;
  /** A gate on the way that holds: `{milestone}`. */
  readonly ready: string;
}
