// Sweeps the forty dealers of a made-up town in five days (A4): the route, what each visit learns, the day's and the week's forms, grades that get sharper every
// evening, and whom to see next week. Run it: `npx tsx examples/sweep-week.ts`; `npx tsx examples/sweep-week.ts zh` prints it in Chinese.
// Read on in sweep-week/: visits.ts, judge.ts, write-up.ts, week.ts, forms.ts, plan.ts, in the order of the week; town.ts is what there is to find out.
import { fileURLToPath } from "node:url";
import { dailySweepForm, sweepSummaryForm, toMarkdown } from "keyaccount/reports";
import { formsOf } from "./sweep-week/forms.js";
import { nextWeek } from "./sweep-week/plan.js";
import {
  contradictionLines,
  dayLines,
  leftOutLines,
  notVisitedLines,
  planLines,
  routeLines,
  sharpeningLines,
  targetLines,
} from "./sweep-week/text.js";
import { type Sweep, sweepTheTown } from "./sweep-week/week.js";
import { inChinese, inEnglish, type SweepWords } from "./sweep-week/words.js";

/** The whole week. */
export function sweepReport(sweep: Sweep, words: SweepWords): string[] {
  const { locale } = words;
  const plan = nextWeek(sweep);
  const { days, weeks } = formsOf(sweep, plan, words);
  return [
    ...headed(words.route, routeLines(sweep, words)),
    ...headed(words.leftOut, leftOutLines(sweep, words)),
    ...headed(words.firstReport, toMarkdown(dailySweepForm, days.slice(0, 1), { locale }).split("\n")),
    ...headed(words.days, dayLines(days, words)),
    ...headed(words.sharper, sharpeningLines(sweep, words)),
    ...headed(words.contradictions, contradictionLines(sweep, words)),
    ...headed(words.classes, targetLines(sweep, words)),
    ...headed(words.week, toMarkdown(sweepSummaryForm, weeks, { locale }).split("\n")),
    ...headed(words.plan, planLines(plan, words)),
    ...headed(words.notVisited, notVisitedLines(plan, words)),
  ];
}

const headed = (title: string, lines: readonly string[]): string[] => [`── ${title}`, ...lines, ""];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv[2] === "zh" ? inChinese : inEnglish;
  console.log(sweepReport(sweepTheTown(words), words).join("\n"));
}
