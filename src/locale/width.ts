type Range = readonly [first: number, last: number];

/**
 * Blocks whose characters take two columns: classes W and F of Unicode Standard Annex #11, East Asian Width (Unicode
 * 16), by whole blocks. Class A (ambiguous, such as `…` and `×`) counts as one, as the annex advises outside of legacy
 * encodings.
 */
const WIDE: readonly Range[] = [
  [0x1100, 0x115f], // Hangul Jamo, leading consonants
  [0x2e80, 0x303e], // CJK radicals, ideographic description, CJK punctuation
  [0x3041, 0xa4cf], // Kana, Bopomofo, Hangul compatibility, CJK, Yi
  [0xa960, 0xa97f], // Hangul Jamo extended A
  [0xac00, 0xd7a3], // Hangul syllables
  [0xf900, 0xfaff], // CJK compatibility ideographs
  [0xfe10, 0xfe19], // vertical forms
  [0xfe30, 0xfe6f], // CJK compatibility forms, small forms
  [0xff01, 0xff60], // fullwidth forms
  [0xffe0, 0xffe6], // fullwidth signs
  [0x16fe0, 0x18dff], // Tangut, Khitan
  [0x1aff0, 0x1b2ff], // Kana supplements, Nüshu
  [0x1f300, 0x1f64f], // pictographs, emoticons
  [0x1f680, 0x1f6ff], // transport and map symbols
  [0x1f900, 0x1f9ff], // supplemental pictographs
  [0x1fa70, 0x1faff], // pictographs extended A
  [0x20000, 0x3fffd], // CJK extensions B …
];

/** Characters that take no column: they join or change the one before. */
const ZERO: readonly Range[] = [
  [0x0300, 0x036f], // combining diacritical marks
  [0x1ab0, 0x1aff], // … extended
  [0x1dc0, 0x1dff], // … supplement
  [0x200c, 0x200d], // joiners
  [0x20d0, 0x20ff], // … for symbols
  [0xfe00, 0xfe0f], // variation selectors
  [0xfe20, 0xfe2f], // combining half marks
  [0xe0100, 0xe01ef], // variation selectors supplement
];

/**
 * Columns that a text takes in a fixed-width font: 2 for East Asian wide and fullwidth characters, 0 for combining
 * ones, 1 for others.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(Number(character.codePointAt(0)));
  return width;
}

function widthOf(code: number): number {
  if (isIn(ZERO, code)) return 0;
  return isIn(WIDE, code) ? 2 : 1;
}

function isIn(ranges: readonly Range[], code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}
