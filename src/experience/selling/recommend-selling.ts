import { STAGE_CONDITIONS, statesOf } from "./conditions.js";
import { objectionsOf, signalsOf } from "./objections.js";
import { type KnownFacts, readFacts } from "./read-facts.js";
import { SELLING_RULES } from "./rules.js";
import {
  SELLING_CONDITIONS,
  SELLING_FITS,
  SELLING_STRATEGIES,
  type SellingAdvice,
  type SellingCondition,
  type SellingFit,
  type SellingOption,
  type SellingSituation,
  type SellingState,
  type SellingStrategy,
} from "./selling.js";

/**
 * Says how to sell to a client (B3) from its stage of experience, the maturity of the product's market (B2.10, a force of its own), and what
 * is known of our offer and the rivals: which of six ways fit, what each needs (held, not held, unknown), costs, and has against it,
 * and the signals behind.
 *
 * A way fits where all its conditions hold; those that fit go together, in the order of `SELLING_STRATEGIES`. One with an unknown condition and none
 * refuted is `open`: it is never recommended, `certain` is false, and `findOut` names what to ask. So of an undetermined client only what is independent
 * of its stage is recommended. Objections (`against`) rule nothing out: they are for a person to weigh. Only current signals count, by the handbook's ids.
 *
 * Throws a `KeyAccountError` with all faults of the facts; an unknown key is one.
 *
 * @example
 * ```ts
 * import { recommendSelling } from "keyaccount";
 *
 * const advice = recommendSelling({
 *   experience: { stage: "in-transition", direction: "forward" }, productMaturity: "maturity",
 *   coreCopyable: true, lateEntrants: true, applicationsToOffer: true, servicesToAdd: false, partsSeparable: true,
 * });
 * advice.strategies; // => ["new-applications"]
 * advice.certain; // => false
 * advice.findOut; // => { conditions: ["margin-left"], signals: [] }
 * advice.options[1]?.strategy; // => "unbundled-offer"
 * ```
 */
export function recommendSelling(facts: SellingSituation): SellingAdvice {
  const known = readFacts(facts);
  const states = statesOf(known);
  const options = SELLING_STRATEGIES.map((strategy) => weigh(strategy, states, known));
  const strategies = options.filter(({ fit }) => fit === "fits").map(({ strategy }) => strategy);
  const open = options.filter(({ fit }) => fit === "open");
  return {
    v: 1,
    strategies,
    certain: open.length === 0,
    options: SELLING_FITS.flatMap((fit) => options.filter((option) => option.fit === fit)),
    findOut: findOutOf(open, known),
  };
}

type States = { readonly [K in SellingCondition]: SellingState };

function weigh(strategy: SellingStrategy, states: States, facts: KnownFacts): SellingOption {
  const { handbook, needs, costs, mayBeAgainst, clients } = SELLING_RULES[strategy];
  const conditions = needs.map((condition) => ({ condition, state: states[condition] }));
  return {
    strategy,
    handbook,
    fit: fitOf(conditions.map(({ state }) => state)),
    conditions,
    costs,
    against: objectionsOf(mayBeAgainst, facts),
    signals: signalsOf(facts.experience, ({ leaning }) => leaning === clients),
  };
}

function fitOf(states: readonly SellingState[]): SellingFit {
  if (states.includes("not-held")) return "unfit";
  return states.includes("unknown") ? "open" : "fits";
}

function findOutOf(open: readonly SellingOption[], { experience }: KnownFacts): SellingAdvice["findOut"] {
  const unknown = open.flatMap(({ conditions }) => conditions.filter(({ state }) => state === "unknown"));
  const conditions = SELLING_CONDITIONS.filter((name) => unknown.some(({ condition }) => condition === name));
  const isStage = conditions.some((condition) => STAGE_CONDITIONS.includes(condition));
  return { conditions, signals: isStage ? (experience?.unknown ?? []) : [] };
}
