import {
  defineScorecard,
  LINT_FINDING_CODES,
  type LintFinding,
  type LintFindingCode,
  lintScorecard,
  type ScorecardDefinition,
} from "keyaccount";
import { dealerScorecard, distributorScorecard, keyAccountScorecard, opportunityScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

type Draft = Partial<ScorecardDefinition>;
type Indicators = ScorecardDefinition["indicators"];
type Limits = NonNullable<ScorecardDefinition["limits"]>;

const sound: Indicators = {
  payment: { kind: "rating", weight: 60, min: 1, max: 5 },
  relation: { kind: "choice", weight: 40, options: { outsider: 0, friend: "0.4", partner: 1 } },
};
const grades: ScorecardDefinition["grades"] = [
  { grade: "A", from: 80 },
  { grade: "B", from: 50 },
  { grade: "C", from: null },
];

function lint(draft: Draft): readonly LintFinding[] {
  const definition = { id: "card", version: "1", indicators: sound, grades, ...draft };
  return lintScorecard(defineScorecard(definition as never));
}
const short = (findings: readonly LintFinding[]): string[] =>
  findings.map(({ code, path, details }) => `${code} ${path.join(".")} ${JSON.stringify(details)}`);
/** A card of one indicator of weight 60 beside the relation. */
const withOne = (indicator: object): Draft => ({
  indicators: {
    it: { weight: 60, ...indicator } as Indicators[string],
    relation: sound["relation"] as Indicators[string],
  },
});
const withLimits = (...limits: Limits): Draft => ({ limits });
const twoGrades: ScorecardDefinition["grades"] = [
  { grade: "A", from: 100 },
  { grade: "B", from: null },
];
/** Grades that a constant half of the weight leaves within reach. */
const low: Draft = {
  grades: [
    { grade: "A", from: 60 },
    { grade: "B", from: 40 },
    { grade: "C", from: null },
  ],
};
const ratio = { kind: "ratio", standard: 6, cap: "1.5", floor: 0 };

/** For each code the smallest fault, what is found, and near misses that are clean. */
const CASES: { readonly [C in LintFindingCode]?: readonly { bad: Draft; found: string; good: readonly Draft[] }[] } = {
  "group-empty": [{ bad: { groups: { g: {} } }, found: 'group-empty groups.g {"group":"g"}', good: [{}] }],
  "group-max-never-binds": [
    {
      bad: grouped(60),
      found: 'group-max-never-binds groups.g.max {"max":"60","most":"60"}',
      good: [grouped(undefined), { ...grouped(89), ...inGroup({ ...ratio, weight: 60, group: "g" }) }],
    },
  ],
  "group-max-always-binds": [
    {
      bad: { ...low, ...grouped(30), ...inGroup({ ...ratio, floor: "0.5", weight: 60, group: "g" }) },
      found: [
        'group-max-always-binds groups.g.max {"max":"30","least":"30"}',
        'never-matters indicators.it {"least":"30","most":"90"}',
      ].join("\n"),
      good: [],
    },
  ],
  "group-max-below-weight": [
    {
      bad: grouped(59),
      found: 'group-max-below-weight groups.g.max {"max":"59","weight":"60"}',
      good: [{ ...grouped(60), ...inGroup({ ...ratio, weight: 60, group: "g" }) }],
    },
  ],
  "one-share": [
    {
      bad: withOne({ ...ratio, cap: "0.7", floor: "0.7" }),
      found: 'one-share indicators.it {"share":"0.7"}',
      good: [withOne(ratio)],
    },
    {
      bad: { ...low, ...withOne({ kind: "bands", bands: [{ from: null, share: "0.5" }] }) },
      found: 'one-share indicators.it {"share":"0.5"}',
      good: [
        withOne({
          kind: "bands",
          bands: [
            { from: null, share: 0 },
            { from: 1, share: 1 },
          ],
        }),
      ],
    },
    {
      bad: {
        ...low,
        ...withOne({
          kind: "interpolate",
          knots: [
            { at: 0, share: "0.5" },
            { at: 1, share: "0.50" },
          ],
        }),
      },
      found: 'one-share indicators.it {"share":"0.5"}',
      good: [
        withOne({
          kind: "interpolate",
          knots: [
            { at: 0, share: 0 },
            { at: 1, share: 1 },
          ],
        }),
      ],
    },
    {
      bad: { ...low, ...withOne({ kind: "choice", options: { yes: "0.5", no: "0.5" } }) },
      found: 'one-share indicators.it {"share":"0.5"}',
      good: [
        withOne({ kind: "choice", options: { yes: 1, no: 0 } }),
        withOne({ kind: "flag" }),
        withOne({ kind: "share" }),
      ],
    },
  ],
  "never-matters": [
    {
      // Others earn 0, 40 or 96 … 0 or 96 and 0 or 1: neither 80 nor 50 starts between.
      bad: {
        indicators: { heavy: { kind: "flag", weight: 97 }, light: { kind: "flag", weight: 3 } },
        grades: [
          { grade: "A", from: 80 },
          { grade: "B", from: null },
        ],
      },
      found: 'never-matters indicators.light {"least":"0","most":"3"}',
      good: [
        {
          indicators: { heavy: { kind: "flag", weight: 97 }, light: { kind: "flag", weight: 3 } },
          grades: [
            { grade: "A", from: 98 },
            { grade: "B", from: null },
          ],
        },
        // It decides by its knock-out.
        {
          indicators: { heavy: { kind: "flag", weight: 97 }, light: { kind: "flag", weight: 3 } },
          grades: [
            { grade: "A", from: 80 },
            { grade: "B", from: null },
          ],
          limits: [{ when: { indicator: "light", is: false }, grade: "B" }],
        },
      ],
    },
    {
      // The group is at its cap of 10 whatever the second answer is.
      bad: {
        groups: { g: { max: 10 } },
        indicators: {
          base: { kind: "choice", group: "g", weight: 40, options: { low: "0.25", high: 1 } },
          late: { kind: "choice", group: "g", weight: 20, options: { low: "0.1", high: 1 } },
          other: { kind: "share", weight: 40 },
        },
        grades: [
          { grade: "A", from: 30 },
          { grade: "B", from: null },
        ],
      },
      found: [
        'group-max-always-binds groups.g.max {"max":"10","least":"12"}',
        'never-matters indicators.base {"least":"10","most":"40"}',
        'never-matters indicators.late {"least":"2","most":"20"}',
      ].join("\n"),
      good: [],
    },
  ],
  "unknown-escapes-limit": [
    {
      bad: { missing: "neutral", ...withLimits({ when: { indicator: "relation", is: "outsider" }, grade: "C" }) },
      found: "unknown-escapes-limit indicators.relation {}",
      good: [
        withLimits({ when: { indicator: "relation", is: "outsider" }, grade: "C" }),
        {
          missing: "neutral",
          ...withLimits(
            { when: { indicator: "relation", is: "outsider" }, grade: "C" },
            { when: { indicator: "relation", known: false }, grade: "B" },
          ),
        },
        { missing: "neutral" },
      ],
    },
  ],
  "points-rounded-away": [
    {
      bad: {
        scale: 0,
        indicators: {
          it: { kind: "choice", weight: 1, options: { no: 0, partly: "0.4" } },
          rest: { kind: "share", weight: 99 },
        },
      },
      found: 'points-rounded-away indicators.it.weight {"weight":"1"}',
      good: [
        {
          scale: 0,
          indicators: {
            it: { kind: "choice", weight: 1, options: { no: 0, partly: "0.5" } },
            rest: { kind: "share", weight: 99 },
          },
        },
      ],
    },
  ],
  "no-cap": [
    { bad: withOne({ kind: "ratio", standard: 6 }), found: "no-cap indicators.it {}", good: [withOne(ratio)] },
  ],
  "cap-below-standard": [
    {
      bad: withOne({ ...ratio, cap: "0.9" }),
      found: 'cap-below-standard indicators.it.cap {"cap":"0.9"}',
      good: [withOne({ ...ratio, cap: 1 })],
    },
  ],
  "floor-above-standard": [
    {
      bad: { ...withOne({ ...ratio, floor: 1 }), grades: twoGrades },
      found: 'floor-above-standard indicators.it.floor {"floor":"1"}',
      good: [{ ...withOne({ ...ratio, floor: "0.99" }), grades: twoGrades }],
    },
  ],
  "idle-knot": [
    {
      bad: withOne({
        kind: "interpolate",
        knots: [
          { at: 0, share: 0 },
          { at: 3, share: "0.6" },
          { at: 5, share: 1 },
        ],
      }),
      found: 'idle-knot indicators.it.knots.1 {"at":"3"}',
      good: [
        withOne({
          kind: "interpolate",
          knots: [
            { at: 0, share: 0 },
            { at: 3, share: "0.61" },
            { at: 5, share: 1 },
          ],
        }),
      ],
    },
    {
      bad: withOne({
        kind: "interpolate",
        knots: [
          { at: 9, share: 1 },
          { at: 5, share: 1 },
          { at: 0, share: 0 },
        ],
      }),
      found: 'idle-knot indicators.it.knots.0 {"at":"9"}',
      good: [
        withOne({
          kind: "interpolate",
          beyond: "extend",
          knots: [
            { at: 9, share: 1 },
            { at: 5, share: 1 },
            { at: 0, share: 0 },
          ],
        }),
      ],
    },
    {
      bad: withOne({
        kind: "interpolate",
        knots: [
          { at: 0, share: 0 },
          { at: 5, share: 1 },
          { at: 9, share: 1 },
        ],
      }),
      found: 'idle-knot indicators.it.knots.2 {"at":"9"}',
      good: [],
    },
  ],
  "same-share-band": [
    {
      bad: withOne({
        kind: "bands",
        bands: [
          { from: null, share: 0 },
          { from: 1, share: 1 },
          { from: 5, share: 1 },
        ],
      }),
      found: 'same-share-band indicators.it.bands.2 {"from":"5","share":"1"}',
      good: [
        withOne({
          kind: "bands",
          bands: [
            { from: null, share: 1 },
            { from: 1, share: 0 },
            { from: 5, share: 1 },
          ],
        }),
      ],
    },
  ],
  "limit-never-bites": [
    never({ indicator: "payment", above: 5 }, [{ indicator: "payment", atLeast: 5 }]),
    never({ indicator: "payment", below: 1 }, [{ indicator: "payment", atMost: 1 }]),
    never({ indicator: "payment", above: 3, below: 3 }, [{ indicator: "payment", atLeast: 3, atMost: 3 }]),
    never({ indicator: "payment", atLeast: 4, below: 2 }, [{ indicator: "payment", atLeast: 2, below: 4 }]),
    {
      bad: { ...withOne({ kind: "share" }), ...withLimits({ when: { indicator: "it", above: 1 }, grade: "C" }) },
      found: 'limit-never-bites limits.0 {"indicator":"it"}',
      good: [{ ...withOne({ kind: "share" }), ...withLimits({ when: { indicator: "it", atLeast: 1 }, grade: "C" }) }],
    },
    {
      // Below zero a ratio of which less is better has no value unless a cap says what it is worth.
      bad: {
        ...withOne({ kind: "ratio", standard: 45, better: "lower", cap: undefined }),
        ...withLimits({ when: { indicator: "it", atMost: 0 }, grade: "C" }),
      },
      found: 'no-cap indicators.it {}\nlimit-never-bites limits.0 {"indicator":"it"}',
      good: [
        {
          ...withOne({ kind: "ratio", standard: 45, better: "lower", cap: 1 }),
          ...withLimits({ when: { indicator: "it", atMost: 0 }, grade: "C" }),
        },
      ],
    },
  ],
  "limit-always-bites": [
    {
      bad: withLimits({ when: { indicator: "payment", atLeast: 1 }, grade: "B" }),
      found: 'limit-always-bites limits.0 {"indicator":"payment","grade":"B"}',
      good: [withLimits({ when: { indicator: "payment", above: 1 }, grade: "B" })],
    },
    {
      bad: withLimits(
        { when: { indicator: "payment", atLeast: 1 }, grade: "B" },
        { when: { indicator: "payment", atMost: 5 }, grade: "B" },
      ),
      found: [0, 1]
        .map((at) => `limit-always-bites limits.${String(at)} {"indicator":"payment","grade":"B"}`)
        .join("\n"),
      good: [],
    },
    {
      bad: {
        ...withOne({ kind: "choice", options: { only: 1 } }),
        ...withLimits({ when: { indicator: "it", is: "only" }, grade: "C" }),
      },
      found: 'one-share indicators.it {"share":"1"}\nlimit-always-bites limits.0 {"indicator":"it","grade":"C"}',
      good: [],
    },
  ],
  "limit-without-effect": [
    {
      bad: withLimits({ when: { indicator: "payment", below: 2 }, grade: "A" }),
      found: 'limit-without-effect limits.0 {"indicator":"payment","grade":"A"}',
      good: [withLimits({ when: { indicator: "payment", below: 2 }, grade: "B" })],
    },
    {
      bad: { missing: "refuse", ...withLimits({ when: { indicator: "payment", known: false }, grade: "B" }) },
      found: 'limit-without-effect limits.0 {"indicator":"payment","grade":"B"}',
      good: [withLimits({ when: { indicator: "payment", known: false }, grade: "B" })],
    },
    {
      bad: withLimits({ when: { indicator: "payment", known: false }, grade: "A" }),
      found: 'limit-without-effect limits.0 {"indicator":"payment","grade":"A"}',
      good: [],
    },
  ],
  "limit-redundant": [
    redundant(
      0,
      [
        { when: { indicator: "payment", below: 2 }, grade: "C" },
        { when: { indicator: "payment", below: 3 }, grade: "C" },
      ],
      [
        { when: { indicator: "payment", below: 2 }, grade: "C" },
        { when: { indicator: "payment", below: 3 }, grade: "B" },
      ],
    ),
    redundant(
      1,
      [
        { when: { indicator: "payment", atMost: 2 }, grade: "C" },
        { when: { indicator: "payment", below: 2 }, grade: "B" },
      ],
      [
        { when: { indicator: "payment", below: 2 }, grade: "C" },
        { when: { indicator: "payment", atMost: 2 }, grade: "B" },
      ],
    ),
    redundant(
      1,
      [
        { when: { indicator: "payment", below: 2 }, grade: "C" },
        { when: { indicator: "payment", below: 2 }, grade: "C" },
      ],
      [],
    ),
    redundant(
      1,
      [
        { when: { indicator: "relation", known: false }, grade: "C" },
        { when: { indicator: "relation", known: false }, grade: "B" },
      ],
      [
        { when: { indicator: "relation", known: false }, grade: "C" },
        { when: { indicator: "payment", known: false }, grade: "B" },
      ],
    ),
  ],
  "single-grade": [
    { bad: { grades: [{ grade: "C", from: null }] }, found: 'single-grade grades {"grade":"C"}', good: [{}] },
  ],
  "grade-never-earned": [
    {
      // 0, 40, 60 or 100: nothing from 70 to 99.
      bad: flags(70),
      found: 'grade-never-earned grades.1 {"grade":"B"}',
      good: [flags(60), { ...flags(70), limits: [{ when: { indicator: "a", is: false }, grade: "B" }] }],
    },
    {
      // Both start at 80.01 once rounded up to what a score can show.
      bad: {
        scale: 2,
        grades: [
          { grade: "A", from: "80.006" },
          { grade: "B", from: "80.001" },
          { grade: "C", from: null },
        ],
      },
      found: 'grade-never-earned grades.1 {"grade":"B"}',
      good: [
        {
          scale: 2,
          grades: [
            { grade: "A", from: "80.011" },
            { grade: "B", from: "80.001" },
            { grade: "C", from: null },
          ],
        },
      ],
    },
    {
      bad: {
        grades: [
          { grade: "A", from: 80 },
          { grade: "B", from: 0 },
          { grade: "C", from: null },
        ],
      },
      found: 'grade-never-earned grades.2 {"grade":"C"}',
      good: [
        {
          grades: [
            { grade: "A", from: 80 },
            { grade: "B", from: "0.0001" },
            { grade: "C", from: null },
          ],
        },
      ],
    },
  ],
  "grade-always-limited": [
    {
      bad: withLimits(
        { when: { indicator: "payment", above: 2 }, grade: "B" },
        { when: { indicator: "payment", atMost: 2 }, grade: "C" },
      ),
      found: 'grade-always-limited grades.0 {"grade":"A","indicator":"payment"}',
      good: [
        withLimits(
          { when: { indicator: "payment", above: 2 }, grade: "B" },
          { when: { indicator: "payment", below: 2 }, grade: "C" },
        ),
        // Each of two clients escapes one of them.
        withLimits(
          { when: { indicator: "payment", above: 2 }, grade: "B" },
          { when: { indicator: "relation", is: "outsider" }, grade: "B" },
        ),
      ],
    },
  ],
};

function flags(from: number): Draft {
  return {
    indicators: { a: { kind: "flag", weight: 60 }, b: { kind: "flag", weight: 40 } },
    grades: [
      { grade: "A", from: 100 },
      { grade: "B", from },
      { grade: "C", from: null },
    ],
  };
}

function grouped(max: number | undefined): Draft {
  return { groups: { g: { max } }, ...inGroup({ kind: "rating", weight: 60, min: 1, max: 5, group: "g" }) };
}

function inGroup(indicator: object): Draft {
  return { indicators: { it: indicator as Indicators[string], relation: sound["relation"] as Indicators[string] } };
}

function never(when: Limits[number]["when"], near: readonly Limits[number]["when"][]) {
  return {
    bad: withLimits({ when, grade: "C" }),
    found: 'limit-never-bites limits.0 {"indicator":"payment"}',
    good: near.map((other) => withLimits({ when: other, grade: "C" })),
  };
}

function redundant(place: number, limits: Limits, near: Limits) {
  const { when, grade } = limits[place] as Limits[number];
  const details = JSON.stringify({ indicator: when.indicator, grade });
  return { bad: { limits }, found: `limit-redundant limits.${String(place)} ${details}`, good: [{ limits: near }] };
}

describe.each(Object.entries(CASES))("%s", (_, cases) => {
  test.each(cases.map((one, index) => [index, one] as const))(
    "case %i: the fault is found, the near miss is clean",
    (_index, { bad, found, good }) => {
      expect(short(lint(bad)).join("\n")).toBe(found);
      for (const near of good) expect(short(lint(near))).toEqual([]);
    },
  );
});

test("every code but missing names has its smallest case", () => {
  expect(Object.keys(CASES)).toEqual(LINT_FINDING_CODES.filter((code) => code !== "label-missing"));
});

describe("A7, C3.1, D1.2, E2, E7.2 the handbooks' scorecards", () => {
  test.each([dealerScorecard, distributorScorecard, opportunityScorecard])("$id is clean in both languages", (card) => {
    expect(lintScorecard(card as never, { locales: [en, zhCN] })).toEqual([]);
  });

  test("D1.2 the key-account card has one knot that only marks the middle", () => {
    expect(short(lintScorecard(keyAccountScorecard, { locales: [en, zhCN] }))).toEqual([
      'idle-knot indicators.currentAssetRatio.knots.1 {"at":"1"}',
    ]);
  });
});

test("findings come in the order of the definition, whatever finds them", () => {
  const found = lint({
    groups: { g: {}, h: { max: 60 } },
    indicators: {
      it: {
        kind: "bands",
        weight: 60,
        group: "h",
        bands: [
          { from: null, share: 0 },
          { from: 1, share: 0 },
          { from: 2, share: 1 },
        ],
      },
      relation: { kind: "choice", weight: 40, options: { all: 1, same: 1 } },
    },
    limits: [
      { when: { indicator: "relation", is: "all" }, grade: "A" },
      { when: { indicator: "it", above: 5, below: 4 }, grade: "C" },
    ],
    grades: [
      { grade: "A", from: 90 },
      { grade: "B", from: 50 },
      { grade: "C", from: null },
    ],
  });
  expect(found.map(({ code, path }) => `${path.join(".")} ${code}`)).toEqual([
    "groups.g group-empty",
    "groups.h.max group-max-never-binds",
    "indicators.it.bands.1 same-share-band",
    "indicators.relation one-share",
    "limits.0 limit-without-effect",
    "limits.1 limit-never-bites",
    "grades.1 grade-never-earned",
  ]);
});

test("the input stays as it is, and findings are JSON", () => {
  const card = deepFreeze(
    defineScorecard({
      id: "c",
      version: "1",
      indicators: { a: { kind: "ratio", weight: 100, standard: 1 } },
      grades: [{ grade: "A", from: null }],
    }),
  );
  const found = lintScorecard(card);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([
    ["no-cap", "hint"],
    ["single-grade", "warning"],
  ]);
});
