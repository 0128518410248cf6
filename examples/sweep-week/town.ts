// What the forty dealers would answer if asked everything: the town as it is, which the sweep finds out bit by bit. All of it is made up.

const TABLE = `
id marketInfluence majorBrands relationNetwork reputation sellThrough brandStrength distributionMargin creditRecord salesTeam managementSystem topManagement ownEngineers afterSales marketingNetwork networkEfficiency marketingTeam philosophyFit growthPotential strength willingness
d-01 4 exclusive 4 3 5.7 0.56 0.13 prompt 5 4 3 yes own-team 3 0.66 5 4 3 5 3
d-02 3 none 4 2 5.4 0.32 0.13 prompt 4 3 3 no own-team 2 0.52 4 3 2 4 4
d-03 3 some 2 4 5.8 0.37 0.11 repeated-delays 4 3 3 no with-maker 3 0.44 3 3 2 4 3
d-04 4 some 3 3 4.7 0.49 0.08 repeated-delays 3 3 3 no with-maker 2 0.64 2 4 4 3 3
d-05 2 none 2 3 3.5 0.02 0.03 repeated-delays 2 1 1 no with-maker 3 0.35 2 2 2 2 1
d-06 4 some 4 5 5.8 0.42 0.15 repeated-delays 4 4 4 no own-team 3 0.64 4 5 4 4 5
d-07 5 some 4 4 7.2 0.51 0.12 prompt 4 4 4 yes own-team 4 0.81 4 4 4 3 4
d-08 4 exclusive 4 5 6.9 0.69 0.14 prompt 4 5 4 yes own-team 3 0.72 4 3 4 3 4
d-09 3 some 2 3 5.5 0.23 0.10 prompt 3 4 2 yes with-maker 4 0.46 3 3 4 3 4
d-10 1 none 2 2 2.7 0.08 0.03 repeated-delays 2 2 2 no none 3 0.19 3 1 3 2 4
d-11 1 none 2 3 2.4 0.04 0.07 repeated-delays 2 3 2 no with-maker 2 0.15 2 2 1 1 2
d-12 2 some 2 3 3.9 0.11 0.08 repeated-delays 2 1 2 no with-maker 2 0.18 2 3 3 1 3
d-13 4 exclusive 3 3 7.8 0.63 0.15 minor-delays 4 4 4 yes with-maker 4 0.72 3 4 4 4 3
d-14 4 exclusive 4 4 7.0 0.58 0.13 prompt 4 5 5 yes own-team 3 0.73 4 4 4 4 3
d-15 3 some 3 4 4.6 0.38 0.09 repeated-delays 3 2 3 no own-team 4 0.59 4 3 4 3 4
d-16 3 none 4 2 6.2 0.43 0.11 minor-delays 3 3 3 no with-maker 4 0.37 4 4 4 3 2
d-17 3 none 2 2 2.2 0.19 0.05 minor-delays 1 2 2 no none 2 0.21 3 2 3 2 4
d-18 3 some 3 2 3.6 0.03 0.03 defaulted 2 1 2 no none 2 0.30 2 2 2 2 2
d-19 2 none 1 2 3.7 0.04 0.06 repeated-delays 2 2 3 no with-maker 2 0.19 1 2 1 2 3
d-20 3 some 2 3 4.8 0.39 0.10 prompt 2 3 2 yes with-maker 2 0.62 3 3 3 3 5
d-21 3 some 3 4 6.3 0.37 0.11 prompt 3 2 3 no with-maker 3 0.63 2 3 2 4 3
d-22 2 some 2 3 4.0 0.50 0.10 minor-delays 4 3 2 no with-maker 2 0.64 3 2 3 3 3
d-23 3 none 3 3 5.1 0.40 0.09 prompt 3 2 2 yes own-team 4 0.64 4 3 3 3 2
d-24 2 none 2 3 3.6 0.10 0.05 repeated-delays 2 2 2 no none 2 0.35 1 2 1 1 4
d-25 4 some 4 3 5.7 0.65 0.15 prompt 5 4 4 yes own-team 4 0.67 3 4 4 4 5
d-26 4 exclusive 3 4 6.0 0.45 0.13 prompt 4 4 5 yes own-team 5 0.79 3 4 3 4 5
d-27 4 some 3 2 4.7 0.39 0.08 minor-delays 4 3 3 no with-maker 3 0.44 4 3 2 4 5
d-28 3 none 4 3 6.3 0.43 0.10 prompt 4 3 2 yes with-maker 3 0.64 3 3 4 2 5
d-29 2 none 4 3 5.2 0.20 0.12 prompt 4 2 3 yes with-maker 3 0.42 3 3 3 3 4
d-30 1 some 2 1 3.0 0.16 0.02 repeated-delays 2 2 2 no none 1 0.22 2 2 1 2 4
d-31 4 some 5 4 6.7 0.54 0.12 prompt 4 3 4 yes own-team 3 0.80 4 4 4 4 4
d-32 3 exclusive 3 4 7.4 0.48 0.13 prompt 3 4 4 yes own-team 4 0.61 3 4 4 4 4
d-33 4 some 4 4 6.3 0.65 0.11 prompt 4 3 4 yes with-maker 4 0.66 3 4 4 5 3
d-34 3 some 3 2 4.7 0.22 0.11 minor-delays 3 3 3 no with-maker 3 0.59 3 2 3 4 4
d-35 2 none 1 1 3.8 0.10 0.06 repeated-delays 2 2 1 no none 2 0.22 2 2 2 2 4
d-36 2 some 2 2 2.7 0.17 0.03 repeated-delays 1 2 3 no with-maker 3 0.16 2 2 2 2 3
d-37 2 none 1 2 2.4 0.02 0.03 repeated-delays 3 2 1 no with-maker 2 0.20 3 2 2 2 2
d-38 3 some 4 5 7.9 0.44 0.14 prompt 3 4 4 yes with-maker 4 0.71 4 3 4 3 5
d-39 4 exclusive 4 3 5.7 0.68 0.16 minor-delays 4 4 3 yes own-team 5 0.84 3 4 3 5 3
d-40 2 some 3 4 6.3 0.39 0.09 minor-delays 3 4 3 no with-maker 2 0.37 4 4 3 3 3
`;

const [head = "", ...lines] = TABLE.trim().split("\n");
const [, ...facts] = head.split(" ");

/** What each dealer would answer, by its id and the name of the fact. */
const ANSWERS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  lines.map((line) => {
    const [id = "", ...values] = line.split(" ");
    return [id, new Map(facts.map((fact, index) => [fact, values[index] ?? ""]))];
  }),
);

/** Two owners speak better of how they pay than their suppliers do. */
const OWNERS_WORD: ReadonlyMap<string, string> = new Map([
  ["d-06", "prompt"],
  ["d-27", "prompt"],
]);

/** Figures that a dealer who doesn't want us keeps to itself. */
const FIGURES = ["sellThrough", "brandStrength", "distributionMargin", "networkEfficiency"];
const ROUNDLY_UNWILLING = 2;

/** What one finds out by asking or looking: `null` if the dealer won't say. */
export function answerOf(id: string, fact: string): string | boolean | null {
  const answers = ANSWERS.get(id);
  const answer = answers?.get(fact) ?? null;
  if (FIGURES.includes(fact) && willingnessOf(id) <= ROUNDLY_UNWILLING) return null;
  return fact === "ownEngineers" ? answer === "yes" : answer;
}

/** What the owner says of how it pays. */
export const ownersWord = (id: string): string | boolean | null => OWNERS_WORD.get(id) ?? answerOf(id, "creditRecord");

/** How much the dealer wants to work with us, 1 … 5 (A5.1). */
export const willingnessOf = (id: string): number => Number(ANSWERS.get(id)?.get("willingness"));
