import type { ExperienceModelIssue, Path } from "../ground/issue.js";
import { exactly } from "../ground/numeral.js";
import { compare, type Rational, times } from "../ground/rational.js";
import { type ByStage, EXPERIENCE_STAGES, type ExperienceModel, type ExperienceStage } from "./model.js";

/** Pairs of stages that follow each other. */
const NEIGHBOURS: readonly (readonly [ExperienceStage, ExperienceStage])[] = [
  ["generalist", "in-transition"],
  ["in-transition", "specialist"],
];

/**
 * Whether a higher level speaks at least as much for the later of two stages as a lower one does (monotone likelihood ratio), and whether
 * the later stage leads at least as far. Both together make the law hold that a stronger signal never moves a client back, then or later
 * (Karlin and Rubin 1956; for filters: Krishnamurthy, Partially Observed Markov Decision Processes, 2016, chapter 10). As no
 * probability is 0, neighbouring pairs are enough.
 */
export function checkMonotone(model: ExperienceModel, issues: ExperienceModelIssue[]): void {
  for (const [id, { levels, likelihoods }] of Object.entries(model.signals)) {
    const rows = stageRows(likelihoods, levels);
    eachStep(rows, (stage, next, place) => {
      const [lower, higher] = [levels[place] as string, levels[place + 1] as string];
      const path = ["signals", id, "likelihoods", next, higher];
      issues.push({ code: "levels-not-monotone", path, details: { lower, higher, stage, next } });
    });
  }
  const reported = new Set<string>();
  eachStep(stageRows(model.transitions, EXPERIENCE_STAGES), (stage, next) => {
    if (reported.has(next)) return;
    reported.add(next);
    const path: Path = ["transitions", next];
    issues.push({ code: "transitions-not-monotone", path, details: { stage, next } });
  });
}

type Rows = ByStage<readonly Rational[]>;

function stageRows(table: ByStage<Readonly<Record<string, string>>>, keys: readonly string[]): Rows {
  const row = (stage: ExperienceStage): Rational[] => keys.map((key) => exactly(table[stage][key] as string));
  return { generalist: row("generalist"), "in-transition": row("in-transition"), specialist: row("specialist") };
}

/** Reports each place where the ratio of the later stage's row to the earlier one's falls. */
function eachStep(rows: Rows, report: (stage: ExperienceStage, next: ExperienceStage, place: number) => void): void {
  for (const [stage, next] of NEIGHBOURS) {
    const [earlier, later] = [rows[stage], rows[next]];
    for (let place = 0; place + 1 < earlier.length; place += 1) {
      const [a, b] = [earlier[place] as Rational, earlier[place + 1] as Rational];
      const [c, d] = [later[place] as Rational, later[place + 1] as Rational];
      if (compare(times(a, d), times(b, c)) < 0) report(stage, next, place);
    }
  }
}
