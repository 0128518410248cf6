import fc from "fast-check";
import {
  compareEvaluations,
  type Evaluation,
  type EvaluationComparison,
  evaluate,
  type Facts,
  MISSING_POLICIES,
  reweigh,
  type Scorecard,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { checkScorecard } from "../../../src/evaluation/definition/check.js";
import { twice } from "./arbitrary.js";
import { bruteForce, fraction, rounded, type World } from "./oracle.js";

const RUNS = { numRuns: 200 };
const LARGEST = 7;

const partsByKey = ({ parts, scale }: EvaluationComparison): Map<string, bigint> =>
  new Map(
    parts.map(({ code, indicator, points }) => [
      indicator === null ? `c ${code}` : `i ${indicator}`,
      fraction(points ?? NaN, scale),
    ]),
  );

function expectOracle(comparison: EvaluationComparison, before: Evaluation, after: Evaluation, world: World): void {
  const causes = comparison.parts
    .filter(({ code }) => code !== "limits" && code !== "grades")
    .map(({ code, indicator }) => (indicator === null ? `c ${code}` : `i ${indicator}`))
    .sort();
  if (causes.length > LARGEST || comparison.change === null) return;
  const exact = bruteForce(causes, world);
  expect(comparison.method).toBe(exact === null ? "proportional" : "shapley");
  if (exact === null) return;
  const { scale } = comparison;
  const target = fraction(after.score ?? NaN, scale) - fraction(before.score ?? NaN, scale);
  expect(partsByKey(comparison)).toEqual(
    new Map([...partsByKey(comparison).keys()].map((key) => [key, rounded(target, exact).get(key) ?? 0n])),
  );
}

describe("C3.2 the parts are the Shapley value", { timeout: 60_000 }, () => {
  test("C3.2 of one scorecard: equal to brute force over all sets of changed facts, to the tick", () => {
    fc.assert(
      fc.property(twice, ({ card, before, after }) => {
        const [early, late] = [evaluate(card, before), evaluate(card, after)];
        const comparison = compareEvaluations(early, late);
        expectOracle(comparison, early, late, (come) => ({
          card,
          facts: Object.fromEntries(
            Object.keys(card.indicators).map((id) => [id, come.has(`i ${id}`) ? after[id] : before[id]]),
          ) as Facts,
        }));
      }),
      RUNS,
    );
  });

  test("C3.2 of two scorecards: weights, definition and missing policy are causes beside the facts", () => {
    fc.assert(
      fc.property(
        twice.chain((whole) => fc.tuple(fc.constant(whole), successor(whole.card))),
        ([{ card, before, after }, { other, mix }]) => {
          const [early, late] = [evaluate(card, before), evaluate(other, after)];
          const comparison = compareEvaluations(early, late, { scorecards: [card, other] });
          expectOracle(comparison, early, late, (come) => ({
            card: mix(come),
            facts: Object.fromEntries(
              Object.keys(card.indicators).map((id) => [id, isLate(comparison, come, id) ? after[id] : before[id]]),
            ) as Facts,
          }));
        },
      ),
      RUNS,
    );
  });
});

const isLate = (comparison: EvaluationComparison, come: ReadonlySet<string>, id: string): boolean =>
  come.has(`i ${id}`) || !comparison.parts.some(({ indicator }) => indicator === id);

interface Successor {
  readonly other: Scorecard;
  /** The scorecard with those changes that have come. */
  readonly mix: (come: ReadonlySet<string>) => Scorecard;
}

/** A scorecard with some other weights, policies, flags and caps. */
function successor(card: Scorecard): fc.Arbitrary<Successor> {
  const ids = Object.keys(card.indicators);
  return fc
    .record({
      turned: fc.boolean(),
      policies: fc.option(
        fc.array(fc.constantFrom(...MISSING_POLICIES), { minLength: ids.length, maxLength: ids.length }),
      ),
      redefined: fc.subarray(ids),
      cap: fc.option(fc.integer({ min: 1, max: 60 }).map(String)),
    })
    .map(({ turned, policies, redefined, cap }) => {
      const weights = ids.map((id) => card.indicators[id]?.weight ?? "");
      const turn = Object.fromEntries(ids.map((id, place) => [id, weights[(place + 1) % ids.length] ?? ""]));
      const mix = (come: (code: string) => boolean): Scorecard | undefined => {
        const redefine = come("definition");
        const base = checkScorecard({
          ...card,
          groups: redefine && cap !== null ? { ...card.groups, left: { max: cap } } : card.groups,
          indicators: Object.fromEntries(
            ids.map((id, place) => {
              const own = card.indicators[id] as object;
              const policy = come("missing-policy") ? policies?.[place] : undefined;
              return [
                id,
                {
                  ...own,
                  ...(redefine && redefined.includes(id) ? twist(own) : {}),
                  ...(policy ? { missing: policy } : {}),
                },
              ];
            }),
          ),
          grades: [{ grade: "A", from: null }],
          limits: [],
        }).scorecard;
        return base && (come("weights") && turned ? reweigh(base, turn) : base);
      };
      const worlds = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => {
        const names = ["weights", "definition", "missing-policy"].filter((_, bit) => (bits >> bit) % 2 === 1);
        try {
          return mix((code) => names.includes(code));
        } catch {
          return undefined;
        }
      });
      return { other: worlds[7], worlds, mix };
    })
    .filter(({ worlds }) => worlds.every((world) => world !== undefined))
    .map(({ other, mix }) => ({
      other: other as Scorecard,
      mix: (come) => mix((code) => come.has(`c ${code}`)) as Scorecard,
    }));
}

/** Another definition of the same kind. */
function twist(indicator: object): object {
  const known = indicator as Readonly<Record<string, unknown>>;
  switch (known["kind"]) {
    case "flag":
      return { expect: known["expect"] === false };
    case "choice":
      return { options: { none: "0.1", some: "0.5", all: "0.9" } };
    case "rating":
      return { max: "6" };
    case "ratio":
      return { standard: String(Number(known["standard"]) + 1), group: "left" };
    default:
      return { group: "left" };
  }
}
