import { evaluateExperience, experienceWarnings, type LabelledHistory } from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";

type Stage = "generalist" | "specialist";

/** Mulberry32: the same draws on every engine. */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function levelOf(levels: readonly string[], likelihoods: Readonly<Record<string, string>>, draw: number): string {
  let rest = draw;
  for (const level of levels) {
    rest -= Number(likelihoods[level]);
    if (rest < 0) return level;
  }
  throw new Error("likelihoods sum to one");
}

/** 200 clients that stay at one stage for three years, seen every second month, half of the signals each time, as the handbook's likelihoods have it. */
function standing(stage: Stage): LabelledHistory[] {
  const draw = drawsFrom(7);
  return Array.from({ length: 200 }, (_, client) => {
    const observations = Array.from({ length: 18 }, (__, time) => {
      const month = String(((time * 2) % 12) + 1).padStart(2, "0");
      const levels = Object.entries(experienceModel.signals).flatMap(([id, signal]) =>
        draw() < 0.5 ? [[id, levelOf(signal.levels, signal.likelihoods[stage], draw())]] : [],
      );
      return { at: `${String(2020 + Math.floor(time / 6))}-${month}-10`, levels: Object.fromEntries(levels) as object };
    });
    const { warnings } = experienceWarnings({ observations }, { asOf: "2022-12-31" });
    const labels = [{ from: "2020-01-01", stage }];
    return { client: `c-${String(client)}`, observations, labels, until: "2022-12-31", warnings };
  });
}

describe("B2.9 false warnings of clients that stand still, by the handbook's own likelihoods", () => {
  test.each<[Stage, number]>([
    ["specialist", 0.56],
    ["generalist", 0.3],
  ])("B2.9 a standing %s: fewer than %d a client-year", (stage, most) => {
    const { falseAlarmsPerClientYear, clientYears } = evaluateExperience(experienceModel, standing(stage)).warnings;
    expect(clientYears).toBeGreaterThan(399);
    expect(falseAlarmsPerClientYear).toBeGreaterThan(0.1);
    expect(falseAlarmsPerClientYear).toBeLessThan(most);
  });
});
