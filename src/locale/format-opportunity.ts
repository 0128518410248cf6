import { ofShape } from "../ground/of-shape.js";
import type { GroupQualification, OpportunityQualification } from "../opportunities/qualify/qualification.js";
import { headed, limitLines } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import { formatIssue } from "./format-issue.js";
import { formatReason } from "./format-reason.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { fixed, percent } from "./numbers.js";
import { type Align, tableLines } from "./table.js";

const TWO_COLUMNS: readonly Align[] = ["left", "left"];
/** How many reasons are told of a group. */
const TOLD = 3;
/** A question that nobody has answered has lost nothing yet. */
const OPEN_CODES: readonly GroupReason["code"][] = ["unknown-as-worst", "unknown-as-neutral"];
type GroupReason = GroupQualification["reasons"][number];

/**
 * Writes whether to pursue an opportunity: the decision and what open questions can still make of it; for each group its own decision, the three answers that cost most points and the three open questions at which most points are held back until they are answered, the limits that bit, and
 * what to ask; then the funnel's stage with what is missing and to be found out, our position against rivals, what was spent, warnings, and what was wrong with the data.
 *
 * Plain text for a fixed-width font. Ids can't break lines or command a terminal. It ends with a line end.
 *
 * @example
 * ```ts
 * import { formatOpportunity, qualifyOpportunity } from "keyaccount";
 * import { opportunityScorecard } from "keyaccount/handbook";
 * import { en } from "keyaccount/locale/en";
 *
 * const text = formatOpportunity(qualifyOpportunity(opportunityScorecard, { accessToFunds: "no" }), en);
 * text.split("\n").slice(0, 4).join("\n") === `
 * Decision                  no-go, certain
 * Is there an opportunity?  no-go; 28 % known
 * Points lost by            Money for the project: 14
 * Points open at            Compelling event with a date: 6`.slice(1); // => true
 * ```
 */
export function formatOpportunity<I, R extends string>(
  qualification: OpportunityQualification<I, R>,
  locale: Locale,
): string {
  return ofShape({ qualification, locale }, () => write(qualification as unknown as OpportunityQualification, locale));
}

function write(shown: OpportunityQualification, locale: Locale): string {
  const { opportunity: words, table } = locale;
  return [
    ...tableLines(
      [
        ...headed(words.asOf, shown.asOf === null ? [] : [shown.asOf]),
        [words.decision, decisionLine(shown, locale)],
        ...Object.entries(shown.groups).flatMap(([id, group]) => groupRows(id, group, locale)),
        ...funnelRows(shown, locale),
        ...positionRows(shown, locale),
        ...spendRows(shown, locale),
        ...headed(
          words.warnings,
          shown.warnings.map((warning) => formatReason(warning, locale)),
        ),
        ...headed(
          table.issues,
          shown.issues.map((issue) => formatIssue(issue, locale)),
        ),
      ],
      TWO_COLUMNS,
    ),
    "",
  ].join("\n");
}

function decisionText(decision: string | null, { opportunity: words, grades }: Locale): string {
  return decision === null ? words.none : wordFor(grades, decision);
}

function decisionLine({ decision, certain, worst, best }: OpportunityQualification, locale: Locale): string {
  const word = decisionText(decision, locale);
  if (certain) return fill(locale.opportunity.certain, { decision: word }, locale);
  const bounds = { worst: decisionText(worst, locale), best: decisionText(best, locale) };
  return fill(locale.opportunity.open, { decision: word, ...bounds }, locale);
}

function groupRows(id: string, group: GroupQualification, locale: Locale): string[][] {
  const { opportunity: words, groups, indicators, table } = locale;
  const line = fill(
    words.groupOf,
    { decision: decisionText(group.decision, locale), percent: percent(group.coverage) },
    locale,
  );
  const pointsOf = (reason: GroupReason): string => {
    const name = reason.code === "group-capped" ? wordFor(groups, reason.group) : wordFor(indicators, reason.indicator);
    return fill(words.lostBy, { indicator: name, lost: fixed(reason.lost, 0) }, locale);
  };
  const linesOf = (reasons: readonly GroupReason[]): string[] => reasons.slice(0, TOLD).map(pointsOf);
  const isOpen = ({ code }: GroupReason): boolean => OPEN_CODES.includes(code);
  return [
    [wordFor(groups, id), line],
    ...headed(words.reasons, linesOf(group.reasons.filter((one) => !isOpen(one)))),
    ...headed(words.openAt, linesOf(group.reasons.filter(isOpen))),
    ...headed(table.limits, limitLines(group.limits, locale)),
    ...headed(
      words.ask,
      group.ask.map((indicator) => wordFor(indicators, indicator)),
    ),
  ];
}

function funnelRows({ funnel }: OpportunityQualification, locale: Locale): string[][] {
  const { opportunity: words, funnelStages, funnelEvidence, table } = locale;
  const { stage, highest, certain, missing, findOut } = funnel;
  const names = (codes: typeof missing): string[] =>
    codes.length === 0 ? [] : [codes.map((code) => funnelEvidence[code]).join(table.list)];
  const open = fill(words.funnelOpen, { stage: funnelStages[stage], highest: funnelStages[highest] }, locale);
  return [
    [words.funnel, certain ? funnelStages[stage] : open],
    ...headed(words.missing, names(missing)),
    ...headed(words.findOut, names(findOut)),
  ];
}

function positionRows({ position }: OpportunityQualification, locale: Locale): string[][] {
  const { opportunity: words, advantages, rivalStandings, leads } = locale;
  const rivals = (position?.rivals ?? []).map(({ id, standing, lead }) =>
    fill(
      words.rivalOf,
      {
        rival: id,
        lead: leads[lead],
        ...(standing === null ? {} : { standing: rivalStandings[standing] }),
      },
      locale,
    ),
  );
  return [
    ...headed(
      words.unique,
      (position?.unique ?? []).map((one) => advantages[one]),
    ),
    ...headed(words.rivals, rivals),
  ];
}

function spendRows({ spend }: OpportunityQualification, locale: Locale): string[][] {
  const { opportunity: words, effortDecisions, vocabulary, decisionMap } = locale;
  if (spend === null) return [];
  const { spent, currency, expectedValue, likelihood, stage, decision } = spend;
  const known: readonly (readonly [string, string | null])[] = [
    ["currency", currency],
    ["expected", expectedValue],
    ["likelihood", likelihood === null ? null : percent(likelihood)],
    ["stage", stage === null ? null : wordFor(vocabulary.milestones, stage)],
  ];
  const params = Object.fromEntries(known.flatMap(([key, text]) => (text === null ? [] : [[key, text]])));
  return [
    [words.spend, fill(words.spendOf, { ...params, spent: spent ?? decisionMap.unknown }, locale)],
    ...headed(words.advice, decision === null ? [] : [effortDecisions[decision]]),
  ];
}
