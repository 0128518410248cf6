import { type Covered, holdersOf } from "./coverage.js";
import type { DecisionFact, DecisionFactCode } from "./decision-facts.js";
import type { Opponent, PartCoverage, Threads } from "./decision-map.js";
import { sideOf } from "./paths.js";
import type { MapSettings } from "./read-options.js";
import { isInfluential, isThread } from "./standing.js";

/** What gates can ask. Only what is known to be so is false; what could still turn out otherwise is unknown. */
export function factsOf(
  covered: readonly Covered[],
  parts: readonly PartCoverage[],
  opponents: readonly Opponent[],
  threads: Threads,
  { supporters }: Pick<MapSettings, "supporters">,
): DecisionFact[] {
  const byPart = parts.map((part) => partFact(part, covered));
  const needed = byPart.filter((_, index) => parts[index]?.needed === true);
  return [
    ...byPart,
    neededFact(needed),
    supportFact("enough-supporters", supporters, covered),
    supportFact("inside-supporter", 1, covered),
    supportFact("two-inside-supporters", 2, covered),
    opponentFact(covered, opponents),
    threadFact(covered, threads),
  ];
}

/** Whoever plays an unknown part may play this one. */
function partFact({ part, holders, uncovered }: PartCoverage, covered: readonly Covered[]): DecisionFact {
  const fact: DecisionFactCode = `${part}-covered`;
  const done = holders.filter((id) => !uncovered.includes(id));
  if (done.length > 0) return { fact, holds: true, contacts: done };
  const possible = [...holdersOf(covered, part), ...covered.filter(({ person }) => person.parts === null)];
  const isShut = holders.length > 0 && !possible.some(({ mayBeCovered }) => mayBeCovered);
  return { fact, holds: isShut ? false : null, contacts: [...uncovered] };
}

function neededFact(needed: readonly DecisionFact[]): DecisionFact {
  const states = needed.map(({ holds }) => holds);
  const holds = states.includes(false) ? false : states.includes(null) ? null : true;
  const behind = needed.filter((one) => one.holds === holds).flatMap(({ contacts }) => contacts);
  return { fact: "needed-parts-covered", holds, contacts: [...new Set(behind)].sort() };
}

function supportFact(fact: DecisionFactCode, least: number, covered: readonly Covered[]): DecisionFact {
  const supporters = covered.filter(({ person }) => sideOf(person) === "for");
  const open = covered.filter(({ person }) => sideOf(person) === null);
  const mayHold = covered.length === 0 || supporters.length + open.length >= least;
  const contacts = supporters.map(({ person }) => person.id);
  return { fact, holds: supporters.length >= least ? true : mayHold ? null : false, contacts };
}

function opponentFact(covered: readonly Covered[], opponents: readonly Opponent[]): DecisionFact {
  const fact = "no-influential-opponent";
  const influential = opponents.filter((one) => one.influential === true).map(({ id }) => id);
  if (influential.length > 0) return { fact, holds: false, contacts: influential.sort() };
  const isOpen = ({ person }: Covered): boolean =>
    (sideOf(person) === null || sideOf(person) === "against") && isInfluential(person) !== false;
  const open = covered.filter(isOpen).map(({ person }) => person.id);
  return { fact, holds: covered.length > 0 && open.length === 0 ? true : null, contacts: open };
}

function threadFact(covered: readonly Covered[], { contacts }: Threads): DecisionFact {
  const possible = covered.filter(({ person }) => isThread(person) !== false).length;
  const holds = contacts.length > 1 ? true : covered.length > 0 && possible < 2 ? false : null;
  return { fact: "two-threads", holds, contacts: [...contacts] };
}
