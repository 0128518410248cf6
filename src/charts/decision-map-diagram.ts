import { ofShape } from "../ground/of-shape.js";
import type { Locale } from "../locale/locale.js";
import type { Coverage, DecisionMap, DecisionPerson } from "../people/map/decision-map.js";
import { mermaidText } from "./mermaid-text.js";

/** Colours by coverage, distinguishable without colour vision by their lightness as well. */
const FILL_BY_COVERAGE: { readonly [C in Coverage]: string } = {
  covered: "#a6dba0",
  partly: "#fee08b",
  open: "#f4a582",
  unknown: "#f0f0f0",
};
const BREAK = "<br/>";

/**
 * Draws a decision map as a Mermaid flowchart (E5.5): theirs with part, influence and support in the colour of their coverage, solid lines to whom they report, dotted ones to whom they
 * influence, and ours with thick lines to whom they look after.
 *
 * Ids in the diagram are its own (`p0`, `o0`), and names are written in entity codes where they aren't letters, digits or spaces, so that no name can break the diagram or bring HTML into a page. The same
 * map gives the same text; a map without people gives an empty flowchart. Throws a `KeyAccountError` for a map or locale that is none.
 *
 * @example
 * ```ts
 * import { mapDecisionMakers } from "keyaccount";
 * import { toDecisionMapDiagram } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const map = mapDecisionMakers([
 *   { id: "chen", name: "Chen", roles: ["decider"], support: { value: "neutral" } },
 *   { id: "li", name: "Li", roles: ["user"], reportsTo: "chen", coveredBy: ["wang"] },
 * ]);
 * toDecisionMapDiagram(map, en).split("\n").slice(0, 4).join("\n") === `
 * flowchart BT
 *   p0["Chen<br/>decider<br/>neutral"]:::unknown
 *   p1["Li<br/>user"]:::unknown
 *   o0(["Ours#58; wang"]):::ours`.slice(1); // => true
 * ```
 */
export function toDecisionMapDiagram(map: DecisionMap, locale: Locale): string {
  return ofShape({ map, locale }, () => draw(map, locale));
}

function draw(map: DecisionMap, locale: Locale): string {
  const places = new Map(map.people.map(({ id }, place) => [id, `p${String(place)}`]));
  const ours = [...new Set(map.people.flatMap(({ coveredBy }) => (coveredBy ?? []).map(({ id }) => id)))].sort();
  const ownPlaces = new Map(ours.map((id, place) => [id, `o${String(place)}`]));
  const lines = [
    ...map.people.map((person, place) => `p${String(place)}["${personLabel(person, locale)}"]:::${person.coverage}`),
    ...ours.map((id) => `${String(ownPlaces.get(id))}(["${oursLabel(id, locale)}"]):::ours`),
    ...map.lines.map(({ from, to, kind }) => {
      const arrow = kind === "influences" ? "-.->" : "-->";
      return `${String(places.get(from))} ${arrow} ${String(places.get(to))}`;
    }),
    ...map.people.flatMap(({ id, coveredBy }) =>
      (coveredBy ?? []).map((one) => `${String(ownPlaces.get(one.id))} ==> ${String(places.get(id))}`),
    ),
    ...Object.entries(FILL_BY_COVERAGE).map(([coverage, fill]) => `classDef ${coverage} fill:${fill},stroke:#333333`),
    "classDef ours fill:#ffffff,stroke:#2166ac",
  ];
  return `flowchart BT\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function personLabel({ id, name, parts, influence, support }: DecisionPerson, locale: Locale): string {
  const { buyingParts, vocabulary, table } = locale;
  const texts = [
    name ?? id,
    (parts ?? []).map((part) => buyingParts[part]).join(table.list),
    influence === null ? "" : vocabulary.influences[influence],
    support === null ? "" : vocabulary.supports[support],
  ];
  return texts
    .filter((text) => text !== "")
    .map((text) => mermaidText(text))
    .join(BREAK);
}

function oursLabel(id: string, { decisionMap }: Locale): string {
  return mermaidText(decisionMap.ours.replace("{id}", () => id));
}
