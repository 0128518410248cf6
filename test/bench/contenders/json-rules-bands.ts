import { Engine, type RuleProperties } from "json-rules-engine";
import type { BenchFacts } from "../subject.js";
import { GROUPS, IDS, type Judge, type Loss, WEIGHTS } from "./rival.js";
import { round, SHARES } from "./shares.js";

type Id = keyof BenchFacts;
type Conditions = RuleProperties["conditions"];

/** What the rule of a band says when it fires. */
interface Band extends Loss {
  readonly points: number;
  readonly isFinance: boolean;
}

/** Coarse scoring, as hosts write it. */
export const TEN_BANDS = 10;

/** Where steady indicators begin and cease to change what they earn; each is cut into equal bands between. */
const RANGES: Partial<Record<Id, readonly [number, number]>> = {
  sellThrough: [0, 9],
  collectionDays: [30, 90],
  margin: [-0.048, 0.158],
  debtRatio: [0.402, 0.8],
  afterSales: [1, 5],
  coverage: [0, 1],
  growth: [-0.1, 0.2],
};

/** Others have a few values, a rule for each; `salesReps` has bands on the card itself. */
const VALUES: Partial<{ readonly [K in Id]: readonly BenchFacts[K][] }> = {
  reputation: [1, 2, 3, 4, 5],
  majorBrands: ["none", "some", "exclusive"],
  ownEngineers: [false, true],
  disputes: [false, true],
};

const shareOf = (id: Id, value: unknown): number => (SHARES[id] as (value: unknown) => number)(value);

/** The edges between an indicator's bands, and its two ends. */
function edgesOf(id: Id, bands: number): number[] {
  const [from, to] = RANGES[id] ?? [0, 0];
  return Array.from({ length: bands + 1 }, (_, place) => round(from + ((to - from) * place) / bands));
}

/** How far a band's points, which are those of its middle, may be from the exact ones: half of what the widest band spans. */
export function halfBand(id: Id, bands: number): number {
  if (RANGES[id] === undefined) return 0;
  const shares = edgesOf(id, bands).map((edge) => shareOf(id, edge));
  return (
    (WEIGHTS[id] * Math.max(...shares.slice(1).map((share, place) => Math.abs(share - (shares[place] ?? NaN))))) / 2
  );
}

/** From one edge up to the next; the first band has no lower edge and the last no upper one. */
function between(fact: Id, low: number | undefined, high: number | undefined): Conditions {
  const from = low === undefined ? [] : [{ fact, operator: "greaterThanInclusive", value: low }];
  return { all: high === undefined ? from : [...from, { fact, operator: "lessThan", value: high }] };
}

function rule(id: Id, conditions: Conditions, share: number): RuleProperties {
  const points = round(WEIGHTS[id] * share);
  const isFinance = GROUPS.finance.some((member) => member === id);
  const params = { indicator: id, points, lost: round(WEIGHTS[id] - points), isFinance } satisfies Band;
  return { conditions, event: { type: "band", params } };
}

/** A rule for each band between neighbouring edges, and for the two beyond. */
const bandRules = (id: Id, edges: readonly number[], shares: readonly number[]): RuleProperties[] =>
  shares.map((share, place) => rule(id, between(id, edges[place - 1], edges[place]), share));

function rulesOf(id: Id, bands: number): RuleProperties[] {
  const values = VALUES[id];
  if (values !== undefined) {
    return values.map((value) => rule(id, { all: [{ fact: id, operator: "equal", value }] }, shareOf(id, value)));
  }
  if (id === "salesReps") return bandRules(id, [3, 10], [0, 0.5, 1]);
  const edges = edgesOf(id, bands);
  const shares = edges.map((edge) => shareOf(id, edge));
  const middles = shares.slice(1).map((share, place) => (share + (shares[place] ?? NaN)) / 2);
  return bandRules(id, edges.slice(1, -1), middles);
}

const LATE: RuleProperties = {
  conditions: { all: [{ fact: "collectionDays", operator: "greaterThan", value: 120 }] },
  event: { type: "late" },
};

/** The scorecard as rules, with so many bands for every steady indicator. */
export const rulesWith = (bands: number): RuleProperties[] => [...IDS.flatMap((id) => rulesOf(id, bands)), LATE];

/** How far the sum of all indicators' points may be from the exact score. */
const errorWith = (bands: number): number => IDS.reduce((sum, id) => sum + halfBand(id, bands), 0);

/** The fewest bands with which a score is surely within one point of the exact one. */
export function bandsWithinOnePoint(): number {
  let bands = TEN_BANDS;
  while (errorWith(bands) > 1) bands += 1;
  return bands;
}

function gradeOf(score: number, isLate: boolean): string {
  if (score < 50) return "D";
  if (isLate || score < 70) return "C";
  return score < 85 ? "B" : "A";
}

/** The scorecard as rules, loaded once: a run's events say what every indicator earned and lost; the host adds them up. */
export function bandsExplained(bands: number): Judge {
  const engine = new Engine(rulesWith(bands));
  return async (facts) => {
    const { events } = await engine.run(facts);
    const points: Record<string, number> = {};
    const reasons: Loss[] = [];
    let [finance, others, isLate] = [0, 0, false];
    for (const { type, params } of events) {
      if (type === "late") {
        isLate = true;
        continue;
      }
      const band = params as Band & Record<string, unknown>;
      points[band.indicator] = band.points;
      if (band.isFinance) finance += band.points;
      else others += band.points;
      if (band.lost > 0) reasons.push(band);
    }
    const score = round(Math.min(finance, 40) + others);
    return { points, score, grade: gradeOf(score, isLate), reasons: reasons.sort((a, b) => b.lost - a.lost) };
  };
}
