import type { PortfolioIssueDetails } from "../ground/issue.js";

/** Why a field can't be read. */
export type FieldFault = {
  readonly [C in keyof PortfolioIssueDetails]: { readonly code: C; readonly details: PortfolioIssueDetails[C] };
}[keyof PortfolioIssueDetails];

/** What a reader makes of a field: its value, or a fault. */
export type Field<T> = { readonly value: T } | { readonly fault: FieldFault };
