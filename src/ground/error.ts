import type {
  ArgumentIssueDetails,
  ExperienceModelIssueDetails,
  IssueOf,
  JsonIssueDetails,
  Path,
  ScorecardIssueDetails,
} from "./issue.js";

/** Every code that a {@link KeyAccountError} can carry, with the type of its details. */
export interface KeyAccountErrorDetails
  extends ScorecardIssueDetails,
    JsonIssueDetails,
    ArgumentIssueDetails,
    ExperienceModelIssueDetails {}

/** A code of {@link KeyAccountError}. */
export type KeyAccountErrorCode = keyof KeyAccountErrorDetails & string;

/** A fault that the error can carry. */
type ErrorIssue = IssueOf<KeyAccountErrorDetails>;

/**
 * The one class that this package throws: a definition written by a programmer is faulty, or an argument is. `code`,
 * `path` and `details` are those of the first issue; `issues` has all of them. Data never throws: see `Result`.
 *
 * Ask with {@link isKeyAccountError}, not with `instanceof`: a program may hold two copies of the package.
 */
export class KeyAccountError<C extends KeyAccountErrorCode = KeyAccountErrorCode> extends Error {
  override readonly name = "KeyAccountError";
  readonly code: C;
  readonly path: Path;
  readonly details: KeyAccountErrorDetails[C];
  readonly issues: readonly [ErrorIssue, ...ErrorIssue[]];

  constructor(issues: readonly [Extract<ErrorIssue, { code: C }>, ...ErrorIssue[]]) {
    super(issues.map(describe).join("; "));
    const [first] = issues;
    this.code = first.code;
    this.path = first.path;
    this.details = first.details as KeyAccountErrorDetails[C];
    this.issues = issues;
  }
}

/** Throws all issues as one error; does nothing where there are none. */
export function throwIssues(issues: readonly ErrorIssue[]): void {
  const [first, ...others] = issues;
  if (first !== undefined) throw new KeyAccountError([first, ...others]);
}

function describe({ code, path, details }: ErrorIssue): string {
  const facts = Object.entries(details).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return [path.length > 0 ? `${code} at ${path.join(".")}` : code, ...facts].join(", ");
}

/**
 * Whether something caught is this package's own error, and, if a code is given, that one. Works across copies of the
 * package (ESM beside CJS, two versions) and narrows `details`.
 *
 * @example
 * ```ts
 * import { defineScorecard, isKeyAccountError } from "keyaccount";
 *
 * let sum = "";
 * try {
 *   defineScorecard({
 *     id: "dealer", version: "1", total: "100",
 *     indicators: { reputation: { kind: "rating", weight: "90", min: 1, max: 5 } },
 *     grades: [{ grade: "A", from: "80" }, { grade: "B", from: null }],
 *   });
 * } catch (error) {
 *   if (isKeyAccountError(error, "weights-not-total")) sum = error.details.sum;
 * }
 * sum; // => "90"
 * ```
 */
export function isKeyAccountError(error: unknown): error is KeyAccountError;
export function isKeyAccountError<C extends KeyAccountErrorCode>(error: unknown, code: C): error is KeyAccountError<C>;
export function isKeyAccountError(error: unknown, code?: KeyAccountErrorCode): boolean {
  if (typeof error !== "object" || error === null || !("name" in error) || !("code" in error)) return false;
  return error.name === "KeyAccountError" && (code === undefined || error.code === code);
}
