/** Languages that are written from right to left, where a tag names no script. */
const LANGUAGES = /^(ar|arc|ckb|dv|fa|glk|he|iw|ji|khw|ks|lrc|mzn|nqo|pnb|prs|ps|sd|syr|ug|ur|yi)$/;
/** Scripts that are. */
const SCRIPTS = /^(adlm|arab|aran|hebr|mand|nkoo|rohg|samr|syrc|thaa)$/;

/** Whether a language is written from right to left: by the script that its tag names (`az-Arab`), else by the language (`ar-EG`). */
export function isRightToLeft(tag: string): boolean {
  const [language = "", ...subtags] = tag.toLowerCase().split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  return script === undefined ? LANGUAGES.test(language) : SCRIPTS.test(script);
}
