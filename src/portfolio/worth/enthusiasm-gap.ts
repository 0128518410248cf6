import { dayOf } from "../../ground/dates.js";
import type {
  EnthusiasmFacts,
  EnthusiasmGap,
  EnthusiasmMonth,
  EnthusiasmOptions,
  EnthusiasmReason,
  EnthusiasmSpan,
  NeedCounts,
} from "./enthusiasm.js";
import { countAnswers } from "./enthusiasm-answers.js";
import { curves, firstMonth, opening } from "./enthusiasm-curve.js";
import { phasesOf, spansOf } from "./enthusiasm-phase.js";
import { readEnthusiasmFacts, readEnthusiasmOptions } from "./enthusiasm-read.js";
import { monthNumber } from "./month.js";

/**
 * The two enthusiasm curves of a client, month by month (B1.2): the seller's touches, which climb to the signing and fall after delivery, and
 * the client's needs (requests and complaints), which climb on; the gap between them, when it opened, and how needs were answered.
 *
 * A month's gap is its needs less our touches. The gap is *open* where some month exists from which, in every month to that of `asOf`, the
 * needs since then exceed the touches since then; it opened in the first such month, and must have lasted `persistence` months (that of
 * `asOf`, which may not be over, included). So a quiet month doesn't close a gap, and a catching-up does. The client's own touches are
 * shown, and close nothing. An answer counts as a touch only if it is recorded as one.
 *
 * A need is answered late after more days than `answerDays` says; not answered, it is not yet due until then, and overdue after. A need without an answer that isn't said to be
 * `unanswered` stays unknown. An answer after `asOf` isn't known yet: by `asOf` the need is not answered.
 *
 * Faulty rows (no day, an unknown kind, after `asOf`) are in `issues` and don't count; faulty options throw a `KeyAccountError` with all
 * issues. Without touches and needs there are no months, and no gap.
 *
 * @example
 * ```ts
 * import { enthusiasmGap } from "keyaccount";
 *
 * const curve = enthusiasmGap(
 *   {
 *     signedOn: "2026-03-20", deliveredOn: "2026-05-10",
 *     touches: ["2026-02-03", "2026-02-17", "2026-03-05", "2026-03-20", "2026-05-10"].map((at) => ({ at })),
 *     needs: [
 *       { at: "2026-03-10", kind: "request", answeredAt: "2026-03-11" },
 *       { at: "2026-06-02", kind: "request", answeredAt: "2026-06-20" },
 *       { at: "2026-07-15", kind: "complaint", unanswered: true },
 *       { at: "2026-08-01", kind: "request" },
 *     ],
 *   },
 *   { asOf: "2026-08-31" },
 * );
 * curve.months.map(({ gap }) => gap); // => [-2, -1, 0, -1, 1, 1, 1]
 * [curve.isOpen, curve.openedIn, curve.gap]; // => [true, "2026-06", 3]
 * curve.answers; // => { answered: 1, "answered-late": 1, "not-yet-due": 0, overdue: 1, unknown: 1 }
 * curve.reasons.map(({ code }) => code); // => ["needs-outrun-touches", "touches-fell", "answers-late", "needs-overdue", "answers-unknown"]
 * ```
 */
export function enthusiasmGap(facts: EnthusiasmFacts, options: EnthusiasmOptions): EnthusiasmGap {
  const settings = readEnthusiasmOptions(options);
  const reading = readEnthusiasmFacts(facts, settings);
  const touches = reading.touches ?? [];
  const needs = reading.needs ?? [];
  const phases = phasesOf(reading);
  const last = monthNumber(settings.asOf);
  const first = firstMonth([...touches, ...needs], last, settings.months);
  const months = curves(touches, needs, first, last, phases);
  const isKnown = reading.touches !== null && reading.needs !== null;
  const since = isKnown ? gapSince(months, settings.persistence) : [];
  const spans = spansOf(phases, touches, needs, dayOf(settings.asOf) as number);
  const answers = countAnswers(needs);
  const isEarlier = ({ at }: { readonly at: string }): boolean => monthNumber(at) < first;
  return {
    v: 1,
    asOf: settings.asOf,
    months,
    phases: spans,
    isOpen: isKnown ? since.length > 0 : null,
    openedIn: since[0]?.month ?? null,
    gap: since.reduce((sum, { gap }) => sum + gap, 0),
    answers,
    earlier: {
      touches: touches.filter((touch) => touch.by === "us" && isEarlier(touch)).length,
      needs: needs.filter(isEarlier).length,
    },
    reasons: [...gapReasons(since), ...touchReasons(spans), ...answerReasons(answers, needs.length)],
    issues: reading.reader.issues,
  };
}

/** The months since the gap opened; none where it isn't open, or not for long enough. */
function gapSince(months: readonly EnthusiasmMonth[], persistence: number): readonly EnthusiasmMonth[] {
  const opened = opening(months);
  return opened < 0 || months.length - opened < persistence ? [] : months.slice(opened);
}

function gapReasons(since: readonly EnthusiasmMonth[]): EnthusiasmReason[] {
  const [opened] = since;
  if (opened === undefined) return [];
  const total = (key: "needs" | "touches"): number => since.reduce((sum, month) => sum + month[key], 0);
  return [{ code: "needs-outrun-touches", since: opened.month, needs: total("needs"), touches: total("touches") }];
}

/** Fewer touches a month in the last phase than before the signing. */
function touchReasons(spans: readonly EnthusiasmSpan[]): EnthusiasmReason[] {
  const [before, after] = [spans[0], spans.at(-1)];
  if (before?.phase !== "before-signing" || after === undefined || after.touchRate >= before.touchRate) return [];
  return [{ code: "touches-fell", before: before.touchRate, after: after.touchRate }];
}

function answerReasons(answers: NeedCounts, needs: number): EnthusiasmReason[] {
  const { overdue, unknown } = answers;
  const late = answers["answered-late"];
  return [
    ...(late > 0 ? [{ code: "answers-late", late, answered: late + answers.answered } as const] : []),
    ...(overdue > 0 ? [{ code: "needs-overdue", overdue, needs } as const] : []),
    ...(unknown > 0 ? [{ code: "answers-unknown", unknown, needs } as const] : []),
  ];
}
