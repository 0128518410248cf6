/** Adds issues to a list, however many: a call can't be given more arguments than the stack holds. */
export function addIssues<T>(issues: T[], others: Iterable<T>): void {
  for (const issue of others) issues.push(issue);
}
