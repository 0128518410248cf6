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
  readonly days: string;
  readonly dayTotals: readonly [
    day: string,
    by: string,
    visits: string,
    minutes: string,
    warm: string,
    neutral: string,
    cold: string,
    good: string,
    without: string,
  ];
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
  readonly tests: (philosophy: string, growth: string, strength: string, willingness: string) => string;
  readonly pays: (record: string, isVerified: boolean) => string;
  readonly silent: (labels: string) => string;
  readonly goBack: (labels: string) => string;
  readonly openArchive: string;
  readonly keepInTouch: string;
  readonly shut: string;
  readonly visitIt: string;
  readonly targets: string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
}

/** In English. */
export const inEnglish: SweepWords = {
  locale: en,
  route: "The route",
  leftOut: "Left out of the sweep",
  firstReport: "Chen's report of the first day",
  days: "All daily reports",
  dayTotals: ["Day", "By", "Visits", "Minutes", "Warm", "Neutral", "Cold", "Good result", "No result"],
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
  tests: (philosophy, growth, strength, willingness) =>
    `philosophy ${philosophy}, growth ${growth}, strength ${strength}, willingness ${willingness}`,
  pays: (record, isVerified) => `payment: ${record}, says ${isVerified ? "a supplier" : "the owner"}`,
  silent: (labels) => `won't speak of: ${labels}`,
  goBack: (labels) => `go back and ask: ${labels}`,
  openArchive: "open its archive",
  keepInTouch: "keep in touch by phone",
  shut: "the door was shut",
  visitIt: "visit it",
  targets: "target clients",
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
};

/** In Chinese. */
export const inChinese: SweepWords = {
  locale: zhCN,
  route: "拜访路线",
  leftOut: "扫街遗漏",
  firstReport: "陈的第一天日报表",
  days: "各日日报表合计",
  dayTotals: ["日期", "业务员", "拜访次数", "分钟", "热情", "一般", "冷淡", "有结果", "无结果"],
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
  tests: (philosophy, growth, strength, willingness) =>
    `理念${philosophy}，成长${growth}，实力${strength}，意愿${willingness}`,
  pays: (record, isVerified) => `付款信用：${record}（${isVerified ? "供应商" : "老板"}说）`,
  silent: (labels) => `不愿透露：${labels}`,
  goBack: (labels) => `再访并询问：${labels}`,
  openArchive: "建立客户档案",
  keepInTouch: "电话保持联系",
  shut: "关门未遇",
  visitIt: "登门拜访",
  targets: "目标客户",
  colon: "：",
  comma: "、",
  semicolon: "；",
};
