import { Decimal } from "decimal.js";
import fc from "fast-check";
import { evaluate, type Facts, type GoalOptions, MISSING_POLICIES, type Scorecard } from "keyaccount";
import { checkScorecard } from "../../../src/evaluation/definition/check.js";

/** A goal on a scorecard whose indicators can all take few values. */
export interface GoalCase {
  readonly card: Scorecard;
  readonly facts: Facts;
  readonly options: GoalOptions;
}

export const AS_OF = "2026-11-21";

type Value = string | boolean;
type Draft = Readonly<Record<string, unknown>>;

interface Kind {
  readonly draft: Draft;
  readonly reach: Draft;
  readonly values: readonly Value[];
  readonly condition: (pick: number) => Draft;
}

const range = (least: number, most: number, step: number): string[] => {
  const count = new Decimal(most).minus(least).dividedBy(step).floor().toNumber() + 1;
  return Array.from({ length: count }, (_, index) => new Decimal(step).times(index).plus(least).toString());
};
const numeric = (draft: Draft, least: number, most: number, step: number): Kind => ({
  draft,
  reach: { least, most, step: String(step) },
  values: range(least, most, step),
  condition: (pick) => (pick % 2 === 0 ? { below: least + (pick % 3) } : { atLeast: most - (pick % 2) }),
});

const KINDS: readonly Kind[] = [
  { draft: { kind: "flag" }, reach: {}, values: [true, false], condition: (pick) => ({ is: pick % 2 === 0 }) },
  { draft: { kind: "flag", expect: false }, reach: {}, values: [true, false], condition: () => ({ is: true }) },
  {
    draft: { kind: "choice", options: { none: "0", some: "0.6", all: "1", odd: "0.6" } },
    reach: {},
    values: ["none", "some", "all", "odd"],
    condition: (pick) => ({ is: ["none", "some", "all"][pick % 3] }),
  },
  {
    draft: { kind: "choice", options: { none: "-0.2", some: "0.6", all: "1.1" } },
    reach: { options: ["none", "all"] },
    values: ["none", "all"],
    condition: (pick) => ({ is: ["none", "some", "all"][pick % 3] }),
  },
  numeric({ kind: "rating", min: "1", max: "5" }, 1, 5, 1),
  numeric({ kind: "ratio", standard: "3", cap: "1.5", floor: "0" }, 0, 5, 1),
  numeric({ kind: "ratio", standard: "3" }, -1, 4, 1),
  numeric({ kind: "ratio", standard: "3", better: "lower", cap: "2" }, 0, 5, 1),
  numeric({ kind: "ratio", standard: "3", better: "lower", relativeScale: 1 }, 1, 5, 0.5),
  numeric({ kind: "share" }, 0, 1, 0.2),
  numeric(
    {
      kind: "interpolate",
      knots: [
        { at: "0", share: "0.2" },
        { at: "2", share: "1" },
        { at: "4", share: "0.1" },
      ],
    },
    -1,
    5,
    1,
  ),
  numeric(
    {
      kind: "bands",
      bands: [
        { from: null, share: "1" },
        { from: "1", share: "0.3" },
        { from: "3", share: "0.8" },
      ],
    },
    0,
    4,
    1,
  ),
  numeric({ kind: "standard-score", standard: "2", best: "0", clamp: false }, 0, 4, 1),
];

const indicator = fc.record({
  kind: fc.constantFrom(...KINDS),
  weight: fc.constantFrom("7", "10", "12.5", "20", "33.3"),
  group: fc.constantFrom(undefined, "left", "right"),
  missing: fc.option(fc.constantFrom(...MISSING_POLICIES), { nil: undefined }),
  fact: fc.constantFrom("known", "known", "known", "unknown", "stale", "invalid", "not-applicable"),
  pick: fc.nat({ max: 59 }),
  isActionable: fc.boolean(),
  cost: fc.constantFrom(undefined, 0, "2.5", 3, 10, { unit: "0.3" }, { unit: 2, change: "1.5" }, { change: 4 }),
});
type Drawn = typeof indicator extends fc.Arbitrary<infer T> ? T : never;

function factOf({ kind, fact, pick }: Drawn): unknown {
  const value = kind.values[pick % kind.values.length];
  if (fact === "known") return value;
  if (fact === "stale") return { value, observedAt: "2020-01-01" };
  if (fact === "invalid") return { value, verified: "maybe" };
  return fact === "unknown" ? null : { notApplicable: true };
}

function costOf({ kind, cost }: Drawn): unknown {
  const isNumber = !("options" in kind.draft) && kind.draft["kind"] !== "flag";
  if (typeof cost !== "object" || isNumber || !("unit" in cost)) return cost;
  return kind.draft["kind"] === "flag"
    ? { options: { true: 5, false: "0.5" } }
    : { change: 2, options: { all: "7.25" } };
}

function indicatorOf({ kind, weight, group, missing }: Drawn): unknown {
  const isStandardScore = kind.draft["kind"] === "standard-score";
  const bounds = isStandardScore ? { max: String(Number(weight) + 5), min: "2" } : {};
  return { ...kind.draft, ...bounds, weight, group, missing, maxAgeDays: 365 };
}

/** Any goal on a small scorecard of at most `most` indicators. */
export function goalCases(most: number): fc.Arbitrary<GoalCase> {
  return fc
    .record({
      drawn: fc.array(indicator, { minLength: 1, maxLength: most }),
      scale: fc.constantFrom(0, 1, 2, 4),
      max: fc.option(fc.constantFrom("5", "15", "30"), { nil: undefined }),
      missing: fc.constantFrom(...MISSING_POLICIES),
      cuts: fc.constantFrom([85, 60, 30], [50, 0, -5], [20.25, 10, 0], [0, -1, -20], [95, 94.5, 94]),
      picks: fc.array(fc.nat({ max: 120 }), { maxLength: 3 }),
      grade: fc.constantFrom("A", "A", "B", "C", "D"),
    })
    .map(({ drawn, scale, max, missing, cuts, picks, grade }): GoalCase | undefined => {
      const total = drawn.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));
      const share = (cut: number): string => total.times(cut).dividedBy(100).toDecimalPlaces(3).toString();
      const { scorecard: card } = checkScorecard({
        id: "any",
        version: "1",
        total: total.toString(),
        scale: Math.max(scale, 1),
        missing,
        groups: { left: { max }, right: {} },
        indicators: Object.fromEntries(drawn.map((one, index) => [`i${index}`, indicatorOf(one)])),
        limits: limitsOf(drawn, picks),
        grades: [...cuts.map((cut, index) => ({ grade: "ABC"[index], from: share(cut) })), { grade: "D", from: null }],
      });
      if (card === undefined) return undefined;
      const each = <T>(of: (one: Drawn) => T): Record<string, T> =>
        Object.fromEntries(drawn.map((one, index) => [`i${index}`, of(one)]));
      const actionable = Object.keys(card.indicators).filter(
        (_, index) => drawn[index]?.isActionable !== false || index === 0,
      );
      return {
        card,
        facts: each(factOf) as Facts,
        options: {
          grade,
          asOf: AS_OF,
          actionable,
          limits: each(({ kind }) => kind.reach),
          costs: each(costOf),
        } as GoalOptions,
      };
    })
    .filter((made) => made !== undefined);
}

function limitsOf(drawn: readonly Drawn[], picks: readonly number[]): unknown[] {
  return picks.map((pick) => {
    const at = pick % drawn.length;
    const grade = "BCD"[pick % 3];
    const id = { indicator: `i${at}` };
    if (pick % 7 === 0) return { when: { ...id, known: false }, grade };
    return { when: { ...id, ...drawn[at]?.kind.condition(pick) }, grade };
  });
}

/** What the best plans cost, by trying everything with `evaluate`. */
export interface Found {
  readonly cheapest: readonly [cost: string, count: number];
  readonly fewest: readonly [count: number, cost: string];
}

interface Tried {
  readonly facts: Facts;
  readonly cost: Decimal;
  readonly count: number;
}

/** The cost of a change, in decimal.js. */
function priceOf({ card, options, facts }: GoalCase, id: string, to: Value): Decimal {
  const cost = (options.costs?.[id] ?? 1) as unknown;
  if (typeof cost !== "object" || cost === null) return new Decimal(cost as string);
  const {
    change,
    unit,
    options: byOption,
  } = cost as { change?: string; unit?: string; options?: Record<string, string> };
  const actual = evaluate(card, facts, { asOf: AS_OF }).indicators[id]?.actual ?? null;
  const own = byOption?.[String(to)];
  if (own !== undefined) return new Decimal(own);
  const way =
    unit === undefined || actual === null ? new Decimal(0) : new Decimal(String(to)).minus(String(actual)).abs();
  return new Decimal(change ?? (unit === undefined ? 1 : 0)).plus(way.times(unit ?? 0));
}

/** The values that the case's limits allow. */
function valuesOf({ card, options }: GoalCase, id: string): readonly Value[] {
  const indicator = card.indicators[id] as Scorecard["indicators"][string];
  const {
    least,
    most,
    step,
    options: answers,
  } = (options.limits?.[id] ?? {}) as {
    readonly [K in "least" | "most" | "step"]?: string;
  } & { readonly options?: readonly Value[] };
  if (indicator.kind === "flag") return answers ?? [true, false];
  if (indicator.kind === "choice") return answers ?? Object.keys(indicator.options);
  return range(Number(least), Number(most), Number(step));
}

/** Tries everything; `null` where nothing reaches the grade. */
export function bruteForce(one: GoalCase): Found | null {
  const { card, facts, options } = one;
  let tries: Tried[] = [{ facts, cost: new Decimal(0), count: 0 }];
  const { indicators } = evaluate(card, facts, { asOf: AS_OF });
  for (const id of options.actionable ?? []) {
    if (indicators[id]?.status === "not-applicable") continue;
    const isKnown = indicators[id]?.status === "known";
    const changes = valuesOf(one, id)
      .filter((value) => !(isKnown && String(value) === String(indicators[id]?.actual)))
      .map((value) => [value, priceOf(one, id, value)] as const);
    tries = tries.flatMap((tried) => [
      tried,
      ...changes.map(([value, price]) => ({
        facts: { ...tried.facts, [id]: { value, observedAt: AS_OF } },
        cost: tried.cost.plus(price),
        count: tried.count + 1,
      })),
    ]);
  }
  const order = card.grades.map(({ grade }) => grade);
  const good = tries.filter(({ facts: made }) => {
    const { grade } = evaluate(card, made, { asOf: AS_OF });
    return grade !== null && order.indexOf(grade) <= order.indexOf(options.grade);
  });
  const [first] = good;
  if (first === undefined) return null;
  const cheapest = good.reduce(
    (best, next) => ((next.cost.cmp(best.cost) || next.count - best.count) < 0 ? next : best),
    first,
  );
  const fewest = good.reduce(
    (best, next) => ((next.count - best.count || next.cost.cmp(best.cost)) < 0 ? next : best),
    first,
  );
  return {
    cheapest: [cheapest.cost.toString(), cheapest.count],
    fewest: [fewest.count, fewest.cost.toString()],
  };
}
