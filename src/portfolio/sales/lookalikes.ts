/** Of sorted ids, those that differ only in case, spaces around them, zeros in front or `.0` at the end. */
export function lookalikesOf(ids: readonly string[]): string[][] {
  const byLook = new Map<string, string[]>();
  for (const id of ids) {
    const look = lookOf(id);
    const group = byLook.get(look);
    if (group === undefined) byLook.set(look, [id]);
    else group.push(id);
  }
  return [...byLook.values()].filter(({ length }) => length > 1);
}

function lookOf(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/, "")
    .replace(/\.0+$/, "");
}
