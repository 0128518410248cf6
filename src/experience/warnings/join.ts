import { dayOf, sortable } from "../../ground/dates.js";
import type { Warning } from "./raise.js";
import type { WarningEvidence } from "./result.js";
import type { JoinRule } from "./rule.js";

/**
 * Raises a warning each time that all the warnings that a rule joins begin to stand together, with the last of them; it is over with the first that is. Nothing
 * later than that day decides it.
 */
export function join(rule: JoinRule, raised: ReadonlyMap<string, readonly Warning[]>): Warning[] {
  const parts = rule.joins.map((code) => raised.get(code) as readonly Warning[]);
  const warnings: Warning[] = [];
  let before: readonly Warning[] = [];
  for (const last of inOrder(parts.flat(), ({ raisedAt }) => raisedAt)) {
    const together = parts.flatMap((part) => part.find((one) => standsAt(one, last.raisedAt)) ?? []);
    const isNew = together.some((one, place) => one !== before[place]);
    if (together.length < parts.length || !isNew || spanOf(together) >= rule.within) continue;
    warnings.push(joined(rule, together, last));
    before = together;
  }
  return warnings;
}

/** Raised by then, and not over yet. */
function standsAt({ raisedAt, endedAt }: Warning, at: string): boolean {
  return sortable(raisedAt) <= sortable(at) && (endedAt === null || sortable(endedAt) > sortable(at));
}

function spanOf(together: readonly Warning[]): number {
  const days = together.map(({ raisedAt }) => dayOf(raisedAt) as number);
  return Math.max(...days) - Math.min(...days);
}

function joined({ code, handbook, joins }: JoinRule, together: readonly Warning[], { raisedAt }: Warning): Warning {
  const [first] = inOrder(together, ({ since }) => since);
  const [over] = inOrder(
    together.filter(({ endedAt }) => endedAt !== null),
    ({ endedAt }) => endedAt as string,
  );
  return {
    code,
    handbook: handbook ?? null,
    signal: null,
    joins: [...joins],
    raisedAt,
    since: (first as Warning).since,
    endedAt: over?.endedAt ?? null,
    before: null,
    observations: inOrder(
      together.flatMap(({ observations }): readonly WarningEvidence[] => observations),
      ({ at }) => at,
    ),
  };
}

/** By time; those of one time stay in the order of the rule. */
function inOrder<T>(items: readonly T[], at: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: sortable(at(item)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}
