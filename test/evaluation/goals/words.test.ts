import { GOAL_OBSTACLE_CODES, LIMIT_EFFECTS, SETTLEMENTS } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { expect, test } from "vitest";
import { paramsOf } from "../../../src/locale/fill.js";

test.each([en, zhCN])(
  "$tag: obstacles, settlements and effects have their words, with what the codes carry",
  (locale) => {
    expect(Object.keys(locale.obstacles)).toEqual([...GOAL_OBSTACLE_CODES]);
    expect(Object.keys(locale.settlements)).toEqual([...SETTLEMENTS]);
    expect(Object.keys(locale.limitEffects)).toEqual([...LIMIT_EFFECTS]);
    const params = Object.values(locale.obstacles).map((words) => [...new Set(paramsOf(words))].sort());
    expect(params).toEqual([["condition", "grade"], ["condition", "grade"], ["indicator"], [], ["highest", "needed"]]);
  },
);
