import { demand } from "../ground/reader.js";
import { type Fields, integerOf, lineOf, recordOf, recordsOf } from "./fields.js";

const MOST_MINUTES = 1440;

/** Minutes between two places, the same both ways. */
export interface TravelLeg {
  readonly a: string;
  readonly b: string;
  readonly minutes: number;
}

/** How long ways take. Places are the host's own words, compared as they stand. */
export interface Travel {
  readonly legs?: readonly TravelLeg[] | undefined;
  /** Minutes for every way that isn't listed, 0 … 1,440; absent or `null`: such a way isn't known. From a place to itself it takes none. */
  readonly otherwise?: number | null | undefined;
}

/** The minutes from one place to another; `null` where they aren't known. */
export type Way = (from: string | null, to: string | null) => number | null;

/** Reads how long ways take. */
export function readTravel(root: Fields): Way {
  const travel = recordOf(root, "travel");
  const legs = new Map<string, Map<string, number>>();
  for (const { a, b, minutes } of (travel === null ? null : recordsOf(travel, "legs"))?.flatMap(readLeg) ?? [])
    for (const [from, to] of [[a, b] as const, [b, a] as const])
      legs.set(from, (legs.get(from) ?? new Map<string, number>()).set(to, minutes));
  const otherwise = travel && integerOf(travel, "otherwise", { least: 0, most: MOST_MINUTES });
  return (from, to) => {
    if (from !== null && from === to) return 0;
    return from === null || to === null ? otherwise : (legs.get(from)?.get(to) ?? otherwise);
  };
}

function readLeg(fields: Fields): TravelLeg[] {
  const { reader, path } = fields;
  const [a, b] = [
    demand(reader, lineOf(fields, "a"), [...path, "a"]),
    demand(reader, lineOf(fields, "b"), [...path, "b"]),
  ];
  const minutes = demand(reader, integerOf(fields, "minutes", { least: 0, most: MOST_MINUTES }), [...path, "minutes"]);
  return a === null || b === null || minutes === null ? [] : [{ a, b, minutes }];
}
