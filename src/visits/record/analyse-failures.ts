import { isPlainDate } from "../../ground/dates.js";
import { demand, readOptions, refuse } from "../../ground/reader.js";
import { demandId, distinctById, type Fields, lineOf, recordsOf, rootFields, timeOf } from "../fields.js";
import { readRowList } from "../rows.js";
import { causesOf, countCauses, countChanges, countSegments, isFailed } from "./count-causes.js";
import type { FailureAnalysis, FailureOptions } from "./failures.js";
import type { FeedRecord } from "./feeds.js";
import { type FormRule, isForm, readForms, splitForm } from "./read-forms.js";
import { readVisits } from "./read-visits.js";
import { storiesOf } from "./stories.js";

/**
 * Analyses why visits failed (A6.6, A6.7, D5.2): causes over all and by segment, how their shares changed since a day, and for each failed visit what changed at that
 * client since: later contacts, their outcome, the attitude, new answers, whether a visit `learnt` them or `SurveyAnswers` have them. A visit failed if its `outcome` is `"no-result"`. What an evaluation since says is `compareEvaluations`'.
 *
 * The records are those of `visitFeeds` and `surveyProgress`: visits, and survey forms beside them. A form filled in at a visit (`visitId`) was known at that visit; another one from its day on. With a `form` both go by its facts' names.
 *
 * A failed visit that names no cause is `unexplained`; it counts for no cause. Visits of unknown outcome neither failed nor not. Rows that can't be read, and visits
 * after `asOf`, are left out and listed in `issues`. Hosts add causes as `x-…` codes. Faulty options throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { analyseFailures } from "keyaccount";
 *
 * const visit = { v: 1, way: "visit", outcome: "no-result" } as const;
 * const { causes, unexplained, segments } = analyseFailures(
 *   [
 *     { ...visit, id: "v-1", clientId: "north", startedAt: "2026-10-05", failureCauses: [{ cause: "bound-to-rival" }] },
 *     { ...visit, id: "v-2", clientId: "south", startedAt: "2026-10-06" },
 *   ],
 *   { asOf: "2026-11-21", segments: [{ id: "north", segment: "mills" }] },
 * );
 * causes; // => [{ cause: "bound-to-rival", visits: 1, clients: 1, share: 1 }]
 * unexplained; // => ["v-2"]
 * segments.map(({ segment, rate }) => [segment, rate]); // => [["mills", 1], [null, 1]]
 * ```
 */
export function analyseFailures(records: readonly FeedRecord[], options: FailureOptions): FailureAnalysis {
  const { asOf, since, segments, form } = readFailureOptions(options);
  const rule = { asOf, calendar: null, ...form };
  const rows = readRowList(records, "visits");
  const read = readVisits(
    rows.records.filter((one) => !isForm(one)),
    rule,
  );
  const forms = readForms(rows.records.filter(isForm), rule);
  const segmentOf = (clientId: string): string | null => segments.get(clientId) ?? null;
  const failed = read.filter(isFailed);
  return {
    v: 1,
    asOf,
    since,
    visits: read.length,
    failed: failed.length,
    outcomeUnknown: read.filter(({ outcome }) => outcome === null).length,
    unexplained: failed.flatMap((one) => (causesOf(one).length === 0 ? one.id : [])).sort(),
    causes: countCauses(read),
    segments: countSegments(read, segmentOf),
    changes: since === null ? null : countChanges(read, since),
    failures: storiesOf(read, forms, segmentOf),
    issues: rows.issues(),
  };
}

interface ReadOptions {
  readonly asOf: string;
  readonly since: string | null;
  readonly segments: ReadonlyMap<string, string | null>;
  readonly form: Omit<FormRule, "asOf" | "calendar">;
}

function readFailureOptions(options: FailureOptions): ReadOptions {
  const { rest, form } = splitForm(options);
  return readOptions(rest, ["asOf", "since", "segments"], (reader) => {
    const root = rootFields(reader);
    const since = timeOf(root, "since");
    if (since !== null && !isPlainDate(since))
      refuse(reader, { code: "not-a-date", path: ["since"], details: { received: since } });
    return {
      asOf: demand(reader, timeOf(root, "asOf"), ["asOf"]) as string,
      since,
      form,
      segments: new Map(
        distinctById(recordsOf(root, "segments") ?? [], readSegment).map((one) => [one.id, one.segment]),
      ),
    };
  });
}

function readSegment(fields: Fields): { readonly id: string; readonly segment: string | null } | null {
  const id = demandId(fields, "id");
  return id === null ? null : { id, segment: lineOf(fields, "segment") };
}
