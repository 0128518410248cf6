import { exactly, middle } from "../../ground/numeral.js";
import { greatest, least, ONE, over, type Rational, ZERO } from "../../ground/rational.js";
import type { Indicator } from "./kinds.js";

/** Exact shares of the weight that an indicator's facts can earn. */
export interface ShareRange {
  /** The bounds of all possible facts; `null`: none. */
  readonly least: Rational | null;
  readonly most: Rational | null;
  /** What an unknown fact earns under the policies `worst` and `neutral`. */
  readonly worst: Rational;
  readonly neutral: Rational;
}

/** The range of an indicator's shares. */
export function shareRange(indicator: Indicator): ShareRange {
  switch (indicator.kind) {
    case "ratio":
      return ratioRange(indicator);
    case "standard-score": {
      const [low, high] = [indicator.min, indicator.max].map((points) =>
        over(exactly(points), exactly(indicator.weight)),
      ) as [Rational, Rational];
      return indicator.clamp === false
        ? { least: null, most: null, worst: low, neutral: ONE }
        : { least: low, most: high, worst: low, neutral: ONE };
    }
    case "interpolate": {
      const range = rangeOf(indicator.knots.map(({ share }) => share));
      return indicator.beyond === "extend" ? { ...range, least: null, most: null } : range;
    }
    case "bands":
      return rangeOf(indicator.bands.map(({ share }) => share));
    case "choice":
      return rangeOf(Object.values(indicator.options));
    default:
      return rangeOf(["0", "1"]);
  }
}

function ratioRange({ better, cap, floor }: Extract<Indicator, { kind: "ratio" }>): ShareRange {
  const held = (share: Rational): Rational => {
    const raised = floor === undefined ? share : greatest(share, exactly(floor));
    return cap === undefined ? raised : least(raised, exactly(cap));
  };
  const worst = floor === undefined || better === "lower" ? held(ZERO) : exactly(floor);
  return {
    least: floor === undefined && better !== "lower" ? null : worst,
    most: cap === undefined ? null : exactly(cap),
    worst,
    neutral: held(ONE),
  };
}

function rangeOf(shares: readonly string[]): ShareRange {
  const [first = ZERO, ...others] = shares.map(exactly);
  const low = others.reduce(least, first);
  const high = others.reduce(greatest, first);
  return { least: low, most: high, worst: low, neutral: middle(low, high) };
}
