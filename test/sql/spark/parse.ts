// The part of Spark's SQL that toSql may use, and no more: what isn't known here doesn't parse. Every function and operator is listed,
// with its documentation, in docs/sql.md.

/** An expression as it was parsed. */
export type Expression =
  | { readonly is: "number"; readonly text: string }
  | { readonly is: "string"; readonly text: string }
  | { readonly is: "date"; readonly text: string }
  | { readonly is: "boolean"; readonly value: boolean }
  | { readonly is: "null" }
  | { readonly is: "column"; readonly name: string }
  | { readonly is: "cast"; readonly of: Expression; readonly type: string }
  | { readonly is: "call"; readonly name: string; readonly of: readonly Expression[] }
  | { readonly is: "operator"; readonly name: string; readonly of: readonly Expression[] }
  | {
      readonly is: "case";
      readonly cases: readonly (readonly [Expression, Expression])[];
      readonly otherwise: Expression;
    };

/** One SELECT of a chain. */
export interface Select {
  readonly name: string;
  /** Whether it begins with all columns of the one before. */
  readonly all: boolean;
  readonly columns: readonly { readonly name: string; readonly sql: Expression }[];
  readonly from: string;
}

/** The functions that toSql may call in Spark. */
const FUNCTIONS = [
  "abs",
  "coalesce",
  "concat",
  "greatest",
  "least",
  "length",
  "nullif",
  "raise_error",
  "sign",
  "substring_index",
  "trim",
] as const;
/** The types that it may cast to. */
const TYPES = /^(BIGINT|INT|STRING|DATE|DECIMAL\(\d+, \d+\))$/;

const TOKEN =
  /\s+|\/\*(?:[^*]|\*(?!\/))*\*\/|`(?:[^`]|``)+`|'[A-Za-z0-9_+%.: -]*'|\d+\.\d+|\d+|[A-Za-z_][A-Za-z0-9_]*|<>|<=|>=|[-+*<>=(),.]/gy;

function tokensOf(sql: string): string[] {
  const tokens: string[] = [];
  let end = 0;
  for (const match of sql.matchAll(TOKEN)) {
    end = match.index + match[0].length;
    if (!/^(\s|\/\*)/.test(match[0])) tokens.push(match[0]);
  }
  if (end !== sql.length) throw new Error(`Spark can't read ${sql.slice(end, end + 60)}`);
  return tokens;
}

const COMPARISONS = ["=", "<>", "<", "<=", ">", ">="];

/** Parses the whole statement. */
export function parseSelects(sql: string): Select[] {
  const tokens = tokensOf(sql);
  let at = 0;
  const peek = (): string => tokens[at] ?? "";
  const is = (word: string): boolean => peek() === word;
  const take = (word: string): boolean => is(word) && (at += 1) > 0;
  const need = (word: string): void => {
    if (!take(word)) throw new Error(`Spark expected ${word}, got ${tokens.slice(at, at + 8).join(" ")}`);
  };
  const next = (): string => tokens[at++] ?? "";
  const op = (name: string, ...of: Expression[]): Expression => ({ is: "operator", name, of });

  function list(): Expression[] {
    const items = [disjunction()];
    while (take(",")) items.push(disjunction());
    return items;
  }
  function disjunction(): Expression {
    let left = conjunction();
    while (take("OR")) left = op("OR", left, conjunction());
    return left;
  }
  function conjunction(): Expression {
    let left = negation();
    while (take("AND")) left = op("AND", left, negation());
    return left;
  }
  function negation(): Expression {
    return take("NOT") ? op("NOT", negation()) : comparison();
  }
  function comparison(): Expression {
    const left = sum();
    if (COMPARISONS.includes(peek())) return op(next(), left, sum());
    if (take("BETWEEN")) {
      const low = sum();
      need("AND");
      return op("BETWEEN", left, low, sum());
    }
    if (take("LIKE")) return op("LIKE", left, sum());
    if (take("IN")) {
      need("(");
      const items = list();
      need(")");
      return op("IN", left, ...items);
    }
    if (!take("IS")) return left;
    const isNot = take("NOT");
    need("NULL");
    return isNot ? op("NOT", op("IS NULL", left)) : op("IS NULL", left);
  }
  function sum(): Expression {
    let left = product();
    while (is("+") || is("-")) left = op(next(), left, product());
    return left;
  }
  function product(): Expression {
    let left = factor();
    while (is("*") || is("div")) left = op(next(), left, factor());
    return left;
  }
  function factor(): Expression {
    return take("-") ? op("-", factor()) : atom();
  }
  function cast(): Expression {
    need("(");
    const of = disjunction();
    need("AS");
    let type = next();
    if (take("(")) {
      type += `(${next()}`;
      need(",");
      type += `, ${next()})`;
      need(")");
    }
    need(")");
    if (!TYPES.test(type)) throw new Error(`Spark has no type ${type}`);
    return { is: "cast", of, type };
  }
  function cases(): Expression {
    const subject = is("WHEN") ? null : disjunction();
    const found: [Expression, Expression][] = [];
    while (take("WHEN")) {
      const when = disjunction();
      need("THEN");
      found.push([subject === null ? when : op("=", subject, when), disjunction()]);
    }
    const otherwise: Expression = take("ELSE") ? disjunction() : { is: "null" };
    need("END");
    return { is: "case", cases: found, otherwise };
  }
  function call(name: string): Expression {
    if (!(FUNCTIONS as readonly string[]).includes(name)) throw new Error(`Spark has no function ${name}`);
    if (name === "trim") {
      need("TRAILING");
      const zero = disjunction();
      need("FROM");
      const of = [zero, disjunction()];
      need(")");
      return { is: "call", name, of };
    }
    const of = list();
    need(")");
    return { is: "call", name, of };
  }
  function atom(): Expression {
    const token = next();
    if (token === "(") {
      const inner = disjunction();
      need(")");
      return inner;
    }
    if (token === "CASE") return cases();
    if (token === "CAST") return cast();
    if (token === "NULL") return { is: "null" };
    if (token === "TRUE" || token === "FALSE") return { is: "boolean", value: token === "TRUE" };
    if (token === "DATE") return { is: "date", text: next().slice(1, -1) };
    if (/^\d/.test(token)) return { is: "number", text: token };
    if (token.startsWith("'")) return { is: "string", text: token.slice(1, -1) };
    if (take("(")) return call(token);
    if (token === "source" && take(".")) return { is: "column", name: next() };
    if (/^[a-z]/.test(token)) return { is: "column", name: token };
    throw new Error(`Spark didn't expect ${token} ${tokens.slice(at, at + 6).join(" ")}`);
  }
  function select(name: string): Select {
    need("SELECT");
    const all = take("*");
    const columns: { name: string; sql: Expression }[] = [];
    if (!all || take(",")) {
      do {
        const sql = disjunction();
        need("AS");
        columns.push({ name: next(), sql });
      } while (take(","));
    }
    need("FROM");
    let from = next();
    while (take(".")) from += `.${next()}`;
    if (take("AS")) need("source");
    return { name, all, columns, from };
  }

  const selects: Select[] = [];
  need("WITH");
  do {
    const name = next();
    need("AS");
    need("(");
    selects.push(select(name));
    need(")");
  } while (take(","));
  selects.push(select(""));
  if (at !== tokens.length) throw new Error(`Spark expected the end, got ${tokens.slice(at, at + 8).join(" ")}`);
  return selects;
}
