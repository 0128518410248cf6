import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blocksOfMarkdown } from "./block.js";

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
const [english, chinese] = [read("guide.md"), read("guide.zh-CN.md")];

/** Every fenced block with its fences, whatever its language. */
const fenced = (text: string): string[] => text.match(/^```[^\n]*\n.*?^```$/gms) ?? [];
/** The text without its code. */
const prose = (text: string): string => fenced(text).reduce((rest, block) => rest.replace(block, ""), text);
/** The headings' levels and numbers. */
const headings = (text: string): string[] => prose(text).match(/^#+ (\d+\.)?/gm) ?? [];
const links = (text: string): string[] =>
  Array.from(prose(text).matchAll(/\]\(([^)]+)\)/g), ([, target = ""]) => target);

describe("the guide in two languages", () => {
  test("has the same code, block by block and byte by byte", () => {
    const codes = blocksOfMarkdown("guide.md", english).map(({ code }) => code);
    expect(codes).toHaveLength(15);
    blocksOfMarkdown("guide.zh-CN.md", chinese).forEach(({ code, where }, index) => {
      expect(code, where).toBe(codes[index]);
    });
    expect(fenced(chinese)).toEqual(fenced(english));
    expect(fenced(english)).toHaveLength(16);
  });

  test("all of which runs", () => {
    expect(
      [english, chinese].flatMap((text) => blocksOfMarkdown("", text)).filter(({ typesOnly }) => typesOnly),
    ).toEqual([]);
    for (const { code, where } of blocksOfMarkdown("guide.md", english)) expect(code, where).toMatch(/\/\/ => /);
  });

  test("has the same headings in the same places", () => {
    expect(headings(chinese)).toEqual(headings(english));
    expect(headings(english)).toHaveLength(17);
    const order = (text: string): string[] => text.match(/^(#+ |```\w+$)/gm) ?? [];
    expect(order(chinese)).toEqual(order(english));
  });

  test("links to the same pages, which are there, and to each other", () => {
    const others = (text: string): string[] => links(text).filter((target) => !target.startsWith("guide"));
    expect(others(chinese).sort()).toEqual(others(english).sort());
    for (const target of links(english)) {
      expect([target, existsSync(new URL(`../../docs/${target}`, import.meta.url))]).toEqual([target, true]);
    }
    expect([links(english)[0], links(chinese)[0]]).toEqual(["guide.zh-CN.md", "guide.md"]);
  });

  test("speaks each language: every Chinese heading and no English one is in Chinese", () => {
    const titles = (text: string): string[] => prose(text).match(/^#+ .*$/gm) ?? [];
    expect(titles(chinese).filter((title) => !/[\u4e00-\u9fff]/.test(title))).toEqual([]);
    expect(prose(english)).not.toMatch(/[\u4e00-\u9fff]/);
    for (const term of ["扫街", "客户调查表", "访问计划", "核心经销商", "里程碑", "工作标准", "客户档案", "预约"])
      expect(chinese).toContain(term);
  });
});
