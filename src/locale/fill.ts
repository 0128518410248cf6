/** What stands for a template's `{name}`. `true` prints as nothing: a part in brackets can depend on it. */
export type Params = Readonly<Record<string, string | true>>;

const OPTIONAL = /\[([^[\]]*)\]/g;
const PARAM = /\{(\w+)\}/g;

/**
 * Fills a template: `{name}` becomes the parameter, a part in `[brackets]` goes where one of its parameters is absent. A
 * parameter that is absent outside of brackets stays as it is written, so that the fault shows.
 */
export function fill(template: string, params: Params): string {
  const parts = template.replace(OPTIONAL, (_, part: string) => (isComplete(part, params) ? part : ""));
  return parts.replace(PARAM, (written, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : written;
    return value === true || value === undefined ? "" : value;
  });
}

function isComplete(part: string, params: Params): boolean {
  return paramsOf(part).every((name) => Object.hasOwn(params, name));
}

/** The names of the parameters that a template has. */
export function paramsOf(template: string): string[] {
  return Array.from(template.matchAll(PARAM), ([written]) => written.slice(1, -1));
}
