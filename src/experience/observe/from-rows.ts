import { dayOf } from "../../ground/dates.js";
import type { DecimalString } from "../../ground/numeral.js";
import { rational } from "../../ground/rational.js";
import type { VisitTopic } from "../../ground/vocabulary.js";
import { alone, byCut, datedBy, outright } from "./derive.js";
import type { DerivedObservation } from "./derived.js";
import type { ExperienceCuts } from "./figures.js";
import type { ContactRow, Rows } from "./rows.js";

type Cuts = ExperienceCuts<DecimalString>;

/** Who decides (B2.1): purchasers and product experts among those whose side is known; and who took part, whatever their side. */
export function fromDecision(row: Rows["decisions"], cuts: Cuts): DerivedObservation[] {
  const dated = datedBy("decision", row);
  const contacts = row.contacts.map(({ id }) => id);
  const sides = row.contacts.map(isExpert).filter((one) => one !== null);
  if (sides.length === 0) {
    const { at, source, ref } = dated;
    return contacts.length === 0 ? [] : [{ at, levels: {}, provenance: { source, ref }, derivation: null, contacts }];
  }
  const share = ratio(sides.filter(Boolean).length, sides.length);
  return [{ ...byCut("expert-share", share, dated, alone(dated), cuts), contacts }];
}

/** Whether a person is of purchasing or an expert for the product: by function, else by the role of buyer, else not where senior. */
function isExpert({ function: job, roles, level }: ContactRow): boolean | null {
  if (job !== null) return job === "purchasing" || job === "product-expert";
  if (roles?.includes("buyer") === true) return true;
  return level === "senior" ? false : null;
}

/** How it buys (B2.3): by the number of suppliers, else by the parts ordered from us, else by what the order says. */
export function fromOrder(row: Rows["orders"], cuts: Cuts): DerivedObservation[] {
  const { suppliers, partsOrdered, partsNeeded, bundled } = row;
  const dated = datedBy("order", row);
  if (suppliers !== null) return [byCut("supplier-count", ratio(suppliers, 1), dated, alone(dated), cuts)];
  if (partsOrdered !== null && partsNeeded !== null)
    return [byCut("part-share", ratio(partsOrdered, partsNeeded), dated, alone(dated), cuts)];
  return bundled === null ? [] : [outright("bundled", bundled ? 0 : 1, bundled, dated)];
}

/** How sensitive to price it is (B2.7), on the day of the quotation; how long it decided (B2.4), on the day of the order. */
export function fromQuotation(row: Rows["quotations"], cuts: Cuts): DerivedObservation[] {
  const { discountAsked, inquiredAt, orderedAt, interwoven } = row;
  const dated = datedBy("quotation", row);
  const told = discountAsked === null ? [] : [byCut("discount-asked", discountAsked, dated, alone(dated), cuts)];
  if (inquiredAt === null || orderedAt === null) return told;
  const days = Math.max((dayOf(orderedAt) as number) - (dayOf(inquiredAt) as number), 0);
  const decided = byCut("decision-days", ratio(days, 1), { ...dated, at: orderedAt }, alone(dated), cuts);
  return [...told, interwoven === true ? { ...decided, interwoven } : decided];
}

const AUTHORS = { seller: 0, joint: 1, client: 2, standard: 2 } as const;

/** How much guidance it needs (B2.5): whose specifications it buys by. */
export function fromSpecification(row: Rows["specifications"]): DerivedObservation[] {
  const { by } = row;
  return by === null ? [] : [outright("specification-author", AUTHORS[by], by, datedBy("specification", row))];
}

const OF_PRICE: readonly VisitTopic[] = ["price", "price-performance"];
const OF_WORTH: readonly VisitTopic[] = [
  "new-applications",
  "application-support",
  "technology",
  "reputation",
  "complete-system",
];

/** What counts (B2.2): price among the topics of a visit that tell it. */
export function fromTopics(row: Rows["visits"], cuts: Cuts): DerivedObservation[] {
  const telling = [...new Set(row.topics)].filter((topic) => [...OF_WORTH, ...OF_PRICE].includes(topic));
  if (telling.length === 0) return [];
  const dated = datedBy("visit", row);
  const share = ratio(telling.filter((topic) => OF_PRICE.includes(topic)).length, telling.length);
  return [byCut("price-topic-share", share, dated, alone(dated), cuts)];
}

/** A fraction of two counts. */
export function ratio(part: number, whole: number): ReturnType<typeof rational> {
  return rational(BigInt(part), BigInt(whole));
}
