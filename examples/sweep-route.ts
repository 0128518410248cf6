// Plans five days of visits to the dealers of a made-up town, prints the route with what is still to be prepared, and checks afterwards who was left out.
// Run it: `npx tsx examples/sweep-route.ts`; `npx tsx examples/sweep-route.ts zh` prints its words in Chinese.
import { fileURLToPath } from "node:url";
import { checkSweepReadiness, formatIssue, formatReason, type Locale, planSweepRoute, sweepCoverage } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { DEALERS, OFFICE } from "./sweep-week/dealers.js";

const PER_DAY = 8;
const METRES = 1000;

const kilometres = (metres: number): string => `${(metres / METRES).toFixed(1)} km`;

/** The route, day by day, and who has no place in it. */
export function routeLines(locale: Locale): string[] {
  const { days, length, gap, unrouted } = planSweepRoute(DEALERS, { start: OFFICE, perDay: PER_DAY });
  return [
    ...days.map((day) => `${String(day.day)}. ${day.clients.join(" → ")}  ${kilometres(day.length)}`),
    `${kilometres(length)}, +${((gap ?? 0) * 100).toFixed(0)} % (${locale.sweepBounds["spanning-tree"]})`,
    ...unrouted.map(({ id, reason }) => `${id}: ${formatReason(reason, locale)}`),
  ];
}

/** What is still to be prepared (A3.1 … A3.4, A4.1). */
export function openLines(locale: Locale): string[] {
  const { open } = checkSweepReadiness({
    "policy-beats-rivals": true,
    "policy-costs-bearable": true,
    "product-manual": true,
    samples: false,
    "people-trained": true,
    "daily-report-form": true,
    "weekly-summary-form": true,
    "area-profile": true,
    "survey-plan": true,
    "visit-route": true,
  });
  const names: Readonly<Record<string, string>> = locale.sweepPreparations;
  return open.map((item) => `□ ${names[item] ?? item}`);
}

/** The week afterwards: everybody with a place was visited, one of them only called. */
export function leftOutLines(locale: Locale): string[] {
  const visits = DEALERS.filter(({ latitude }) => latitude !== null).map(({ id }, index) => ({
    id: `v-${id}`,
    clientId: id,
    startedAt: `2026-11-${String(23 + (index % 5))}`,
    way: index === 0 ? ("phone" as const) : ("visit" as const),
  }));
  const result = sweepCoverage(DEALERS, visits, { from: "2026-11-23", to: "2026-11-27" });
  return result.ok ? [] : result.issues.map((issue) => formatIssue({ ...issue, path: [] }, locale));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const locale = process.argv[2] === "zh" ? zhCN : en;
  console.log([...openLines(locale), "", ...routeLines(locale), "", ...leftOutLines(locale)].join("\n"));
}
