import type { ProcessState } from "../state.js";

/** The state of a deal of which nothing is known yet. */
export const INITIAL: ProcessState = {
  v: 1,
  process: null,
  revision: 0,
  status: "new",
  milestone: null,
  at: null,
  won: null,
  standards: [],
  tasks: [],
  forms: [],
  approvals: [],
  stays: [],
  pauses: [],
  overrides: [],
  closings: [],
  efforts: {},
  migrations: [],
  ids: [],
};
