import { FITS } from "../../portfolio/strategy/strategy.js";
import { type Levels, MOST_LOAD, type ReadSeller, readMatch } from "./read-sellers.js";
import {
  SELLER_SKILLS,
  type Seller,
  type SellerMatch,
  type SellerMatches,
  SKILL_LEVELS,
  type SkillFacts,
  type SkillMatch,
} from "./sellers.js";

/**
 * Matches an account with our sellers by the seller's four skills on three levels (E7.5). A seller fits who has at least the level needed of each; is `open` while a level on either
 * side is unknown and none falls short; else `unfit`. So a need that nobody has stated leaves everybody open.
 *
 * Order: fit; fewest levels short; fewest unknown; fewest to spare, so that an expert isn't spent on a simple account; smallest load, unknown loads last; id.
 * `skills` says who can supply which skill, for a team where nobody has all.
 *
 * A seller without an id, or with one that stands earlier, is left out; another faulty field is in `issues` and counts as unknown.
 *
 * @example
 * ```ts
 * import { matchSellers } from "keyaccount";
 *
 * const { best, sellers, skills } = matchSellers(
 *   { "handle-project": "basic", "dig-information": "advanced", "show-value": "advanced", "lead-team": "basic" },
 *   [
 *     { id: "he", skills: { "handle-project": "expert", "dig-information": "expert", "show-value": "expert", "lead-team": "expert" } },
 *     { id: "lu", skills: { "handle-project": "basic", "dig-information": "advanced", "show-value": "advanced", "lead-team": "basic" } },
 *     { id: "ma", skills: { "handle-project": "basic", "dig-information": "basic", "show-value": "advanced", "lead-team": "basic" } },
 *   ],
 * );
 * best; // => "lu"
 * sellers.map(({ id, fit, short, spare }) => [id, fit, short, spare]); // => [["lu", "fits", 0, 0], ["he", "fits", 0, 6], ["ma", "unfit", 1, 0]]
 * skills[1]?.sellers; // => ["he", "lu"]
 * ```
 */
export function matchSellers(needs: SkillFacts, sellers: readonly Seller[]): SellerMatches {
  const { reader, needed, sellers: ours } = readMatch(needs, sellers);
  const matches = ours.map((seller) => matchOf(seller, needed)).sort(better);
  return {
    v: 1,
    best: matches.find(({ fit }) => fit === "fits")?.id ?? null,
    sellers: matches,
    skills: SELLER_SKILLS.map((skill, place) => ({
      skill,
      needed: needed.get(skill) ?? null,
      sellers: matches
        .filter(({ skills }) => skills[place]?.state === "met")
        .map(({ id }) => id)
        .sort(),
    })),
    issues: reader.issues,
  };
}

function matchOf({ id, skills: own, load }: ReadSeller, needs: Levels): SellerMatch {
  const pairs = SELLER_SKILLS.map((skill) => ({
    skill,
    needed: needs.get(skill) ?? null,
    has: own.get(skill) ?? null,
  }));
  const leads = pairs.flatMap(({ needed, has }) =>
    needed === null || has === null ? [] : [SKILL_LEVELS.indexOf(has) - SKILL_LEVELS.indexOf(needed)],
  );
  const short = leads.reduce((sum, lead) => sum + Math.max(0, -lead), 0);
  const unknown = SELLER_SKILLS.length - leads.length;
  return {
    id,
    fit: short > 0 ? "unfit" : unknown > 0 ? "open" : "fits",
    skills: pairs.map((pair) => ({ ...pair, state: stateOf(pair) })),
    short,
    spare: leads.reduce((sum, lead) => sum + Math.max(0, lead), 0),
    unknown,
    load,
  };
}

function stateOf({ needed, has }: Pick<SkillMatch, "needed" | "has">): SkillMatch["state"] {
  if (needed === null || has === null) return "unknown";
  return SKILL_LEVELS.indexOf(has) >= SKILL_LEVELS.indexOf(needed) ? "met" : "unmet";
}

function better(a: SellerMatch, b: SellerMatch): number {
  return (
    FITS.indexOf(a.fit) - FITS.indexOf(b.fit) ||
    a.short - b.short ||
    a.unknown - b.unknown ||
    a.spare - b.spare ||
    (a.load ?? MOST_LOAD + 1) - (b.load ?? MOST_LOAD + 1) ||
    (a.id < b.id ? -1 : 1)
  );
}
