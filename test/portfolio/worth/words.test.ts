import {
  DEVELOPMENT_INPUTS,
  EFFORT_DECISIONS,
  EFFORT_REASONS,
  ENTHUSIASM_PHASES,
  ENTHUSIASM_REASONS,
  LIFETIME_HORIZONS,
  LIFETIME_INPUTS,
  LIFETIME_LEVERS,
  LIFETIME_TIMINGS,
  NEED_KINDS,
  NEED_STATUSES,
  STAGE_LIKELIHOODS,
  TOUCH_SIDES,
  WORTH_PARTS,
  WORTH_REASONS,
  WORTH_VERDICTS,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { MILESTONES } from "../../../src/ground/vocabulary.js";
import type { WordTable } from "../../../src/ground/words.js";
import { paramsOf } from "../../../src/locale/fill.js";

const lists = {
  lifetimeTimings: LIFETIME_TIMINGS,
  lifetimeHorizons: LIFETIME_HORIZONS,
  lifetimeInputs: LIFETIME_INPUTS,
  lifetimeLevers: LIFETIME_LEVERS,
  developmentInputs: DEVELOPMENT_INPUTS,
  worthParts: WORTH_PARTS,
  worthVerdicts: WORTH_VERDICTS,
  worthReasons: WORTH_REASONS,
  effortDecisions: EFFORT_DECISIONS,
  effortReasons: EFFORT_REASONS,
  touchSides: TOUCH_SIDES,
  needKinds: NEED_KINDS,
  needStatuses: NEED_STATUSES,
  enthusiasmPhases: ENTHUSIASM_PHASES,
  enthusiasmReasons: ENTHUSIASM_REASONS,
};

/** What each reason carries. */
const params: Record<string, string> = {
  "above-minimum": "high low minimum",
  "not-above-minimum": "high low minimum",
  "not-above-minimum-even-if-won": "ifWon minimum",
  "likely-enough": "neededProbability probability",
  "not-likely-enough": "neededProbability probability",
  "pays-back": "payback periods",
  "pays-back-too-late": "payback periods",
  "never-pays-back": "perPeriod",
  "unknown-matters": "input",
  "spent-above-limit": "amount expectedValue limit",
  "to-come-above-limit": "amount expectedValue limit",
  "within-limits": "amount expectedValue limit",
  "brings-nothing": "expectedValue",
  stalled: "contacts most stage",
  "costs-unknown": "contacts",
  "needs-outrun-touches": "needs since touches",
  "touches-fell": "after before",
  "answers-late": "answered late",
  "needs-overdue": "needs overdue",
  "answers-unknown": "needs unknown",
};

describe.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("%s", (tag, locale) => {
  test.each(Object.entries(lists))(
    "%s: every code has its word, and no other; codes can be told apart",
    (table, codes) => {
      const words = (locale as unknown as Record<string, WordTable>)[table] ?? {};
      expect(Object.keys(words)).toEqual([...codes]);
      expect(new Set(Object.values(words)).size).toBe(codes.length);
      if (tag === "zh-CN") for (const word of Object.values(words)) expect(word).toMatch(/[\u4e00-\u9fff]/);
      for (const [code, word] of Object.entries(words)) {
        expect([...new Set(paramsOf(word))].sort().join(" ")).toBe(
          table.endsWith("Reasons") ? (params[code] ?? "") : "",
        );
      }
    },
  );
});

test("E9 the default stages are the handbook's milestones, whose words the models' list has", () => {
  expect(STAGE_LIKELIHOODS.map(({ stage }) => stage)).toEqual([...MILESTONES]);
});
