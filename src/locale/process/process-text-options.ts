import type { Process } from "../../milestones/definition/process.js";

/** Whose parts a text speaks of. */
export interface ProcessTextOptions {
  /** The process: its parts go by the names of `processNames`, its own among them. Without it they go by the locale's words for their ids, which are the handbook's. */
  readonly process?: Process | undefined;
}
