import { audit, replay } from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { playDeal, tampered } from "../../examples/deal.js";

const { record, turns } = playDeal(en);
const state = replay(keyAccountProcess, record.events);

describe("E9.1 … E9.8 a deal from lead to payment", () => {
  test("E9.9 the jump, the empty gate, the early cost and the approval by who asked are refused, all else is accepted", () => {
    expect(turns.flatMap(({ refusals }, index) => (refusals.length > 0 ? [[index + 1, refusals.length]] : []))).toEqual(
      [
        [2, 4],
        [3, 3],
        [6, 1],
        [9, 1],
      ],
    );
    expect(playDeal(zhCN).record).toEqual(record);
  });

  test("E9.9 it is won, and the override, the loss and the reopening stay in the state", () => {
    expect(state.status).toBe("won");
    expect(state.won?.milestone).toBe("contract");
    expect(state.stays.map(({ milestone, exit }) => `${milestone} ${exit ?? "here"}`)).toEqual([
      "planning passed",
      "visit passed",
      "approval passed",
      "deep-contact lost",
      "deep-contact overridden",
      "solution passed",
      "bid passed",
      "contract passed",
      "delivery passed",
    ]);
    expect(state.overrides).toMatchObject([
      { by: "zhao-lei", unmet: { standards: ["decision-map-complete", "inside-supporters-won"] } },
    ]);
    expect(state.closings.map(({ as, cause, reopened }) => [as, cause, reopened?.reason ?? null])).toEqual([
      ["lost", "no-decision", "the new plant was approved"],
      ["won", null, null],
    ]);
    expect(state.efforts["deep-contact"]).toEqual({ contacts: 1, minutes: 90, costs: { CNY: "800" }, early: 0 });
  });

  test("E9.9 the audit is clean, and names what was tampered with", () => {
    const processes = [keyAccountProcess] as never;
    expect(audit(record, { processes })).toMatchObject({ isClean: true, sound: 19 });
    expect(audit(tampered(record), { processes }).fault).toEqual({
      code: "not-allowed",
      index: 5,
      id: "step-10",
      reasons: ["same-person"],
    });
  });
});
