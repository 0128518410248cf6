// Writes every ```ts block of README.md, docs and docstrings as a test file to test/docs/generated.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Block, blocksOfMarkdown, blocksOfSource, testOf } from "./block.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OUT = `${ROOT}test/docs/generated`;

const filesOf = (folder: string, extension: string): string[] =>
  existsSync(ROOT + folder)
    ? readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(extension) && !name.startsWith("api/"))
        .map((name) => `${folder}/${name}`)
        .sort()
    : [];
const read = (file: string): string => readFileSync(ROOT + file, "utf8");

const documents = [...["README.md"].filter((file) => existsSync(ROOT + file)), ...filesOf("docs", ".md")];
const blocks: readonly Block[] = [
  ...documents.flatMap((file) => blocksOfMarkdown(file, read(file))),
  ...filesOf("src", ".ts").flatMap((file) => blocksOfSource(file, read(file))),
];

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const block of blocks) {
  const name = block.where.replaceAll("/", "__").replace(":", "-L");
  writeFileSync(`${OUT}/${name}${block.typesOnly ? "" : ".test"}.ts`, testOf(block));
}
console.log(`${String(blocks.length)} blocks`);
