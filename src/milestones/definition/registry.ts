import { KeyAccountError } from "../../ground/error.js";
import type { Path } from "../../ground/issue.js";
import type { JsonObject } from "../../ground/json.js";
import type { CommandType } from "../command.js";
import type { Cost, Cures, EventHead, FormContent, ProcessEvent } from "../event.js";
import type { Fields } from "../fields.js";
import type { Involvement, Refusal } from "../refusal.js";
import type { ProcessState } from "../state.js";
import type {
  Process,
  ProcessApproval,
  ProcessForm,
  ProcessMilestone,
  ProcessName,
  ProcessStandard,
  ProcessTask,
} from "./process.js";
import type { Schemas } from "./schemas.js";

/** A part of a process with the milestone that it belongs to. */
export type Placed<T> = T & { readonly id: string; readonly milestone: string };

/** What `decide` asks of a milestone. */
export interface ResolvedMilestone {
  readonly id: string;
  readonly own: ProcessMilestone;
  /** What holds its gate. */
  readonly standards: readonly string[];
  readonly tasks: readonly string[];
  readonly forms: readonly string[];
  readonly approvals: readonly Placed<ProcessApproval>[];
}

/** Puts the schema of a cure together. */
export type Cure = (
  issues: readonly Refusal[],
  known: Resolved,
  asked: { readonly command: Fields; readonly state: ProcessState; readonly head: EventHead },
) => JsonObject | null;

/** Notes every key of a command that its type doesn't have. */
export type CheckKeys = (type: CommandType, command: Fields, issues: Refusal[]) => void;

/** Reads a form that is filled. */
export type ReadForm = (form: ProcessForm, content: Fields, path: Path, issues: Refusal[]) => FormContent;

/** What is asked of a process: a command, and what stands in its way so far. */
export interface Ask {
  readonly known: Resolved;
  readonly state: ProcessState;
  readonly command: Fields;
  /** What the event will say of who and when. */
  readonly head: EventHead;
  readonly issues: Refusal[];
}

/** Reads the work that comes with a move. */
export type ReadCures = (value: unknown, ask: Ask) => Cures;

/** Reads what a command says of an effort. */
export type ReadEffort = (ask: Ask) => {
  readonly contact: boolean;
  readonly minutes: number | null;
  readonly cost: Cost | null;
};

/** Whether somebody worked on a milestone: by what the state says, or by work that comes now. */
export type WorkedOn = (
  known: Resolved,
  now: { readonly state: ProcessState; readonly cures: Cures; readonly head?: EventHead | undefined },
  milestone: string,
  person: string,
) => boolean;

/** A sound process, ready for questions. */
export interface Resolved {
  readonly process: Process;
  readonly name: ProcessName;
  readonly milestones: ReadonlyMap<string, ResolvedMilestone>;
  readonly standards: ReadonlyMap<string, Placed<ProcessStandard>>;
  readonly tasks: ReadonlyMap<string, Placed<ProcessTask>>;
  readonly forms: ReadonlyMap<string, Placed<ProcessForm>>;
  readonly approvals: ReadonlyMap<string, Placed<ProcessApproval>>;
  readonly causes: ReadonlyMap<string, string>;
  readonly schemas: Schemas;
  /** What only refusals, forms and misspelt keys need comes with the process, so that who follows one without has less to load. */
  readonly cureOf: Cure;
  readonly readForm: ReadForm;
  readonly checkKeys: CheckKeys;
  readonly readCures: ReadCures;
  readonly readEffort: ReadEffort;
  /** Whether a form is attached as the process asks for it now. */
  readonly isWhole: (known: Resolved, form: string, state: ProcessState) => boolean;
  readonly workedOn: WorkedOn;
  /** How somebody is too near to an approval to give it; `undefined` where they aren't. */
  readonly involvementOf: (
    known: Resolved,
    state: ProcessState,
    approval: Placed<ProcessApproval>,
    by: string,
  ) => Involvement | undefined;
  /** Whether a command is the one that led to the event with its id. */
  readonly isRepeat: (known: Resolved, events: readonly ProcessEvent[], command: Fields) => boolean;
  /** Where `go-back` may lead from where a deal stands. */
  readonly returnsOf: (known: Resolved, state: ProcessState) => readonly string[];
  /** Where a closed deal may be opened again. */
  readonly waysBack: (known: Resolved, state: ProcessState) => readonly string[];
  /** Tells of milestones whether a deal may stand there, by what lies behind it. */
  readonly reachOf: (known: Resolved, state: ProcessState) => (milestone: string) => boolean;
  /** Milestones before which there is no gate: a deal may begin there, or no `advance` leads there. */
  readonly entries: ReadonlySet<string>;
  /** For each milestone, those that `advance` can lead to from there, itself included. */
  readonly ahead: ReadonlyMap<string, ReadonlySet<string>>;
}

const registry = /* @__PURE__ */ new WeakMap<object, Resolved>();

/** Keeps what was found out about a process. */
export function register(resolved: Resolved): void {
  registry.set(resolved.process, resolved);
}

/**
 * What was found out about a process when it was defined. Throws for anything that `defineProcess` hasn't returned: to check a process takes more code than
 * to follow one, and a host that only follows shouldn't have to load it.
 */
export function resolved(process: unknown): Resolved {
  const known = registry.get(process as object);
  if (known === undefined) throw new KeyAccountError([{ code: "undefined-process", path: ["process"], details: {} }]);
  return known;
}
