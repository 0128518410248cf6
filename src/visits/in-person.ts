import type { ContactWay, HostCode } from "../ground/vocabulary.js";

const REMOTE: readonly Exclude<ContactWay, HostCode>[] = ["mailed-material", "letter", "phone", "e-mail", "fax"];

/** Whether people meet by a way of contact; a host's own way counts as one by which they do. */
export function isInPerson(way: string): boolean {
  return !REMOTE.some((one) => one === way);
}
