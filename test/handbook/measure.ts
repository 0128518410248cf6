import type { Indicator, Scorecard } from "keyaccount";

/** What an indicator measures against, in the short form that docs/handbook-scorecards.md uses. */
export function measureOf(indicator: Indicator): string {
  switch (indicator.kind) {
    case "ratio":
      return `${indicator.standard}${indicator.better === "lower" ? ", lower is better" : ""}; × ${indicator.floor ?? "−∞"} … ${indicator.cap ?? "∞"}`;
    case "standard-score":
      return `${indicator.standard}; best ${indicator.best}; points ${indicator.min} … ${indicator.max}`;
    case "interpolate":
      return indicator.knots.map(({ at, share }) => `${at} → ${share}`).join(", ");
    case "bands":
      return indicator.bands.map(({ from, share }) => `${from ?? "less"} → ${share}`).join(", ");
    case "rating":
      return `${indicator.min} … ${indicator.max}`;
    case "choice":
      return Object.entries(indicator.options)
        .map(([code, share]) => `${code} ${share}`)
        .join(", ");
    case "flag":
      return indicator.expect === false ? "no" : "yes";
    case "share":
      return "0 … 1";
  }
}

/** The grades of a scorecard in short form. */
export function gradesOf({ grades }: Scorecard): string {
  return grades.map(({ grade, from }) => (from === null ? `${grade} below` : `${grade} from ${from}`)).join(", ");
}
