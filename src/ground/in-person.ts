import type { ContactWay, HostCode } from "./vocabulary.js";

const REMOTE: readonly Exclude<ContactWay, HostCode>[] = ["mailed-material", "letter", "phone", "e-mail", "fax"];

/** Whether people talk with each other by a way of contact: where they meet, and on the phone. */
export function isSpoken(way: string): boolean {
  return way === "phone" || isInPerson(way);
}

/** Whether people meet by a way of contact; a host's own way counts as one by which they do. */
export function isInPerson(way: string): boolean {
  return !REMOTE.some((one) => one === way);
}
