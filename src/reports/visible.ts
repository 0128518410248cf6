/** Characters that act instead of being seen, but for tabs and line ends: controls, and marks that turn the direction of writing. */
const ACTIVE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The text with every such character written out, as `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(ACTIVE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
