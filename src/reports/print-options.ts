import { ownFields } from "./own-fields.js";
import { checkWords, type FormWords } from "./words.js";

/** How filled forms are written for people. */
export interface FormTextOptions {
  /** The language of names, labels and codes. */
  readonly locale: FormWords;
}

/** Reads the options; throws their faults. */
export function readLocale(options: unknown): FormWords {
  const { locale } = ownFields(options, ["locale"]);
  checkWords(locale, ["locale"]);
  return locale as FormWords;
}
