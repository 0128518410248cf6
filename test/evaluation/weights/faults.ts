import { isKeyAccountError } from "keyaccount";

/** The issues that a call throws, as `path: code`; none where it throws nothing. Any other error goes on. */
export function faultsOf(run: () => unknown): string[] {
  return issuesOf(run).map(({ code, path }) => `${path.join(".")}: ${code}`);
}

/** The issues that a call throws. */
export function issuesOf(
  run: () => unknown,
): readonly { readonly code: string; readonly path: readonly (string | number)[]; readonly details: object }[] {
  try {
    run();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues;
    throw error;
  }
  return [];
}

/** The exact sum of decimals with at most nine places. */
export function exactSum(weights: Readonly<Record<string, string>>): bigint {
  return Object.values(weights).reduce((sum, text) => {
    const [whole = "", decimals = ""] = text.split(".");
    return sum + BigInt(whole + decimals.padEnd(9, "0"));
  }, 0n);
}
