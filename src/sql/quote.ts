import { cast } from "./dialect.js";

/** A name between marks; a mark within it stands twice. */
export function quoted(name: string, mark: string): string {
  return `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;
}

/** A number that isn't 0 but so small that reading made it 0 keeps its sign: one unit. */
export function signed(read: string, value: string, type: string): string {
  return `coalesce(nullif(${read}, 0), ${cast(`sign(${value})`, type)})`;
}
