// The few words of the sweep that aren't the package's.
import type { Locale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";

/** The host's own words, and the locale for all the rest. */
export interface SweepWords {
  readonly locale: Locale;
  readonly route: string;
  readonly leftOut: string;
  readonly firstReport: string;
  readonly sharper: string;
  readonly dealer: string;
  readonly visited: string;
  readonly settled: string;
  readonly openPoints: string;
  readonly contradictions: string;
  readonly classes: string;
  readonly week: string;
  readonly plan: string;
  readonly notVisited: string;
  readonly dealers: (count: number) => string;
  readonly kilometres: (length: string) => string;
  readonly against: (holds: string, other: string) => string;
  readonly colon: string;
  readonly comma: string;
}

/** In English. */
export const inEnglish: SweepWords = {
  locale: en,
  route: "The route",
  leftOut: "Left out of the sweep",
  firstReport: "Chen's report of the first day",
  sharper: "Grades, evening by evening (points that are still possible; ! = nothing unknown can change the grade)",
  dealer: "Dealer",
  visited: "Visited by then",
  settled: "Grade settled",
  openPoints: "Points open, mean of 40",
  contradictions: "What was said against what was found out",
  classes: "Target clients at the end of the week",
  week: "The week",
  plan: "Next week",
  notVisited: "Not visited next week",
  dealers: (count) => `${String(count)} dealers`,
  kilometres: (length) => `${length} km`,
  against: (holds, other) => `${holds} (not: ${other})`,
  colon: ": ",
  comma: ", ",
};

/** In Chinese. */
export const inChinese: SweepWords = {
  locale: zhCN,
  route: "拜访路线",
  leftOut: "扫街遗漏",
  firstReport: "陈的第一天日报表",
  sharper: "逐日评价（仍可能的得分区间；! 表示等级已定，未知项不再能改变它）",
  dealer: "经销商",
  visited: "累计已访",
  settled: "等级已定",
  openPoints: "未定分数（40家平均）",
  contradictions: "前后矛盾的答案",
  classes: "周末的目标客户识别",
  week: "周总结",
  plan: "下周计划",
  notVisited: "下周不拜访",
  dealers: (count) => `${String(count)}家`,
  kilometres: (length) => `${length}公里`,
  against: (holds, other) => `${holds}（而非${other}）`,
  colon: "：",
  comma: "、",
};
