import type { HostCode } from "./vocabulary.js";

/** What {@link isHostCode} lets through, for a JSON Schema. */
export const HOST_CODE_PATTERN = "^x-[a-z0-9][a-z0-9-]{0,61}$";
const HOST_CODE = /^x-[a-z0-9][a-z0-9-]{0,61}$/;

/** Whether a text is a code that a host may add to an open list: `x-`, then up to 62 lower-case letters, digits and hyphens. */
export function isHostCode(text: string): text is HostCode {
  return HOST_CODE.test(text);
}
