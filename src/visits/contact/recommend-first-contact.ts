import { readInput } from "../../ground/reader.js";
import {
  codeOf,
  demandId,
  distinctById,
  type Fields,
  flagOf,
  idsOf,
  recordOf,
  recordsOf,
  refuseField,
  rootFields,
} from "../fields.js";
import {
  type FirstContact,
  type FirstContactFacts,
  type FirstContactOption,
  type FirstContactReason,
  type FirstContactWay,
  RULES_BY_WAY,
  WAYS_IN,
  type WayIn,
} from "./first-contact.js";

/**
 * Recommends how a client is first approached (D3). The way in, a presentation, material by mail or a visit, is chosen once all developers have been heard, and nobody else: the one with
 * most voices. The first contact goes by phone, the most respectful way; by letter first where the client sets store by form and it isn't urgent; a letter last where it is
 * urgent, e-mail last elsewhere, as it may look informal. Each comes with its rules: on the phone, never ask for the sale outright.
 *
 * Nothing is concluded from what isn't told: a way whose address isn't known isn't chosen. What can't be read is an issue and unknown.
 *
 * @example
 * ```ts
 * import { recommendFirstContact } from "keyaccount";
 *
 * const { wayIn, firstContact } = recommendFirstContact({
 *   reachable: { phone: true, letter: true }, formal: true,
 *   developers: ["wang", "zhao"], proposals: [{ id: "wang", way: "visit" }],
 * });
 * [wayIn.way, wayIn.unheard]; // => [null, ["zhao"]]
 * firstContact.way; // => "letter"
 * firstContact.options[0]?.rules; // => ["be-formal", "short-and-clear", "no-jargon", "ask-for-an-answer"]
 * ```
 */
export function recommendFirstContact(facts: FirstContactFacts): FirstContact {
  const reader = readInput(facts);
  const root = rootFields(reader);
  const [formal, urgent, reachable] = [flagOf(root, "formal"), flagOf(root, "urgent"), recordOf(root, "reachable")];
  const options = orderOf(formal, urgent).map((way) =>
    optionOf(way, reachable && flagOf(reachable, way), { formal, urgent }),
  );
  return {
    v: 1,
    wayIn: wayInOf(root),
    firstContact: { way: options.find((one) => one.reachable === true)?.way ?? null, options },
    issues: reader.issues,
  };
}

function orderOf(formal: boolean | null, urgent: boolean | null): readonly FirstContactWay[] {
  if (urgent === true) return ["phone", "e-mail", "letter"];
  return formal === true ? ["letter", "phone", "e-mail"] : ["phone", "letter", "e-mail"];
}

interface Manners {
  readonly formal: boolean | null;
  readonly urgent: boolean | null;
}

function optionOf(way: FirstContactWay, reachable: boolean | null, { formal, urgent }: Manners): FirstContactOption {
  const own: { readonly [W in FirstContactWay]: readonly FirstContactReason[] } = {
    phone: ["most-respectful"],
    letter: ["formal", ...(urgent === true ? ["slow" as const] : [])],
    "e-mail": ["cheap-and-fast", ...(formal === false ? [] : ["may-look-informal" as const])],
  };
  const address: readonly FirstContactReason[] =
    reachable === true ? [] : [reachable === null ? "address-unknown" : "no-address"];
  return { way, reachable, reasons: [...own[way], ...address], rules: [...RULES_BY_WAY[way]] };
}

function wayInOf(root: Fields): FirstContact["wayIn"] {
  const developers = idsOf(root, "developers");
  const proposals = distinctById(recordsOf(root, "proposals") ?? [], (one) => readProposal(one, developers));
  const voices = WAYS_IN.map((way) => ({
    way,
    developers: proposals.flatMap((one) => (one.way === way ? one.id : [])).sort(),
  }));
  const heard = new Set(proposals.map(({ id }) => id));
  const unheard = (developers ?? []).filter((id) => !heard.has(id)).sort();
  const most = Math.max(...voices.map((one) => one.developers.length));
  const isDecided = developers !== null && unheard.length === 0 && most > 0;
  const way = voices.find((one) => isDecided && one.developers.length === most)?.way ?? null;
  return { way, voices, unheard, rules: way === null ? [] : [...RULES_BY_WAY[way]] };
}

/** A developer's proposal; one of somebody else is an issue, and nobody's voice (D3). */
function readProposal(
  fields: Fields,
  developers: readonly string[] | null,
): { readonly id: string; readonly way: WayIn } | null {
  const [id, way] = [demandId(fields, "id"), codeOf(fields, "way", WAYS_IN)];
  if (id === null || way === null) return null;
  if (developers === null || developers.includes(id)) return { id, way };
  return refuseField(fields, "id", { code: "unknown-value", details: { received: id, allowed: [...developers] } });
}
