import type { PortfolioIssue } from "../../ground/issue.js";
import { MOST_ROWS, takeEach } from "../../ground/iterable.js";
import { print } from "../../ground/print.js";
import { byId } from "../../portfolio/order.js";
import { own } from "../../portfolio/own.js";
import { readDegrees } from "./coordinates.js";
import type { SweepPlace, UnroutedReason } from "./sweep.js";

/** A client that could be read. */
export interface ReadClient extends SweepPlace {
  readonly id: string;
  /** Why it can't be routed by its coordinates; `null` where it can. */
  readonly reason: UnroutedReason | null;
}

/** Reads clients, in the order of their ids. One without an id is an issue; one whose id stands earlier too. */
export function readClients(clients: Iterable<unknown>, isPlaced: boolean, issues: PortfolioIssue[]): ReadClient[] {
  const read: ReadClient[] = [];
  const seen = new Set<string>();
  takeEach(
    clients,
    (row, index) => {
      const one = readClient(row, index, isPlaced, issues);
      if (one === undefined) return;
      if (seen.size < seen.add(one.id).size) read.push(one);
      else issues.push({ code: "duplicate-id", path: [index, "id"], details: { id: one.id } });
    },
    "clients",
    MOST_ROWS,
  );
  return read.sort(byId);
}

function readClient(row: unknown, index: number, isPlaced: boolean, issues: PortfolioIssue[]): ReadClient | undefined {
  try {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      issues.push({ code: "wrong-type", path: [index], details: { expected: "object", received: print(row) } });
      return undefined;
    }
    const id = own(row, "id");
    if (typeof id !== "string" || id.trim() === "") {
      const isAbsent = id === undefined || id === null || typeof id === "string";
      issues.push(
        isAbsent
          ? { code: "required", path: [index, "id"], details: {} }
          : { code: "wrong-type", path: [index, "id"], details: { expected: "string", received: print(id) } },
      );
      return undefined;
    }
    return { id, ...placeOf(row, index, isPlaced, issues) };
  } catch {
    issues.push({ code: "unreadable", path: [index], details: {} });
    return undefined;
  }
}

/** Coordinates; an issue where they are needed and missing, or given and faulty. */
function placeOf(row: object, index: number, isPlaced: boolean, issues: PortfolioIssue[]): Omit<ReadClient, "id"> {
  const found: PortfolioIssue[] = [];
  const latitude = readDegrees(own(row, "latitude"), "latitude", [index, "latitude"], found);
  const longitude = readDegrees(own(row, "longitude"), "longitude", [index, "longitude"], found);
  const faults = isPlaced ? found.filter(({ code }) => code !== "required") : found;
  issues.push(...faults);
  if (latitude !== null && longitude !== null) return { latitude, longitude, reason: null };
  const reason = found.every(({ code }) => code === "required") ? "no-coordinates" : "faulty-coordinates";
  return { latitude, longitude, reason };
}
