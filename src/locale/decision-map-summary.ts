import type { DecisionMap, InfluencePath } from "../people/map/decision-map.js";
import type { SeeNext, SeeReason } from "../people/map/see-next.js";
import { headed } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import { formatIssue } from "./format-issue.js";
import { formatReason } from "./format-reason.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { percent } from "./numbers.js";

type NameOf = (id: string) => string;

/** What the table of people comes to: pairs of a heading and a line. */
export function decisionMapSummary(map: DecisionMap, nameOf: NameOf, locale: Locale): string[][] {
  const { decisionMap: words, table, buyingParts } = locale;
  const list = (ids: readonly string[]): string => ids.map(nameOf).join(table.list);
  const people = (ids: readonly string[]): string[] => (ids.length === 0 ? [] : [list(ids)]);
  return [
    [words.needed, fill(words.neededOf, { percent: percent(map.coverage) }, locale)],
    ...headed("", partLines(map, list, locale)),
    ...headed(words.find, map.find.length === 0 ? [] : [map.find.map((part) => buyingParts[part]).join(table.list)]),
    ...headed(words.threads, threadLines(map, locale)),
    ...headed(words.supporters, people(map.supporters)),
    ...headed(words.opponents, opponentLines(map, nameOf, locale)),
    ...headed(words.paths, pathLines(map, nameOf, locale)),
    ...headed(words.next, nextLines(map, nameOf, locale)),
    ...headed(words.facts, factLines(map, locale)),
    ...headed(
      table.issues,
      map.issues.map((issue) => formatIssue(issue, locale)),
    ),
  ];
}

function partLines({ parts }: DecisionMap, list: (ids: readonly string[]) => string, locale: Locale): string[] {
  const { decisionMap: words, buyingParts, coverages } = locale;
  return parts
    .filter(({ needed }) => needed)
    .map(({ part, coverage, uncovered }) => {
      const people = uncovered.length === 0 ? {} : { people: list(uncovered) };
      return fill(words.partOf, { part: buyingParts[part], coverage: coverages[coverage], ...people }, locale);
    });
}

function threadLines({ threads }: DecisionMap, { decisionMap: words, threadRisks, plurals }: Locale): string[] {
  const { contacts, colleagues, risks, certain } = threads;
  const counts = { contacts: String(contacts.length), colleagues: String(colleagues.length) };
  const lines = [fill(words.threadsOf, counts, { plurals }), ...risks.map((risk) => threadRisks[risk])];
  return certain ? lines : lines.map((text) => fill(words.uncertain, { text }, { plurals }));
}

function opponentLines({ opponents }: DecisionMap, nameOf: NameOf, locale: Locale): string[] {
  const { supports, influences } = locale.vocabulary;
  return opponents.map(({ id, support, influence }) =>
    fill(
      locale.decisionMap.opponentOf,
      {
        person: nameOf(id),
        support: supports[support],
        influence: influence === null ? locale.decisionMap.unknown : influences[influence],
      },
      locale,
    ),
  );
}

function pathLines({ paths }: DecisionMap, nameOf: NameOf, locale: Locale): string[] {
  const { decisionMap: words, reaches } = locale;
  return paths.map(({ decider, reach, strongest }) =>
    strongest === null
      ? fill(words.reachOf, { decider: nameOf(decider), reach: reaches[reach] }, locale)
      : fill(words.pathOf, { decider: nameOf(decider), steps: stepsText(strongest, nameOf, locale) }, locale),
  );
}

function stepsText({ lines }: InfluencePath, nameOf: NameOf, locale: Locale): string {
  const { decisionMap: words, lineKinds, table } = locale;
  const step = ({ from, to, kind }: InfluencePath["lines"][number]): string =>
    fill(words.step, { from: nameOf(from), line: lineKinds[kind], to: nameOf(to) }, locale);
  return lines.map(step).join(table.list);
}

function nextLines({ next, nextLeftOut }: DecisionMap, nameOf: NameOf, locale: Locale): string[] {
  const { decisionMap: words, table } = locale;
  const more = nextLeftOut === 0 ? [] : [fill(words.more, { count: String(nextLeftOut) }, locale)];
  const named = (reason: SeeReason): SeeReason =>
    reason.code === "leads-to-decider" ? { ...reason, decider: nameOf(reason.decider) } : reason;
  return [
    ...next.flatMap(({ id, reasons, visit }) => {
      const why = reasons.map((reason) => formatReason(named(reason), locale)).join(table.list);
      return [fill(words.nextOf, { person: nameOf(id), reasons: why }, locale), visitLine(visit, locale)];
    }),
    ...more,
  ];
}

function visitLine({ by, with: superior, manner, reasons }: SeeNext["visit"], locale: Locale): string {
  const { decisionMap: words, vocabulary, table } = locale;
  const why = reasons.map((reason) => formatReason(reason, locale)).join(table.list);
  const how = manner === null ? {} : { manner: wordFor(vocabulary.visitManners, manner) };
  const params = { by: by ?? words.unknown, reasons: why, ...how };
  return superior === null
    ? fill(words.visitOf, params, locale)
    : fill(words.visitWith, { ...params, with: superior }, locale);
}

function factLines({ facts }: DecisionMap, { decisionMap: words, decisionFacts, answers, plurals }: Locale): string[] {
  return facts.map(({ fact, holds }) => {
    const answer = holds === null ? words.unknown : holds ? answers.yes : answers.no;
    return fill(words.factOf, { fact: decisionFacts[fact], answer }, { plurals });
  });
}
