/**
 * What spreadsheets could take for a formula: `=`, `+`, `-` or `@`, also in full or small width, a tab or a line end, each also behind white space and
 * characters that nobody sees, which some programs drop. Apostrophes before it are part of the pattern, so that guarding can be undone.
 */
const ACTIVE = /^'*[\s\p{C}]*[\t\r\n=+\-@＝＋－＠﹦﹢﹣﹫]/u;

/**
 * Makes a text safe for a spreadsheet: an apostrophe before what would be a formula, or before one of the marks that stand for something else. A
 * text that is such a thing behind apostrophes already gets one more, so that {@link unguard} gives back every text as it was.
 */
export function guard(text: string, marks: readonly string[]): string {
  return isActive(text, marks) ? `'${text}` : text;
}

/** Takes off the apostrophe that {@link guard} set; other apostrophes stay. */
export function unguard(text: string, marks: readonly string[]): string {
  return text.startsWith("'") && isActive(text, marks) ? text.slice(1) : text;
}

function isActive(text: string, marks: readonly string[]): boolean {
  return ACTIVE.test(text) || marks.includes(text.replace(/^'+/, ""));
}
