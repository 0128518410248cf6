import type { ArgumentIssue, Path, PortfolioIssue } from "../../ground/issue.js";
import { isNumeral } from "../../ground/numeral.js";
import { show } from "../../ground/show.js";

const MOST = { latitude: 90, longitude: 180 } as const;

/** Decimal degrees as the nearest double; `null` where there are none, with an issue. */
export function readDegrees(
  value: unknown,
  axis: keyof typeof MOST,
  path: Path,
  issues: (ArgumentIssue | PortfolioIssue)[],
): number | null {
  if (value === undefined || value === null) {
    issues.push({ code: "required", path, details: {} });
    return null;
  }
  if ((typeof value !== "string" && typeof value !== "number") || !isNumeral(String(value))) {
    issues.push({ code: "not-a-decimal", path, details: { received: show(value) } });
    return null;
  }
  const [degrees, most] = [Number(value), MOST[axis]];
  if (degrees >= -most && degrees <= most) return degrees;
  issues.push({ code: "out-of-range", path, details: { received: show(value), least: -most, most } });
  return null;
}
