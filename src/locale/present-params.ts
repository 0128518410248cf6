/** The parameters that there are. */
export function present(params: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
  );
}
