import type { ArgumentIssueDetails, PortfolioIssueDetails, ScorecardIssueDetails } from "../ground/issue.js";

/** The codes of a field that can't be read; options may have them too. */
type FieldCode = keyof PortfolioIssueDetails & (keyof ArgumentDetails | "unreadable");
type ArgumentDetails = ArgumentIssueDetails & ScorecardIssueDetails;

/** Why a field can't be read. */
export type FieldFault = {
  readonly [C in FieldCode]: { readonly code: C; readonly details: PortfolioIssueDetails[C] };
}[FieldCode];

/** What a reader makes of a field: its value, or a fault. */
export type Field<T> = { readonly value: T } | { readonly fault: FieldFault };

/** Whether a field could be read: asked of its own properties, so that a polluted prototype doesn't answer. */
export function isRead<T>(field: Field<T>): field is { readonly value: T } {
  return Object.hasOwn(field, "value");
}
