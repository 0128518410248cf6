import { type Options, type Rule, RuleEngine } from "node-rules";
import type { BenchFacts } from "../subject.js";
import { type Answer, GROUPS, IDS, type Judge, type Loss, WEIGHTS } from "./rival.js";
import { round, SHARES } from "./shares.js";

/** The fact that the rules work on: the client's facts, and what they have found so far. */
interface Session extends BenchFacts {
  readonly points: Record<string, number>;
  readonly reasons: Loss[];
  readonly strengths: Loss[];
  score?: number;
  grade?: string;
}

/** A rule in the engine's own form: both halves are functions of the host's, and the second says how to go on. */
const rule = (when: (session: Session) => boolean, then: (session: Session) => void, isLast = false): Rule => ({
  condition: (engine, fact) => {
    engine.when(when(fact as Session));
  },
  consequence: (engine, fact) => {
    then(fact as Session);
    if (isLast) engine.stop();
    else engine.next();
  },
});

/** What an indicator earns; each rule fires once, as one must that runs in an engine that starts again after every change. */
function scores(id: keyof BenchFacts, explains: boolean): Rule {
  const share = SHARES[id] as (value: unknown) => number;
  return rule(
    ({ points }) => points[id] === undefined,
    (session) => {
      const points = round(WEIGHTS[id] * share(session[id]));
      const lost = round(WEIGHTS[id] - points);
      session.points[id] = points;
      if (explains) (lost > 0 ? session.reasons : session.strengths).push({ indicator: id, lost });
    },
  );
}

function scoreOf(points: Readonly<Record<string, number>>): number {
  let [finance, others] = [0, 0];
  for (const id of IDS) {
    if (GROUPS.finance.some((member) => member === id)) finance += points[id] ?? NaN;
    else others += points[id] ?? NaN;
  }
  return round(Math.min(finance, 40) + others);
}

const total = rule(
  ({ score }) => score === undefined,
  (session) => {
    session.score = scoreOf(session.points);
    session.reasons.sort((a, b) => b.lost - a.lost);
  },
);

const grades = (grade: string, when: (score: number, session: Session) => boolean): Rule =>
  rule(
    (session) => when(session.score ?? NaN, session),
    (session) => {
      session.grade = grade;
    },
    true,
  );

const GRADES = [
  grades("D", (score) => score < 50),
  grades("C", (score, { collectionDays }) => score < 70 || collectionDays > 120),
  grades("B", (score) => score < 85),
  grades("A", () => true),
];

function judgeOf(explains: boolean, options: Options): Judge {
  const engine = new RuleEngine([...IDS.map((id) => scores(id, explains)), total, ...GRADES], options);
  return async (facts) =>
    new Promise((resolve) => {
      engine.execute({ ...facts, points: {}, reasons: [], strengths: [] }, (session) => {
        resolve(answerOf(session as Session, explains));
      });
    });
}

function answerOf({ points, score, grade, reasons }: Session, explains: boolean): Answer {
  const answer = { points, score: score ?? NaN, grade: String(grade) };
  return explains ? { ...answer, reasons } : answer;
}

/** Points, score and grade. The engine is told that no rule depends on an earlier one's changes, its fastest way. */
export const nodeRulesShortest = (): Judge => judgeOf(false, { ignoreFactChanges: true });

/** The same, and where points were lost and kept. */
export const nodeRulesExplained = (): Judge => judgeOf(true, { ignoreFactChanges: true });

/** The same with the engine's default, forward chaining: after a rule has changed the fact, all rules are asked again. */
export const nodeRulesChained = (): Judge => judgeOf(true, {});
