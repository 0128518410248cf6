import fc from "fast-check";
import { defineCalendar, followUps } from "keyaccount";
import { expect, test } from "vitest";
import { isAfter } from "../../src/ground/dates.js";
import { shanghai } from "./calendars.js";

const times = fc.constantFrom(
  "2026-11-01",
  "2026-11-02",
  "2026-11-02T15:30:00Z",
  "2026-11-02T16:30:00Z",
  "2026-11-02T16:30:00.00Z",
  "2026-11-03",
  "2026-11-04T01:00:00Z",
);
const visits = fc.array(
  fc.record({
    startedAt: times,
    way: fc.constantFrom("visit", "phone", "letter"),
    clientId: fc.constantFrom("a", "b"),
  }),
  { maxLength: 8 },
);

/** The day on Shanghai's clock: eight hours ahead of UTC. */
function dayInShanghai(time: string): string {
  return time.length === 10 ? time : new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10);
}

test("law: D4.6 the contact that follows a visit up is the first certainly later call or visit to its client, by looking at all of them", () => {
  fc.assert(
    fc.property(visits, fc.boolean(), (rows, isOnClock) => {
      const all = rows.map((one, index) => ({ v: 1 as const, id: `v-${index}`, ...one }));
      const dayIn = (time: string): string => (isOnClock ? dayInShanghai(time) : time.slice(0, 10));
      const isLater = (time: string, than: string): boolean =>
        isAfter(time, than) || (isOnClock && dayIn(time) > dayIn(than));
      const options = { asOf: "2026-12-01", ...(isOnClock ? { calendar: shanghai() } : {}) };
      const { followUps: places } = followUps(all, options);
      expect(places.length).toBe(all.filter(({ way }) => way === "visit").length);
      for (const { visitId, clientId, doneOn } of places) {
        const own = all.find(({ id }) => id === visitId);
        const later = all
          .filter((one) => one.clientId === clientId && one.way !== "letter")
          .filter((one) => isLater(one.startedAt, String(own?.startedAt)))
          .map(({ startedAt }) => startedAt.replace(/(\.0+)?Z$/, ""))
          .sort();
        expect(doneOn === null).toBe(later.length === 0);
        if (later[0] !== undefined) expect(doneOn).toBe(dayIn(later[0].length === 10 ? later[0] : `${later[0]}Z`));
      }
    }),
  );
});

test("five thousand visits to one client on one day are gone through once", () => {
  const calls = Array.from({ length: 5_000 }, (_, index) => {
    return { v: 1, id: `v-${index}`, clientId: "c", startedAt: "2026-11-02", way: "visit" } as const;
  });
  const last = { v: 1, id: "w", clientId: "c", startedAt: "2026-11-05", way: "phone" } as const;
  const { counts, followUps: places } = followUps([...calls, last], { asOf: "2026-11-06" });
  expect(counts.done).toBe(5_000);
  expect(places.every(({ doneOn }) => doneOn === "2026-11-05")).toBe(true);
});

test("D4.6 behind UTC the evening's call is of the day before: it comes ahead of the next day's visit", () => {
  const hours = [{ from: "09:00", to: "17:00" }];
  const calendar = defineCalendar({ id: "west", zone: "-05:00", week: { tuesday: hours, wednesday: hours } });
  const rows = [
    { v: 1, id: "v-1", clientId: "c", way: "visit", startedAt: "2026-09-18" },
    { v: 1, id: "v-2", clientId: "c", way: "visit", startedAt: "2026-09-23" },
    { v: 1, id: "v-3", clientId: "c", way: "phone", startedAt: "2026-09-23T03:15:00Z" },
  ] as const;
  const doneOn = (options: object) =>
    followUps(rows, { asOf: "2026-09-30", ...options }).followUps.find(({ visitId }) => visitId === "v-1")?.doneOn;
  expect([doneOn({ calendar }), doneOn({})]).toEqual(["2026-09-22", "2026-09-23"]);
});

test("D4.6 a call that came while the visit still lasted doesn't follow it up", () => {
  const visit = {
    v: 1,
    id: "v-1",
    clientId: "c",
    way: "visit",
    startedAt: "2026-09-18T01:00:00Z",
    endedAt: "2026-09-18T03:00:00Z",
  } as const;
  const call = (startedAt: string) => ({ v: 1, id: "v-2", clientId: "c", way: "phone", startedAt }) as const;
  const doneOn = (startedAt: string) =>
    followUps([visit, call(startedAt)], { asOf: "2026-09-30" }).followUps[0]?.doneOn;
  expect(doneOn("2026-09-18T02:00:00Z")).toBeNull();
  expect(doneOn("2026-09-18T03:00:01Z")).toBe("2026-09-18");
});
