import { HANDBOOK_MODEL } from "../experience/model/default-model.js";
import { defineExperienceModel } from "../experience/model/define-model.js";
import type { ExperienceModel, HandbookSignals } from "../experience/model/model.js";

/**
 * The handbook's lifecycle of customer experience (B2) as data: what `classifyExperience` goes by unless told otherwise. B2's table
 * names eight signals and their two ends; the middle levels and every number are this package's choice, for these reasons.
 *
 * **Likelihoods.** The table's left column is a generalist's typical level, the right one a specialist's. How often a client of a stage shows
 * its typical level follows from how the signal is seen; a specialist's row mirrors a generalist's. Three strengths:
 * - *Seen in records and named first*: who decides (B2.1), how it buys (B2.3), and interest in new applications (B2.8), half of the early
 *   warning B2.9. Typical 0.75 of a generalist's observations, 0.2 mixed, 0.05 the other end, so the ends speak about 14 to 1. A
 *   specialist's typical level is 0.7, not 0.75: B3.1 keeps top management in the decision, and B3.2 revives the interest, of experienced
 *   clients too.
 * - *What people say*: what counts (B2.2), need of guidance (B2.5), price sensitivity (B2.7). Every buyer asks for a lower price and every
 *   user for help now and then: 0.65, 0.25, 0.1; the ends speak 6.5 to 1.
 * - *Moved by other things too*: decision time (B2.4), which budgets and the product prolong, and risk (B2.6), which a contract shifts
 *   whatever the experience: 0.55, 0.3, 0.15; the ends speak about 3.7 to 1.
 *
 * Signal by signal, as generalist / in transition / specialist show the generalist's level, the middle, the specialist's:
 * - **B2.1 who decides**, 0.75 0.2 0.05 / 0.3 0.45 0.25 / 0.05 0.25 0.7. *Senior management, committees, all-rounders* against *purchasing, experts*. Names stand in the minutes, so a
 *   generalist's other end is rare (0.05: a buyer who signs for an absent director); mixed meetings (0.2) happen before any shift; a specialist's directors still come to one in twenty.
 * - **B2.2 what counts**, 0.65 0.25 0.1 / 0.3 0.4 0.3 / 0.1 0.25 0.65. *Support, proven technology, reputation* against *price, price against performance*. It is what people say: one generalist in ten
 *   talks of nothing but price, for bargaining's sake, and one specialist in ten of support.
 * - **B2.3 how it buys**, 0.75 0.2 0.05 / 0.3 0.45 0.25 / 0.05 0.25 0.7. *Whole system, one supplier* against *unbundled, several suppliers*. Orders are facts: a generalist that can't put the parts together
 *   itself hardly ever splits all (0.05), and leaves out a part now and then (0.2).
 * - **B2.4 decision time**, 0.55 0.3 0.15 / 0.3 0.4 0.3 / 0.15 0.3 0.55. *Long* against *short*. Budgets and seasons shorten and prolong it whatever the experience, so the ends speak least.
 * - **B2.5 need of guidance**, 0.65 0.25 0.1 / 0.3 0.4 0.3 / 0.1 0.25 0.65. *Leans on the seller* against *little, standard specifications*. One generalist in ten is too proud to ask; one specialist in ten asks all the
 *   same, for a new hand.
 * - **B2.6 risk**, 0.55 0.3 0.15 / 0.3 0.4 0.3 / 0.15 0.3 0.55. *Shifts it to the seller* against *takes it on itself*. Contracts and company rules decide it as often as experience does.
 * - **B2.7 price sensitivity**, 0.65 0.25 0.1 / 0.3 0.4 0.3 / 0.1 0.25 0.65. *Low* against *high*. Everybody asks for a discount; that one is hard (0.1 of generalists) says less than an order that was split.
 * - **B2.8 interest in new applications**, 0.75 0.2 0.05 / 0.3 0.45 0.25 / 0.05 0.25 0.7. *High* against *falling*. It falls visibly, over several visits, and B2.9 makes it half of the early warning; a generalist
 *   that has yet to learn what the product can do seldom loses it (0.05).
 *
 * In transition the middle level is the commonest (0.45 or 0.4) and both ends are seen, equally where people speak; where records do, the
 * generalist's end a little more (0.3 to 0.25), since old habits end last.
 *
 * **Decision time** is silent where a product's parts are tightly interwoven: there it is long in spite of experience (B2.4).
 *
 * **Prior.** Clients begin as generalists (B2): 0.5; 0.3 in transition; 0.2 specialists who learned from a rival (B3.4).
 *
 * **Transitions**, per month. The one time that B2 tells is 18 to 24 months for a decision in early computing (B2.4); a client learns by one or
 * two of them. A generalist stays with 0.97 (about 33 months in the mean), a client in transition with 0.965 (about 29), and moves on two
 * and a half times as often as back (0.025 to 0.01); a specialist falls back with 0.01 in a month, as a new application makes it
 * inexperienced again (B3.2). Leaps over transition are rare: 0.0005 forward, 0.00005 back.
 *
 * **Thresholds.** A stage is entered at 0.7 and left below 0.4, so a client about whom evidence is even doesn't flip. `dwell` 2: one
 * month's evidence alone changes no stage. **Evidence**: two different signals, as the early warning B2.9 has two, in 24 months,
 * the longest decision time of B2.4.
 * **Pace** over half a year; steady below a twentieth of the way.
 */
export const experienceModel: ExperienceModel<HandbookSignals> = /* @__PURE__ */ defineExperienceModel(HANDBOOK_MODEL);
