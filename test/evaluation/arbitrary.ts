import fc from "fast-check";
import {
  type Facts,
  type IndicatorDefinition,
  MISSING_POLICIES,
  type Scorecard,
  type ScorecardDefinition,
} from "keyaccount";
import { checkScorecard } from "../../src/evaluation/definition/check.js";

const cents = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min: min * 100, max: max * 100 }).map((value) => String(value / 100));
const ascending = (count: number): fc.Arbitrary<string[]> =>
  fc
    .uniqueArray(fc.integer({ min: -500, max: 5000 }), { minLength: count, maxLength: count })
    .map((values) => values.sort((a, b) => a - b).map((value) => String(value / 100)));

type Draft = Record<string, unknown>;

const ratio = fc
  .record({
    standard: cents(1, 50),
    better: fc.constantFrom("higher", "lower"),
    cap: fc.option(cents(1, 3), { nil: undefined }),
    floor: fc.option(cents(-1, 1), { nil: undefined }),
    relativeScale: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  })
  .map((draft): Draft => ({ kind: "ratio", ...draft }));

const standardScore = fc
  .record({ places: ascending(2), isTurned: fc.boolean(), up: cents(1, 20), down: cents(0, 20), clamp: fc.boolean() })
  .map(
    ({ places: [a, b], isTurned, ...rest }): Draft => ({
      kind: "standard-score",
      standard: isTurned ? b : a,
      best: isTurned ? a : b,
      ...rest,
    }),
  );

const knots = fc.integer({ min: 2, max: 5 }).chain((count) =>
  fc
    .tuple(
      ascending(count),
      fc.array(cents(0, 1), { minLength: count, maxLength: count }),
      fc.constantFrom("hold", "extend"),
    )
    .map(
      ([places, shares, beyond]): Draft => ({
        kind: "interpolate",
        beyond,
        knots: places.map((at, index) => ({ at, share: shares[index] })),
      }),
    ),
);

const bands = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.tuple(ascending(count), fc.array(cents(0, 1), { minLength: count, maxLength: count })).map(
    ([places, shares]): Draft => ({
      kind: "bands",
      bands: shares.map((share, index) => ({ from: index === 0 ? null : places[index], share })),
    }),
  ),
);

const plain = fc.constantFrom<Draft>(
  { kind: "rating", min: "1", max: "5" },
  { kind: "choice", options: { none: "0", some: "0.6", all: "1" } },
  { kind: "flag" },
  { kind: "flag", expect: false },
  { kind: "share" },
);

const indicator = fc.record({
  draft: fc.oneof(ratio, standardScore, knots, bands, plain),
  weight: fc.integer({ min: 1, max: 30 }),
  group: fc.constantFrom(undefined, "left", "right"),
  missing: fc.option(fc.constantFrom(...MISSING_POLICIES), { nil: undefined }),
});

function complete({
  draft,
  weight,
  group,
  missing,
}: {
  draft: Draft;
  weight: number;
  group: string | undefined;
  missing: string | undefined;
}) {
  const points = String(weight);
  const { up, down, ...rest } = draft;
  const bounds = up === undefined ? {} : { max: String(weight + Number(up)), min: String(weight - Number(down)) };
  return { ...rest, ...bounds, weight: points, group, missing } as IndicatorDefinition;
}

/** A knock-out to B or C for some of the indicators, of a form that suits its kind. */
function limitsFor(drafts: readonly Draft[], picks: readonly number[]): ScorecardDefinition["limits"] {
  return picks.map((pick) => {
    const place = pick % drafts.length;
    const indicator = `i${String(place)}`;
    const grade = pick % 2 === 0 ? "B" : "C";
    const kind = drafts[place]?.["kind"];
    if (pick % 5 === 0) return { when: { indicator, known: false }, grade };
    if (kind === "flag") return { when: { indicator, is: pick % 3 === 0 }, grade };
    if (kind === "choice") return { when: { indicator, is: "some" }, grade };
    return { when: pick % 3 === 0 ? { indicator, above: pick / 10 } : { indicator, atMost: pick / 10 }, grade };
  });
}

/** Any sound definition with two groups, one of them capped at times, and two limits at most. */
const definitions: fc.Arbitrary<ScorecardDefinition> = fc
  .record({
    drafts: fc.array(indicator, { minLength: 1, maxLength: 8 }),
    scale: fc.integer({ min: 0, max: 6 }),
    max: fc.option(fc.integer({ min: 1, max: 60 }).map(String), { nil: undefined }),
    missing: fc.constantFrom(...MISSING_POLICIES),
    firstCut: fc.integer({ min: -20, max: 20 }),
    picks: fc.array(fc.nat({ max: 40 }), { maxLength: 2 }),
  })
  .map(({ drafts, scale, max, missing, firstCut, picks }) => ({
    id: "any",
    version: "1",
    total: String(drafts.reduce((total, { weight }) => total + weight, 0)),
    scale,
    missing,
    groups: { left: { max }, right: {} },
    indicators: Object.fromEntries(drafts.map((draft, index) => [`i${index}`, complete(draft)])),
    grades: [
      { grade: "A", from: String(firstCut) },
      { grade: "B", from: String(firstCut - 10) },
      { grade: "C", from: null },
    ],
    limits: limitsFor(
      drafts.map(({ draft }) => draft),
      picks,
    ),
  }));

/** Any sound scorecard. */
export const scorecards: fc.Arbitrary<Scorecard> = definitions
  .map((definition) => checkScorecard(definition).scorecard)
  .filter((scorecard) => scorecard !== undefined);

/** A plain value that suits the indicator, known more often than not. */
function factFor(definition: IndicatorDefinition): fc.Arbitrary<unknown> {
  if (definition.kind === "flag") return fc.boolean();
  if (definition.kind === "choice") return fc.constantFrom(...Object.keys(definition.options));
  if (definition.kind === "rating") return fc.integer({ min: 10, max: 50 }).map((value) => value / 10);
  if (definition.kind === "share") return fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
  const isLower = definition.kind === "ratio" && definition.better === "lower";
  return fc.oneof(
    fc.integer({ min: isLower ? 1 : -300, max: 6000 }).map((value) => value / 100),
    fc.double({ min: isLower ? 0.001 : -5, max: 80, noNaN: true }),
    fc.integer({ min: isLower ? 1 : -300, max: 600_000 }).map((value) => String(value / 10_000)),
  );
}

/** Facts for a scorecard; `knownOnly` for complete ones. */
export function factsFor(card: Scorecard, knownOnly = false): fc.Arbitrary<Facts> {
  const each = Object.entries(card.indicators).map(([id, definition]) => [
    id,
    knownOnly
      ? factFor(definition)
      : fc.oneof(
          { weight: 6, arbitrary: factFor(definition) },
          { weight: 2, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constant({ notApplicable: true }) },
        ),
  ]);
  return fc.record(Object.fromEntries(each) as Record<string, fc.Arbitrary<never>>);
}

/** A scorecard with facts for it. */
export function judged(knownOnly = false): fc.Arbitrary<{ card: Scorecard; facts: Facts }> {
  return scorecards.chain((card) => factsFor(card, knownOnly).map((facts) => ({ card, facts })));
}
