export type { ChartOptions, ChartRow, ChartSpecification } from "./chart.js";
export { toEnthusiasmChart } from "./enthusiasm-chart.js";
export { toParetoChart } from "./pareto-chart.js";
export { toPruningChart } from "./pruning-chart.js";
export { type QuadrantChartOptions, toQuadrantChart } from "./quadrant-chart.js";
