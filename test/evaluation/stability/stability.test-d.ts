import { defineScorecard, type Facts, lintScorecard, type Scorecard, stability } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { expectTypeOf, test } from "vitest";

const card = defineScorecard({
  id: "typed",
  version: "1",
  indicators: {
    brands: { kind: "choice", weight: "60", options: { none: "0", some: "0.6" } },
    engineers: { kind: "flag", weight: "40" },
  },
  grades: [
    { grade: "A", from: "50" },
    { grade: "B", from: null },
  ],
});

test("ids and grades are inferred", () => {
  const result = stability(card, { brands: "some" }, { against: { engineers: true } });
  expectTypeOf(result.grade).toEqualTypeOf<"A" | "B" | null>();
  expectTypeOf<NonNullable<typeof result.smallest>["grade"]>().toEqualTypeOf<"A" | "B">();
  expectTypeOf<NonNullable<typeof result.smallest>["indicator"]>().toEqualTypeOf<"brands" | "engineers">();
  expectTypeOf<keyof typeof result.indicators>().toEqualTypeOf<"brands" | "engineers">();
  expectTypeOf<NonNullable<typeof result.against>["order"]>().toEqualTypeOf<"above" | "equal" | "below" | null>();
});

test("wrong ids and values don't compile", () => {
  // @ts-expect-error no indicator has this id
  stability(card, { brand: "some" });
  // @ts-expect-error the choice has no such option
  stability(card, { brands: "all" });
  // @ts-expect-error the other client's facts are checked too
  stability(card, {}, { against: { engineers: "yes" } });
});

test("a scorecard without inference takes any facts", () => {
  const loose: Scorecard = card;
  const facts: Facts = { anything: 1 };
  expectTypeOf(stability(loose, facts).grade).toEqualTypeOf<string | null>();
});

test("languages are asked for their tag; every locale of the package is one", () => {
  lintScorecard(card, { locales: [en, { tag: "de", grades: { A: "Eins" } }] });
  // @ts-expect-error without a tag a finding couldn't say which language lacks the name
  lintScorecard(card, { locales: [{ grades: {} }] });
});
