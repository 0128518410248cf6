import {
  type DealHistory,
  decide,
  defineProcess,
  evolve,
  importHistory,
  type Process,
  type ProcessIds,
  type ProcessIdsOf,
  type ProcessMove,
  type ProcessState,
  replay,
} from "keyaccount";

/** A small process: a visit of five working days, an offer of ten, and a delivery without a limit after the order is won. */
export const selling = defineProcess({
  id: "selling",
  version: "1",
  milestones: {
    visit: {
      tasks: { call: { optional: true, workingDays: 2 }, note: { optional: true } },
      next: ["offer"],
      likelihood: "0.1",
      workingDays: 5,
    },
    offer: { next: ["delivery"], back: ["visit"], wins: true, likelihood: "0.45", workingDays: 10 },
    delivery: { back: ["offer"], end: true, likelihood: "1" },
  },
  causes: ["price", "no-budget"],
});
export type Selling = ProcessIdsOf<typeof selling>;

/** A move and when it happens; first perhaps an import. */
export type Step<I extends ProcessIds = Selling> = readonly [
  at: string,
  move: ProcessMove<I> | ({ readonly type: "import" } & Omit<DealHistory<I>, "id" | "at" | "by">),
];

/** The state after moves, each of which must be allowed. */
export function after<I extends ProcessIds>(process: Process<I>, steps: readonly Step<NoInfer<I>>[]): ProcessState<I> {
  return steps.reduce(
    (state, [at, { type, ...move }], index) => {
      const command = { ...move, id: `e${String(index)}`, at, by: "li" };
      const decision =
        type === "import"
          ? importHistory(process, command as never)
          : decide(process, state, { type, ...command } as never);
      if (!decision.ok) throw new Error(JSON.stringify(decision.issues));
      return decision.value.reduce((before, event) => evolve(before, event as never), state);
    },
    replay(process, []),
  );
}

/** The state of {@link selling} after moves. */
export const dealAfter = (...steps: readonly Step[]): ProcessState<Selling> => after(selling, steps);
