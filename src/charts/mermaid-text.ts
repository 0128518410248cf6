/** Characters that a diagram may hold as they are: letters, their marks, digits and spaces. */
const PLAIN = /[\p{L}\p{M}\p{N} ]/u;
/** Characters that act instead of being seen: controls, marks of direction, line ends, half characters, private ones. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\s]+/gu;

/**
 * A text in quotes for Mermaid. All that isn't a letter, digit or space becomes an entity code (`#34;`), so that no label can end its quotes, begin Markdown, HTML, a comment or a
 * directive; line ends and unseen characters become a space, and a text longer than `most` ends with an ellipsis.
 */
export function mermaidText(text: string, most = 200): string {
  const characters = Array.from(text.replace(UNSEEN, " ").trim());
  const shown = characters.length > most ? [...characters.slice(0, most), "…"] : characters;
  return shown.map((one) => (PLAIN.test(one) ? one : `#${String(one.codePointAt(0))};`)).join("");
}
