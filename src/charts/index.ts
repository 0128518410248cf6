export type { ChartOptions, ChartRow, ChartSpecification } from "./chart.js";
export { toEnthusiasmChart } from "./enthusiasm-chart.js";
export { type ParetoChartOptions, toParetoChart } from "./pareto-chart.js";
export { toPruningChart } from "./pruning-chart.js";
export { type QuadrantChartOptions, toQuadrantChart } from "./quadrant-chart.js";
export { toRiskChart } from "./risk-chart.js";
export { toWorthChart, type WorthChartClient, type WorthChartOptions } from "./worth-chart.js";
