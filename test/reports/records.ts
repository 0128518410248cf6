import fc from "fast-check";
import type { Visit } from "keyaccount/models";

/** Visits of a few salespeople to a few clients over some weeks, with much left unknown; ids differ. */
export const visits: fc.Arbitrary<readonly Visit[]> = fc
  .array(
    fc.record(
      {
        clientId: fc.constantFrom("c-1", "c-2", "c-3"),
        startedAt: fc.oneof(
          fc.integer({ min: 20_000, max: 20_040 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
          fc
            .integer({ min: 20_000 * 1440, max: 20_040 * 1440 })
            .map((minute) => new Date(minute * 60_000).toISOString().replace(".000Z", "Z")),
        ),
        way: fc.constantFrom("visit" as const, "phone" as const, "x-fair" as const),
        ours: fc.constantFrom([{ id: "chen", name: "Chen" }], [{ name: "Wu" }], []),
        minutes: fc.nat({ max: 90 }),
        attitude: fc.constantFrom("warm" as const, "neutral" as const, "cold" as const),
        outcome: fc.constantFrom("good" as const, "open" as const, "no-result" as const),
        progress: fc.constantFrom("first-contact" as const, "proposal" as const, "signing" as const),
      },
      { requiredKeys: ["clientId", "startedAt", "way"] },
    ),
    { maxLength: 25 },
  )
  .map((all) => all.map((one, index) => ({ v: 1, id: `v-${String(index)}`, ...one })));

/** A sample week, by hand. */
export const WEEK: readonly Visit[] = [
  {
    v: 1,
    id: "v-1",
    clientId: "c-7",
    way: "visit",
    startedAt: "2026-11-19T01:30:00Z",
    endedAt: "2026-11-19T02:15:00Z",
    ours: [{ id: "chen", name: "Chen Gang" }],
    theirs: [{ name: "Li Wei", position: "owner" }],
    place: "Shop, 2nd floor",
    attitude: "warm",
    outcome: "good",
    progress: "first-contact",
    purposes: ["win-trust", "learn"],
    mainPoints: '=SUM(A1) was "asked",\nthen prices',
    clientIdeas: "Wants samples",
    advice: "Bring the manual",
    materials: ["manual; Chinese"],
    nextStep: { what: "samples", dueOn: "2026-11-26", owner: "chen" },
    followUp: { doneAt: "2026-11-23T16:30:00Z", way: "phone", opinion: "useful" },
  },
  {
    v: 1,
    id: "v-2",
    clientId: "c-8",
    way: "phone",
    startedAt: "2026-11-19",
    minutes: 10,
    ours: [{ id: "chen", name: "Chen Gang" }],
    attitude: "cold",
    outcome: "no-result",
    failureCauses: [{ cause: "bound-to-rival" }, { cause: "x-moved" }],
  },
  {
    v: 1,
    id: "v-3",
    clientId: "c-7",
    way: "visit",
    startedAt: "2026-11-19T16:10:00Z",
    ours: [{ id: "chen", name: "Chen Gang" }],
    attitude: "warm",
    outcome: "open",
  },
];

/** Two of its clients. */
export const CLIENTS = [
  { id: "c-7", name: "华信商贸", area: "东区", industry: "building", targetClass: { class: "core-dealer" as const } },
  { id: "c-8", name: "Beta | <b>", area: "east" },
];
