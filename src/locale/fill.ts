import { type PluralRules, pluralOf } from "./plural.js";

/** What stands for a template's `{name}`. `true` prints as nothing: a part in brackets can depend on it. */
export type Params = Readonly<Record<string, string | true>>;

const OPTIONAL = /\[([^[\]]*)\]/g;
const PARAM = /\{(\w+)(?:\|([^{}[\]]*))?\}/g;

/**
 * Fills a template: `{name}` becomes the parameter, `{name|one:point|other:points}` the form of words that its number takes in the language, a part in `[brackets]` goes where one of its parameters is
 * absent. A parameter that is absent outside of brackets stays as it is written, so that the fault shows; so does a choice of forms without the one needed and without "other".
 */
export function fill(template: string, params: Params, { plurals }: { readonly plurals: PluralRules }): string {
  const values = new Map(Object.entries(params));
  const parts = template.replace(OPTIONAL, (_, part: string) =>
    paramsOf(part).every((name) => values.has(name)) ? part : "",
  );
  return parts.replace(PARAM, (written, name: string, forms: string | undefined) => {
    const value = values.get(name);
    if (value === undefined) return written;
    if (value === true) return "";
    return forms === undefined ? textOf(value) : (formFor(pluralOf(textOf(value), plurals), forms) ?? written);
  });
}

function formFor(category: string, written: string): string | undefined {
  const forms = formsOf(written);
  return forms.get(category) ?? forms.get("other");
}

function formsOf(written: string): ReadonlyMap<string, string> {
  return new Map(
    written.split("|").map((form) => [form.split(":", 1).join(), form.slice(form.indexOf(":") + 1)] as const),
  );
}

/** The text itself; where it is none, in spite of its type, a `TypeError`, which `ofShape` takes for what it is, instead of `[object Object]` in a sentence. */
export function textOf(text: string): string {
  return text.substring(0);
}

/** The names of the parameters that a template has. */
export function paramsOf(template: string): string[] {
  return Array.from(template.matchAll(PARAM), ([, name = ""]) => name);
}

/** The parameters by whose number a template chooses a form of words, without one for "other". */
export function paramsWithoutOther(template: string): string[] {
  return Array.from(template.matchAll(PARAM)).flatMap(([, name = "", forms]) =>
    forms === undefined || formsOf(forms).has("other") ? [] : [name],
  );
}
