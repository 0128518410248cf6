import {
  defineCalendar,
  defineProcess,
  milestoneTimes,
  type PipelineRecord,
  type ProcessIdsOf,
  pipeline,
  replay,
} from "keyaccount";
import { expectTypeOf, test } from "vitest";

const process = defineProcess({
  id: "small",
  version: "1",
  milestones: { talk: { next: ["order"] }, order: { end: true } },
  causes: ["price"],
});
type Ids = ProcessIdsOf<typeof process>;
const other = defineProcess({ id: "other", version: "1", milestones: { call: { end: true } } });
const calendar = defineCalendar({ id: "plain", zone: "+00:00", week: { monday: [{ from: "09:00", to: "17:00" }] } });
const state = replay(process, []);

test("figures know the process' own ids", () => {
  const records: PipelineRecord<Ids>[] = [{ id: "a", state }];
  const figures = pipeline(records, { process, asOf: "2026-11-20" });
  expectTypeOf(figures.milestones).items.toHaveProperty("milestone").toEqualTypeOf<"talk" | "order">();
  expectTypeOf(figures.losses).items.toHaveProperty("cause").toEqualTypeOf<"price" | null>();
  const times = milestoneTimes(process, state, { calendar, asOf: "2026-11-20" });
  expectTypeOf(times.stays).items.toHaveProperty("milestone").toEqualTypeOf<"talk" | "order">();
});

test("wrong ids and names don't compile", () => {
  // @ts-expect-error: a deal of another process
  pipeline([{ id: "a", state: replay(other, []) }], { process, asOf: "2026-11-20" });
  // @ts-expect-error: without a day nobody knows what is old
  pipeline([], { process });
  // @ts-expect-error: times need a calendar
  milestoneTimes(process, state, { asOf: "2026-11-20" });
  // @ts-expect-error: a misspelt day of the week
  defineCalendar({ id: "plain", zone: "+00:00", week: { mondy: [] } });
  // @ts-expect-error: a workday has its own hours or those of a day of the week
  defineCalendar({ id: "plain", zone: "+00:00", week: {}, workdays: [{ day: "2026-01-04" }] });
});
