import { ofShape } from "../ground/of-shape.js";
import type { DecisionMap, DecisionPerson } from "../people/map/decision-map.js";
import { personNames } from "./decision-map-names.js";
import { decisionMapSummary } from "./decision-map-summary.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { type Align, tableLines } from "./table.js";

const COLUMNS = ["person", "part", "influence", "support", "relation", "coverage", "coveredBy"] as const;
const ALIGNS: readonly Align[] = ["left", "left", "left", "left", "left", "left", "left"];
const TWO_COLUMNS: readonly Align[] = ["left", "left"];

/**
 * Writes a decision map as a manager reads it: per person part, influence, support, relation reached and wanted, coverage, and who of ours looks after it; then the needed parts, whom to
 * find, on how few the relation hangs, who is for and against us, the strongest way to each decider, whom to see next with whom of ours, what gates can rely on, and what was wrong with the
 * data.
 *
 * Plain text for a fixed-width font; what isn't known is called unknown. People of one name have their ids beside it. Names and ids can't break lines or command a terminal. It ends with a line end.
 *
 * @example
 * ```ts
 * import { formatDecisionMap, mapDecisionMakers } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const map = mapDecisionMakers([
 *   { id: "chen", name: "Chen", roles: ["decider"], relationDepth: { value: "deep" }, coveredBy: ["wang"] },
 * ]);
 * formatDecisionMap(map, en).split("\n").slice(0, 2).join("\n") === `
 * Person  Part     Influence  Support  Relation                Coverage  Looked after by
 * Chen    decider  unknown    unknown  deep (wanted: regular)  covered   wang (unknown)`.slice(1); // => true
 * ```
 */
export function formatDecisionMap(map: DecisionMap, locale: Locale): string {
  return ofShape({ map, locale }, () => write(map, locale));
}

function write(map: DecisionMap, locale: Locale): string {
  const nameOf = personNames(map);
  const heads = COLUMNS.map((column) => locale.decisionMap[column]);
  return [
    ...tableLines([heads, ...map.people.map((person) => personRow(person, nameOf, locale))], ALIGNS),
    "",
    ...tableLines(decisionMapSummary(map, nameOf, locale), TWO_COLUMNS),
    "",
  ].join("\n");
}

function personRow(person: DecisionPerson, nameOf: (id: string) => string, locale: Locale): string[] {
  const { decisionMap: words, vocabulary, buyingParts, coverages, table } = locale;
  const { influence, support, relation, coverage } = person;
  const { reached, wanted } = relation;
  const parts = person.parts?.map((part) => buyingParts[part]).join(table.list);
  const depth = reached === null ? words.unknown : vocabulary.relationDepths[reached];
  return [
    nameOf(person.id),
    parts === undefined ? words.unknown : parts || words.noPart,
    influence === null ? words.unknown : vocabulary.influences[influence],
    support === null ? words.unknown : vocabulary.supports[support],
    fill(words.relationOf, { reached: depth, wanted: vocabulary.relationDepths[wanted] }, locale),
    coverages[coverage],
    coverersText(person, locale),
  ];
}

function coverersText(
  { coveredBy }: DecisionPerson,
  { decisionMap: words, teamRanks, table, plurals }: Locale,
): string {
  if (coveredBy === null) return words.unknown;
  const member = ({ id, rank }: { readonly id: string; readonly rank: string | null }): string =>
    fill(words.member, { id, rank: rank === null ? words.unknown : wordFor(teamRanks, rank) }, { plurals });
  return coveredBy.map(member).join(table.list) || words.nobody;
}
