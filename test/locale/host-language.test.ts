import { checkLocale, extendLocale, formatReason, formatVisitReason, type Locale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { describe, expect, test } from "vitest";

const answers: Locale["answers"] = { yes: "да", no: "нет" };
/** Russian as a host would begin it: its rules from CLDR, and the tables that are done. */
const ru = extendLocale(en, {
  tag: "ru",
  plurals: {
    one: "v = 0 and i % 10 = 1 and i % 100 != 11",
    few: "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
    many: "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
  },
  answers,
  enthusiasmReasons: {
    "answers-late":
      "{late} {late|one:ответ опоздал|few:ответа опоздали|many:ответов опоздали|other:ответа опоздали} (всего {answered})",
  },
  visits: {
    cadenceReasons: {
      rhythm:
        "{days|one:каждый|other:каждые} {days} {days|one:день|few:дня|many:дней|other:дня}, последний раз {since}",
    },
  },
});

describe("a host's language with more forms for numbers than English", () => {
  test.each([
    [1, "1 ответ опоздал (всего 40)"],
    [3, "3 ответа опоздали (всего 40)"],
    [5, "5 ответов опоздали (всего 40)"],
    [11, "11 ответов опоздали (всего 40)"],
    [21, "21 ответ опоздал (всего 40)"],
    [22, "22 ответа опоздали (всего 40)"],
  ])("%i", (late, text) => {
    expect(formatReason({ code: "answers-late", late, answered: 40 }, ru)).toBe(text);
  });

  test("the words around a number change with it too", () => {
    const texts = [1, 30].map((days) => formatVisitReason({ code: "rhythm", days, since: "2026-11-01" }, ru));
    expect(texts).toEqual(["каждый 1 день, последний раз 2026-11-01", "каждые 30 дней, последний раз 2026-11-01"]);
  });

  test("Arabic has a form of its own for none, one, two, three to ten, more, and hundreds", () => {
    const ar = extendLocale(en, {
      tag: "ar",
      plurals: { zero: "n = 0", one: "n = 1", two: "n = 2", few: "n % 100 = 3..10", many: "n % 100 = 11..99" },
      visits: { weekReasons: { "over-capacity": "{needed|zero:z|one:o|two:t|few:f|many:m|other:x}{left}" } },
    });
    const forms = [0, 1, 2, 7, 30, 100].map((needed) =>
      formatVisitReason({ code: "over-capacity", needed, left: 0 }, ar),
    );
    expect(forms).toEqual(["z0", "o0", "t0", "f0", "m0", "x0"]);
  });

  test("what isn't translated yet is English, and the language as begun lacks nothing", () => {
    expect(ru.table.total).toBe("Total");
    expect(checkLocale(ru, en)).toEqual([]);
  });
});
