import { classifyAbc, classifyVolumeLoyalty, enthusiasmGap, planPruning, portfolioRisk } from "keyaccount";
import {
  type ChartSpecification,
  toEnthusiasmChart,
  toParetoChart,
  toPruningChart,
  toQuadrantChart,
  toRiskChart,
  toWorthChart,
} from "keyaccount/charts";
import { en } from "keyaccount/locale/en";
import type { Spec } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expectTypeOf, test } from "vitest";

/** As vega-embed declares it. */
type VisualizationSpec = Spec | TopLevelSpec;

test("each chart is a Vega-Lite specification by type, no cast needed", () => {
  const charts: TopLevelSpec[] = [
    toParetoChart(classifyAbc([]), en),
    toQuadrantChart(classifyVolumeLoyalty([]), en),
    toRiskChart(portfolioRisk([]), en),
    toPruningChart(planPruning([], { rules: {} }), en),
    toWorthChart([], en),
    toEnthusiasmChart(enthusiasmGap({ touches: [], needs: [] }, { asOf: "2026-01-31" }), en),
  ];
  expectTypeOf(charts).items.toEqualTypeOf<TopLevelSpec>();
  expectTypeOf<ChartSpecification>().toExtend<TopLevelSpec>();
  expectTypeOf<ChartSpecification>().toExtend<VisualizationSpec>();
  compile(toParetoChart(classifyAbc([]), en));
  const $schema = "https://vega.github.io/schema/vega-lite/v6.json";
  expectTypeOf({ $schema, ...toParetoChart(classifyAbc([]), en) }).toExtend<TopLevelSpec>();
  // @ts-expect-error and it is checked: a mark that Vega-Lite doesn't have
  const wrong: TopLevelSpec = { ...toParetoChart(classifyAbc([]), en), layer: [{ mark: "heap" as const }] };
  expectTypeOf(wrong).toEqualTypeOf<TopLevelSpec>();
});
