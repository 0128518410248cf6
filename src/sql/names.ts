import type { KeyAccountErrorDetails } from "../ground/error.js";
import type { IssueOf, Path } from "../ground/issue.js";
import type { SqlDialect } from "./dialect.js";
import type { ReadOptions } from "./read-options.js";

/** Anything that can be wrong with what `toSql` is told. */
export type SqlIssue = IssueOf<KeyAccountErrorDetails>;

/** PostgreSQL cuts longer names off without an error, so that another column could be meant. */
const MOST_BYTES = 63;
/** Names that no quotes make safe: with NUL, with half a character, and, in Spark, with a variable that is put in before the text is parsed. */
const UNSAFE: Readonly<Record<SqlDialect, RegExp>> = {
  duckdb: /\0|\p{Surrogate}/u,
  postgres: /\0|\p{Surrogate}/u,
  spark: /\0|\p{Surrogate}|\$\{/u,
};

/** What is wrong with the names in the options and with those of the columns that come out, `computed`. */
export function nameIssues(options: ReadOptions, computed: readonly string[]): SqlIssue[] {
  const { dialect } = options;
  return [
    ...namesIn(options).flatMap(([name, path]) => nameIssue(name, path, dialect)),
    ...computed.flatMap((name) => nameIssue(name, ["prefix"], dialect)),
    ...duplicates(options, computed),
  ];
}

function namesIn({ table, columns, keep }: ReadOptions): [string, Path][] {
  return [
    ...table.map((name, index): [string, Path] => [name, ["table", index]]),
    ...Object.entries(columns).flatMap(([id, column]) =>
      Object.entries(column ?? {}).flatMap(([key, name]): [string, Path][] =>
        typeof name === "string" ? [[name, ["columns", id, key]]] : [],
      ),
    ),
    ...keep.map((name, index): [string, Path] => [name, ["keep", index]]),
  ];
}

function nameIssue(name: string, path: Path, dialect: SqlDialect): SqlIssue[] {
  if (UNSAFE[dialect].test(name)) return [{ code: "unsafe-name", path, details: { name } }];
  const bytes = bytesOf(name);
  if (dialect !== "postgres" || bytes <= MOST_BYTES) return [];
  return [{ code: "name-too-long", path, details: { name, bytes, most: MOST_BYTES } }];
}

/** The length of a text in UTF-8. */
function bytesOf(text: string): number {
  return Array.from(text, (character) => sizeOf(character.codePointAt(0) ?? 0)).reduce((sum, size) => sum + size, 0);
}

function sizeOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}

/** Columns that would come out twice; DuckDB and Spark take no notice of capitals. */
function duplicates({ keep, dialect }: ReadOptions, computed: readonly string[]): SqlIssue[] {
  const folded = [...computed, ...keep].map((name) => (dialect === "postgres" ? name : name.toLowerCase()));
  return [...computed, ...keep].flatMap((name, index): SqlIssue[] => {
    if (folded.indexOf(folded[index] as string) === index) return [];
    const path = index < computed.length ? ["prefix"] : ["keep", index - computed.length];
    return [{ code: "duplicate-column", path, details: { name } }];
  });
}
