const SPECIAL = /[\\;；]/g;

/** Members of a list as one text: `; ` between them, a backslash before a semicolon or backslash in them. */
export function joinList(members: readonly string[]): string {
  return members.map((member) => member.replace(SPECIAL, "\\$&")).join("; ");
}

/** The members of such a text. Semicolons in full width count too, and the space behind one may be missing. */
export function splitList(text: string): string[] {
  const members = [""];
  for (const [part] of text.matchAll(/\\.|[;；] ?|[^\\;；]+|\\/gsu)) {
    if (/^[;；]/.test(part)) members.push("");
    else members[members.length - 1] += part.length > 1 && part.startsWith("\\") ? part.slice(1) : part;
  }
  return members;
}
