import { advanceExperience, classifyExperience, type ExperienceObservation, type ExperienceResult } from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { filterByHand } from "./contenders/filter-by-hand.js";
import { last } from "./kept.js";
import { runSuite } from "./suite.js";

const SIGNALS = Object.entries(experienceModel.signals);
/** One a day over 27 years. */
const MANY = 10_000;
const asOf = "2027-05-31";

/** One observation a day of two signals, from 2000 on, the levels spread evenly. */
const observations = Array.from({ length: MANY }, (_, index): ExperienceObservation => {
  const levels = [index, index + 3].map((place) => {
    const [signal, { levels: all }] = SIGNALS[place % SIGNALS.length] as (typeof SIGNALS)[number];
    return [signal, all[(index * 7 + place) % all.length]];
  });
  const at = new Date(Date.UTC(2000, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
  return { at, levels: Object.fromEntries(levels) as ExperienceObservation["levels"] };
});
const few = observations.slice(-MANY / 10);
const whole = (list: readonly ExperienceObservation[]): ExperienceResult =>
  classifyExperience({ observations: list }, { asOf });
const before = whole(observations.slice(0, -1));
const next = observations.at(-1) as ExperienceObservation;
const times = (make: () => unknown) => (count: number) => {
  for (let one = 0; one < count; one += 1) last.result = make();
};
const all = { work: times(() => whole(observations)), count: 5 };

// 10,000 observations of one client and product line: what exactness and explanation cost beside a plain filter on floats, whether the cost grows in proportion, and
// what going on from a stored result saves.
await runSuite({
  title: "10,000 observations of one client",
  comparisons: [
    {
      name: "`classifyExperience` ÷ a float filter by hand, no explanation",
      one: all,
      other: { work: times(() => filterByHand(observations)), count: 50 },
    },
    {
      name: "`classifyExperience`, 10,000 observations ÷ 1,000",
      one: all,
      other: { work: times(() => whole(few)), count: 50 },
    },
    {
      name: "`classifyExperience` of the whole ÷ `advanceExperience` by one",
      one: all,
      other: { work: times(() => advanceExperience(before, next, { asOf })), count: 50 },
    },
  ],
  agreements: async () => {
    await Promise.resolve();
    const { probabilities } = whole(observations);
    const hand = filterByHand(observations);
    const advanced = advanceExperience(before, next, { asOf });
    return [
      {
        text: "the filter by hand and `classifyExperience` agree on all three probabilities to four decimals",
        ok: Object.values(probabilities).every((one, stage) => Math.abs(one - (hand[stage] as number)) < 0.000_11),
      },
      {
        text: "`advanceExperience` gives the bytes of `classifyExperience` on the whole",
        ok: advanced.ok && JSON.stringify(advanced.value) === JSON.stringify(whole(observations)),
      },
    ];
  },
});
