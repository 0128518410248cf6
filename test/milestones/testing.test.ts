import { decide, replay } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { ExpectationError, given } from "keyaccount/testing";
import { expect, test } from "vitest";

const head = { at: "2026-11-02T08:00:00Z", by: "li" };
const start = { id: "1", type: "start", ...head } as const;
const open = given(keyAccountProcess).after(start);

test("E9.9 given, when, then: what happens is compared as far as it is written down", () => {
  open
    .when({ id: "2", type: "meet", standard: "situation-known", ...head })
    .then({ type: "standard-met", by: "li", data: { standard: "situation-known" } });
  open.when({ id: "1", type: "start", ...head }).then();
  const started = decide(keyAccountProcess, replay(keyAccountProcess, []), start);
  given(keyAccountProcess)
    .having(started.ok ? started.value : [])
    .when({ id: "2", type: "pause", reason: "x", ...head })
    .then({ type: "paused" });
});

test("E9.9 thenRefused: for exactly these reasons, or at all", () => {
  const lose = open.when({ id: "2", type: "lose", ...head });
  lose.thenRefused("required");
  lose.thenRefused();
});

test("E9.9 what didn't come about is an error that shows the difference", () => {
  const meet = open.when({ id: "2", type: "meet", standard: "situation-known", ...head });
  expect(() => {
    meet.then({ type: "standard-met", data: { standard: "selection-criteria-met" } });
  }).toThrow(ExpectationError);
  expect(() => {
    meet.then({ type: "standard-met", data: { evidence: null as never } });
  }).toThrow("expected");
  expect(() => {
    meet.then({ type: "standard-met", data: { standard: {} as never } });
  }).toThrow("expected");
  expect(() => {
    meet.then();
  }).toThrow(/expected \[\]\nreceived \[\{.*standard-met/);
  expect(() => {
    meet.then({ type: "standard-met" }, { type: "won" });
  }).toThrow("won");
  expect(() => {
    meet.thenRefused("required");
  }).toThrow("expected refused: required\nreceived accepted: standard-met");
  const lose = open.when({ id: "2", type: "lose", ...head });
  expect(() => {
    lose.then({ type: "lost" });
  }).toThrow("received refused: required");
  expect(() => {
    lose.thenRefused("wrong-status");
  }).toThrow("expected refused: wrong-status\nreceived refused: required");
  expect(() => open.after({ id: "2", type: "lose", ...head })).toThrow("expected accepted");
  const error = new ExpectationError("a", "b");
  expect([error.name, error.code, error.expected, error.received]).toEqual([
    "ExpectationError",
    "expectation-failed",
    "a",
    "b",
  ]);
});
