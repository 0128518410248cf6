import type { Form } from "./form.js";
import { ownFields } from "./own-fields.js";
import { readWords } from "./read-words.js";
import type { FormWords } from "./words.js";

/** How filled forms are written for people. */
export interface FormTextOptions {
  /** The language of names, labels and codes. */
  readonly locale: FormWords;
}

/** Reads the options as far as a form needs them; throws their faults. */
export function readLocale(options: unknown, form: Form): FormWords {
  const { locale } = ownFields(options, ["locale"]);
  return readWords(locale, form, ["locale"]);
}
