/**
 * What can be seen of a text: anything but white space (in every script's form, the full-width space of Chinese input as well), controls, and characters that show nothing, such as the zero-width space and
 * the fillers of Hangul and Braille.
 */
export const VISIBLE: RegExp =
  /[^\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\s\u0000-\u001f\u007f-\u009f\u00ad\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]/;

/** Whether nothing of a text can be seen. Most texts begin with a letter or digit of ASCII, which is told without the pattern. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !((first > 32 && first < 127) || VISIBLE.test(text));
}

/** Whether a text begins or ends with what can't be seen: as an id it would look like another. */
export function hasBlankEdge(text: string): boolean {
  return isBlank(text.slice(0, 1)) || isBlank(text.slice(-1));
}
