import type { ExperienceWarningOptions } from "./result.js";
import type { ExperienceWarningRule } from "./rule.js";

/** The rules apart from what `classifyExperience` takes too. */
export function splitRules<S>(options: ExperienceWarningOptions<S>): {
  readonly rules: readonly ExperienceWarningRule<S>[] | undefined;
  readonly base: unknown;
} {
  try {
    const { rules, ...base } = options;
    return { rules, base: Array.isArray(options) ? options : base };
  } catch {
    return { rules: undefined, base: options };
  }
}
