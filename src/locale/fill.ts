/** What stands for a template's `{name}`. `true` prints as nothing: a part in brackets can depend on it. */
export type Params = Readonly<Record<string, string | true>>;

const OPTIONAL = /\[([^[\]]*)\]/g;
const PARAM = /\{(\w+)\}/g;

/**
 * Fills a template: `{name}` becomes the parameter, a part in `[brackets]` goes where one of its parameters is absent.
 * A parameter that is absent outside of brackets stays as it is written, so that the fault shows.
 */
export function fill(template: string, params: Params): string {
  const values = new Map(Object.entries(params));
  const parts = template.replace(OPTIONAL, (_, part: string) =>
    paramsOf(part).every((name) => values.has(name)) ? part : "",
  );
  return parts.replace(PARAM, (written, name: string) => {
    const value = values.get(name) ?? written;
    return value === true ? "" : textOf(value);
  });
}

/** The text itself; where it is none, in spite of its type, a `TypeError`, which `ofShape` takes for what it is, instead of `[object Object]` in a sentence. */
export function textOf(text: string): string {
  return text.substring(0);
}

/** The names of the parameters that a template has. */
export function paramsOf(template: string): string[] {
  return Array.from(template.matchAll(PARAM), ([written]) => written.slice(1, -1));
}
