import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { expect, test } from "vitest";
import type { WordTable } from "../../src/ground/words.js";
import type { Locale } from "../../src/locale/locale.js";

/** Tables that speak of the same things under the same codes. Others share codes such as `open` that mean other things there. */
const pairsOf = ({ vocabulary, visits, process, ...locale }: Locale): Readonly<Record<string, WordTable[]>> => ({
  "parts in buying": [vocabulary.purchaseRoles, locale.buyingParts],
  "causes of failure": [vocabulary.failureCauses, process.causes],
  "ways of contact, appointment": [vocabulary.contactWays, vocabulary.appointmentWays],
  "ways of contact, first contact": [vocabulary.contactWays, visits.firstContactWays],
  "ways of contact, ways in": [vocabulary.contactWays, visits.waysIn],
  "our ranks": [locale.teamRanks, visits.ranks],
  "forms of milestones and material": [process.forms, visits.materials],
  "forms of milestones and of reports": [process.forms, locale.forms],
  "facts of a target and of the archive": [locale.targetFacts, locale.archiveFields],
  "fields of a visit record, its parts": [locale.formFields, visits.recordParts],
  "a plan's headings and what a review compares": [visits.recordParts, visits.reviewedParts],
  "payment records": [vocabulary.creditRecords, locale.options.creditRecord],
  "payment records, asked for": [vocabulary.creditRecords, locale.surveyOptions.creditRecord],
  "attitude to brands": [vocabulary.brandLoyalties, locale.options.brandLoyalty],
  "relations, as options": [vocabulary.trustRelations, locale.options.relationship],
  "relations, asked for": [vocabulary.trustRelations, locale.surveyOptions.relationship],
  "big makers": [vocabulary.majorBrands, locale.options.majorBrands],
  "after-sales service": [vocabulary.afterSales, locale.options.afterSales],
  "what a loss would mean": [vocabulary.lossImpacts, locale.options.lossImpact],
  "risks of experience": [locale.experienceRisks, locale.experienceStages],
  "conditions of a strategy and of selling": [locale.conditionStates, vocabulary.standardStatuses],
});

/** Shared codes with other words, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "zh-CN, parts in buying, decider": "决策者 is the role of E5.1; the decider of E4.5 stands in the same list of roles",
  "zh-CN, conditions of a strategy and of selling, met": "a standard is reached, a condition is there",
  "zh-CN, conditions of a strategy and of selling, unmet": "a standard is reached, a condition is there",
};

test.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("%s: one thing has one word, whichever table it stands in", (tag, locale) => {
  const compared = Object.entries(pairsOf(locale)).map(([name, [words = {}, others = {}]]) => {
    const shared = Object.keys(words).filter((code) => Object.hasOwn(others, code));
    const differing = shared.filter((code) => words[code]?.toLowerCase() !== others[code]?.toLowerCase());
    return { name, shared, differing: differing.map((code) => `${tag}, ${name}, ${code}`) };
  });
  expect(compared.filter(({ shared }) => shared.length === 0).map(({ name }) => name)).toEqual([]);
  expect(compared.flatMap(({ differing }) => differing)).toEqual(
    Object.keys(EXCEPTIONS).filter((exception) => exception.startsWith(`${tag}, `)),
  );
});
