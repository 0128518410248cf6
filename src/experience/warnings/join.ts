import { dayOf, sortable } from "../../ground/dates.js";
import type { Warning } from "./raise.js";
import type { WarningEvidence } from "./result.js";
import type { JoinRule } from "./rule.js";

/** What a rule raised: each move that it looks for, and the warnings that they make together. */
export interface Raised {
  readonly moves: readonly Warning[];
  readonly warnings: readonly Warning[];
}

/** A warning that stands, and the last move in it that does. */
interface Part {
  readonly warning: Warning;
  readonly move: Warning;
}

/**
 * Raises a warning each time that all the warnings that a rule joins begin to stand together, or go on so, with the last of their moves; it is over with the first that is. Nothing
 * later than that day decides it.
 */
export function join(rule: JoinRule, raised: ReadonlyMap<string, Raised>): Warning[] {
  const parts = rule.joins.map((code) => raised.get(code) as Raised);
  const warnings: Warning[] = [];
  let before: readonly Part[] = [];
  for (const { raisedAt } of inOrder(
    parts.flatMap(({ moves }) => moves),
    (one) => one.raisedAt,
  )) {
    const together = parts.flatMap((part) => partAt(part, raisedAt) ?? []);
    const isNew = together.some(({ warning }, place) => warning !== before[place]?.warning);
    if (together.length < parts.length || !isNew || spanOf(together) >= rule.within) continue;
    warnings.push(joined(rule, together, raisedAt));
    before = together;
  }
  return warnings;
}

function partAt({ warnings, moves }: Raised, at: string): Part | undefined {
  const warning = warnings.find((one) => standsAt(one, at));
  const move = moves.findLast((one) => standsAt(one, at));
  return warning === undefined || move === undefined ? undefined : { warning, move };
}

/** Raised by then, and not over yet. */
function standsAt({ raisedAt, endedAt }: Warning, at: string): boolean {
  return sortable(raisedAt) <= sortable(at) && (endedAt === null || sortable(endedAt) > sortable(at));
}

function spanOf(together: readonly Part[]): number {
  const days = together.map(({ move }) => dayOf(move.raisedAt) as number);
  return Math.max(...days) - Math.min(...days);
}

function joined(
  { code, handbook, joins }: JoinRule,
  together: readonly Part[],
  raisedAt: Warning["raisedAt"],
): Warning {
  const moves = together.map(({ move }) => move);
  const [first] = inOrder(moves, ({ since }) => since);
  const [over] = inOrder(
    together.map(({ warning }) => warning).filter(({ endedAt }) => endedAt !== null),
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
      moves.flatMap(({ observations }): readonly WarningEvidence[] => observations),
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
