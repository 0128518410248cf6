import { over, type Rational, times } from "../../ground/rational.js";
import { readCurrency } from "../../ground/reader.js";
import { money, ratio } from "../money.js";
import type { EffortFacts, EffortLedger, EffortOptions, EffortStage, SalesStage, StageLikelihood } from "./effort.js";
import { decideEffort, type Standing } from "./effort-decision.js";
import {
  type Contact,
  type EffortReading,
  type EffortSettings,
  readEffortFacts,
  readEffortOptions,
} from "./effort-read.js";
import { addContact, addTallies, costOf, newTally, printTally, type Tally, unitsOf } from "./effort-sum.js";

/**
 * What an effort to win a client has taken so far, stage by stage, against what it is expected to bring, and whether to go on (D5.3, E7.3):
 * number of contacts, total time and cost are computed from the record, never typed in.
 *
 * The expected value is the margin if won times the likelihood at the stage reached (E9's milestones unless told). `stop` where the cost to come
 * reaches its limit of that value, or where that value isn't above zero: what is spent is gone, so that spending alone never stops. `escalate` where the
 * spending so far or the cost to come reaches its limit, or where more contacts than the limit were spent at the stage reached. At a likelihood of
 * 1 it is won. A limit that is just reached bites.
 *
 * `certain` says whether nothing unknown could change the decision: the cost to come (without it only stopping is certain), contacts' costs, and
 * contacts of unknown stage or day, which may be of the stage reached or have reached another.
 *
 * A contact's cost is its `cost` and, with `hourlyCost`, its time; what isn't known of it is counted as unknown, so that sums are at-least sums.
 * Contacts of unknown stage stand in an entry of their own, before the others. The reached stage is the one told, or that of the contact of
 * the latest day (on one day the furthest). Costs are rounded half away from zero to `scale`; the stages' are differences of the
 * rounded sums so far, so that they add up exactly.
 *
 * Faulty data are in `issues`: rows that are no records, repeat an id or lie after `asOf` don't count; another faulty field counts as unknown.
 * Faulty options throw a `KeyAccountError` with all issues. 100,000 contacts take about a second.
 *
 * @example
 * ```ts
 * import { effortLedger } from "keyaccount";
 *
 * const ledger = effortLedger(
 *   {
 *     currency: "CNY", marginIfWon: "90000", costToCome: "3000",
 *     contacts: [
 *       { id: "1", at: "2026-09-01", stage: "visit", minutes: 90, cost: "400" },
 *       { id: "2", at: "2026-09-20", stage: "approval", minutes: 60, cost: "100" },
 *       { id: "3", at: "2026-10-12", stage: "deep-contact", minutes: 240, cost: "8500" },
 *     ],
 *   },
 *   { hourlyCost: "400" },
 * );
 * [ledger.total.contacts, ledger.total.hours, ledger.total.cost]; // => [3, 6.5, "11600"]
 * [ledger.stage, ledger.expectedValue, ledger.spendShare]; // => ["deep-contact", "22500", 0.5156]
 * [ledger.decision, ledger.certain]; // => ["escalate", true]
 * ledger.stages[2]?.soFar.cost; // => "1500"
 * ```
 */
export function effortLedger(
  facts: EffortFacts<SalesStage>,
  options?: EffortOptions<SalesStage> & { readonly stages?: undefined },
): EffortLedger<SalesStage>;
export function effortLedger<const S extends string>(
  facts: EffortFacts<NoInfer<S>>,
  options: EffortOptions<S> & { readonly stages: readonly StageLikelihood<S>[] },
): EffortLedger<S>;
export function effortLedger(facts: EffortFacts, options: EffortOptions = {}): EffortLedger {
  const settings = readEffortOptions(options);
  const reading = readEffortFacts(facts, settings);
  const { contacts, reader, marginIfWon } = reading;
  const tallies = tallyByStage(contacts, settings);
  const total = tallies.reduce(addTallies);
  const standing = standingOf(reading, total, tallies, settings);
  const { stage, likelihood } = standing;
  const expected = expectedOf(marginIfWon, likelihood);
  return {
    v: 1,
    currency: readCurrency(reader),
    stage,
    likelihood: likelihood === null ? null : ratio(likelihood),
    expectedValue: expected === null ? null : money(expected, settings.scale),
    spendShare: shareOf(standing.spent, expected),
    total: printTally(total, unitsOf(total, settings), settings),
    ...spanOf(contacts),
    stages: stagesOf(tallies, marginIfWon, settings),
    ...decideEffort(standing, settings),
    issues: reader.issues,
  };
}

const NO_STAGE = { stage: null, likelihood: null };

/** Contacts of unknown stage first, then each stage's. */
function tallyByStage(contacts: readonly Contact[], { stages, hourlyCost }: EffortSettings): Tally[] {
  const tallies = Array.from({ length: stages.length + 1 }, newTally);
  for (const contact of contacts) addContact(tallies[contact.stage + 1] as Tally, contact, hourlyCost);
  return tallies;
}

function standingOf(
  { stage: told, isStageFaulty, marginIfWon, costToCome, contacts }: EffortReading,
  total: Tally,
  tallies: readonly Tally[],
  { stages, hourlyCost }: EffortSettings,
): Standing {
  const [latest, found] = latestStage(contacts);
  const reached = told >= 0 ? told : found;
  const { stage, likelihood } = stages[reached] ?? NO_STAGE;
  return {
    marginIfWon,
    likelihood,
    spent: costOf(total, hourlyCost),
    costToCome,
    unknownCosts: total.unknownCosts,
    stage,
    isStageCertain: told >= 0 || (!isStageFaulty && contacts.every((contact) => cantMove(contact, reached, latest))),
    contactsAtStage: stage === null ? 0 : (tallies[reached + 1] as Tally).contacts,
    unknownStages: (tallies[0] as Tally).contacts,
  };
}

/** The latest day of a contact of known stage, and its stage, on one day the furthest; −1 if there is none. */
function latestStage(contacts: readonly Contact[]): readonly [latest: number, reached: number] {
  let [latest, reached] = [-Infinity, -1];
  for (const { day, stage } of contacts) {
    if (day === null || stage < 0 || day < latest) continue;
    reached = day > latest ? stage : Math.max(reached, stage);
    latest = day;
  }
  return [latest, reached];
}

/** Whether a contact, whatever its unknown stage or day may be, leaves the stage reached as it is. */
function cantMove({ day, stage }: Contact, reached: number, latest: number): boolean {
  return stage === reached || (day !== null && (stage >= 0 || day < latest));
}

function expectedOf(marginIfWon: Rational | null, likelihood: Rational | null): Rational | null {
  return marginIfWon === null || likelihood === null ? null : times(marginIfWon, likelihood);
}

function shareOf(spent: Rational, expected: Rational | null): number | null {
  return expected === null || expected.n <= 0n ? null : ratio(over(spent, expected));
}

function spanOf(contacts: readonly Contact[]): Pick<EffortLedger, "firstOn" | "lastOn"> {
  const days = contacts.flatMap(({ at }) => (at === null ? [] : [at.slice(0, 10)])).sort();
  return { firstOn: days[0] ?? null, lastOn: days.at(-1) ?? null };
}

function stagesOf(tallies: readonly Tally[], marginIfWon: Rational | null, settings: EffortSettings): EffortStage[] {
  const entries: EffortStage[] = [];
  let [soFar, before] = [newTally(), 0n];
  for (const [index, tally] of tallies.entries()) {
    soFar = addTallies(soFar, tally);
    const units = unitsOf(soFar, settings);
    if (index > 0 || tally.contacts > 0) {
      const { stage, likelihood } = settings.stages[index - 1] ?? NO_STAGE;
      const expected = expectedOf(marginIfWon, likelihood);
      entries.push({
        stage,
        likelihood: likelihood === null ? null : ratio(likelihood),
        ...printTally(tally, units - before, settings),
        soFar: printTally(soFar, units, settings),
        expectedValue: expected === null ? null : money(expected, settings.scale),
        spendShare: shareOf(costOf(soFar, settings.hourlyCost), expected),
      });
    }
    before = units;
  }
  return entries;
}
