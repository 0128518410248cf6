export type { ChartOptions } from "./chart.js";
export { toDecisionMapDiagram } from "./decision-map-diagram.js";
export { toEnthusiasmChart } from "./enthusiasm-chart.js";
export { type ExperienceChartOptions, toExperienceChart } from "./experience-chart.js";
export { type FunnelChartOptions, toFunnelChart } from "./funnel-chart.js";
export { type MermaidOptions, toMermaid } from "./mermaid.js";
export { toParetoChart } from "./pareto-chart.js";
export { toPruningChart } from "./pruning-chart.js";
export { toQuadrantChart } from "./quadrant-chart.js";
export { toRiskChart } from "./risk-chart.js";
export type {
  ChartData,
  ChartLayer,
  ChartLayers,
  ChartMark,
  ChartResolve,
  ChartRow,
  ChartSpecification,
  ChartTransform,
  FacetedChart,
  LayeredChart,
} from "./specification.js";
export { toWorthChart, type WorthChartClient } from "./worth-chart.js";
export {
  toXStateConfig,
  type XStateConfig,
  type XStateNode,
  type XStateStep,
  type XStateTransition,
} from "./xstate-config.js";
