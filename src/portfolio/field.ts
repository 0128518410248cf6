import type { PortfolioIssueDetails } from "../ground/issue.js";

/** Why a field can't be read. */
export type FieldFault = {
  readonly [C in keyof PortfolioIssueDetails]: { readonly code: C; readonly details: PortfolioIssueDetails[C] };
}[keyof PortfolioIssueDetails];

/** What a reader makes of a field: its value, or a fault. */
export type Field<T> = { readonly value: T } | { readonly fault: FieldFault };

/** Whether a field could be read: asked of its own properties, so that a polluted prototype doesn't answer. */
export function isRead<T>(field: Field<T>): field is { readonly value: T } {
  return Object.hasOwn(field, "value");
}
