import type { KeyAccountErrorDetails } from "../../ground/error.js";
import type { IssueOf } from "../../ground/issue.js";

/** A fault of the columns, as a programmer may make one. */
export type ColumnIssue = IssueOf<KeyAccountErrorDetails>;
