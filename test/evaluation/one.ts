import { defineScorecard, type Evaluation, evaluate, type IndicatorDefinition, type IndicatorResult } from "keyaccount";

type Unweighed = IndicatorDefinition extends infer D ? (D extends unknown ? Omit<D, "weight"> : never) : never;

/** How one indicator alone, of weight 100 unless told, judges one fact. */
export function judgeOne(
  indicator: Unweighed & { readonly weight?: string },
  fact: unknown,
  options: { readonly scale?: number; readonly asOf?: string } = {},
): { readonly row: IndicatorResult; readonly result: Evaluation } {
  const { weight = "100" } = indicator;
  const card = defineScorecard({
    id: "one",
    version: "1",
    total: weight,
    scale: options.scale ?? 4,
    indicators: { it: { ...indicator, weight } },
    grades: [{ grade: "any", from: null }],
  });
  const result = evaluate(card, { it: fact as never }, { asOf: options.asOf });
  return { row: result.indicators.it, result };
}

/** The points of one fact. */
export function pointsOf(...args: Parameters<typeof judgeOne>): number | null {
  return judgeOne(...args).row.points;
}
