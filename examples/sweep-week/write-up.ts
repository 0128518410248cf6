// What is written up in the evening (A4.5): each visit's main points, result and next step, from what was learnt and from what the evening says of the dealer.
import type { PlainDate } from "keyaccount";
import type { Visit } from "keyaccount/models";
import { NEXT_WEEK } from "./calendar.js";
import { nameOf } from "./dealers.js";
import type { Judged } from "./judge.js";
import type { SweepWords } from "./words.js";

/** Whom Wu goes back to, and when. */
interface GoingBack {
  readonly day: PlainDate;
  readonly dealers: readonly Judged[];
}

/** A visit of the day with its main points, its result and what comes next. */
export function writtenUp(visit: Visit, dealers: readonly Judged[], back: GoingBack | null, words: SweepWords): Visit {
  const judged = dealers.find(({ id }) => id === visit.clientId);
  if (judged === undefined || visit.way !== "visit")
    return { ...visit, mainPoints: words.shut, nextStep: { what: words.visitIt, dueOn: NEXT_WEEK } };
  const result = resultOf(visit, judged);
  return { ...visit, ...result, mainPoints: pointsOf(visit, words), nextStep: nextStepOf(judged, back, words) };
}

/** Good if it is a target client; else without result, because it doesn't fit or isn't willing (A6.6, A6.7). */
function resultOf({ learnt }: Visit, { target, progress }: Judged): Pick<Visit, "outcome" | "failureCauses"> {
  if (target.verdict === "open") return { outcome: "open" };
  if (target.verdict === "target") return { outcome: "good" };
  if (target.verdict === "not-target") return { outcome: "no-result", failureCauses: [{ cause: "mismatch" }] };
  const brands = learnt?.["majorBrands"]?.value ?? progress.answers["majorBrands"]?.answer?.value;
  const cause = brands === "exclusive" ? "bound-to-rival" : "client-obstacles";
  return { outcome: "no-result", failureCauses: [{ cause }] };
}

/** The ratings of the two tests, how the dealer pays, and what it wouldn't say. */
function pointsOf({ learnt = {} }: Visit, words: SweepWords): string {
  const told = (fact: string): string => {
    const value = learnt[fact]?.value;
    return typeof value === "string" ? value : "–";
  };
  const { creditRecord } = learnt;
  const silent = Object.keys(learnt).filter((fact) => learnt[fact]?.value === null);
  return [
    words.tests(told("philosophyFit"), told("growthPotential"), told("strength"), told("willingness")),
    ...(creditRecord === undefined
      ? []
      : [words.pays(optionOf(told("creditRecord"), words), creditRecord.verified === true)]),
    ...(silent.length === 0 ? [] : [words.silent(labelsOf(silent, words))]),
  ].join(words.semicolon);
}

/** Wu goes back and asks what tells most; else a target client's archive is opened (A6.6), and others are called. */
function nextStepOf({ id, ask, target }: Judged, back: GoingBack | null, words: SweepWords): Visit["nextStep"] {
  if (back?.dealers.some((one) => one.id === id) === true)
    return { what: words.goBack(labelsOf(ask, words)), dueOn: back.day, owner: "wu" };
  return target.verdict === "target" ? { what: words.openArchive, dueOn: NEXT_WEEK } : { what: words.keepInTouch };
}

/** What a day's or a week's visits come to: who is a target client, and who isn't for which cause. */
export function findingsOf(visits: readonly Visit[], words: SweepWords): string {
  const causes = visits.flatMap(({ failureCauses = [] }) => failureCauses.map(({ cause }) => cause));
  const namesOf = (some: readonly Visit[]): string =>
    [...new Set(some.map(({ clientId }) => nameOf(clientId)))].join(words.comma);
  const good = visits.filter(({ outcome }) => outcome === "good");
  const without = [...new Set(causes)].map((cause) => {
    const some = visits.filter(({ failureCauses = [] }) => failureCauses.some((one) => one.cause === cause));
    return `${causeOf(cause, words)}${words.colon}${namesOf(some)}`;
  });
  return [...(good.length === 0 ? [] : [`${words.targets}${words.colon}${namesOf(good)}`]), ...without].join(
    words.semicolon,
  );
}

function causeOf(cause: string, { locale }: SweepWords): string {
  const causes: Readonly<Record<string, string>> = locale.vocabulary.failureCauses;
  return causes[cause] ?? cause;
}

function optionOf(code: string, { locale }: SweepWords): string {
  const options: Readonly<Record<string, string>> = locale.surveyOptions.creditRecord;
  return options[code] ?? code;
}

/** Names of indicators, without their units. */
function labelsOf(facts: readonly string[], { locale, comma }: SweepWords): string {
  const names: Readonly<Record<string, string>> = locale.indicators;
  return facts.map((fact) => (names[fact] ?? fact).replace(/ ?[(（].*$/, "")).join(comma);
}
