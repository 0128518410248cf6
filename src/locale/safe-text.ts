/**
 * Characters that act instead of being seen, in ids and values that a host passes on from others: C0 and C1 controls
 * (line ends, the ESC of terminal sequences), soft hyphen, bidirectional marks and overrides, zero-width space, line
 * and paragraph separators, invisible operators, byte order mark, tags, lone surrogates. The joiners U+200C and U+200D
 * stay: several scripts are written with them.
 */
const ACTIVE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

/** The text with every such character written out, as `\u{1b}`: one line that shows all it holds. */
export function safeText(text: string): string {
  return text.replace(ACTIVE, (character) => `\\u{${Number(character.codePointAt(0)).toString(16)}}`);
}
