import { type Expression, parseSelects, type Select } from "./parse.js";
import {
  arithmetic,
  asDecimal,
  common,
  decimal,
  held,
  printDecimal,
  printDouble,
  readDecimal,
  rescaled,
  type Type,
  type Value,
} from "./types.js";

/** A table: the types of its columns, by their quoted names, and its rows. */
export interface Table {
  readonly types: Readonly<Record<string, Type>>;
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

type Types = Readonly<Record<string, Type>>;
type Row = Readonly<Record<string, Value>>;

/** Runs what toSql wrote for Spark by Spark's rules; anything that Spark would round, overflow or convert unasked throws. */
export function runSpark(sql: string, table: Table): { readonly types: Types; readonly rows: readonly Row[] } {
  return parseSelects(sql).reduce<Table>((before, select) => run(select, before), table);
}

function run(select: Select, { types, rows }: Table): Table {
  const own = select.columns.map(({ name, sql }) => ({ name, typed: typed(sql, types) }));
  const ownTypes = Object.fromEntries(own.map(({ name, typed: { type } }) => [name, type]));
  return {
    types: { ...(select.all ? types : {}), ...ownTypes },
    rows: rows.map((row) => ({
      ...(select.all ? row : {}),
      ...Object.fromEntries(own.map(({ name, typed: { of } }) => [name, of(row)])),
    })),
  };
}

/** An expression that knows its type before any row is looked at, as Spark's do. */
interface Typed {
  readonly type: Type;
  readonly of: (row: Row) => Value;
}

const NUMBER = { is: "double" } as const;
const BOOLEAN = { is: "boolean" } as const;
const STRING = { is: "string" } as const;
const BIGINT = { is: "bigint" } as const;
const INT = { is: "int" } as const;

function typed(sql: Expression, types: Types): Typed {
  switch (sql.is) {
    case "null":
      return { type: { is: "null" }, of: () => null };
    case "boolean":
      return { type: BOOLEAN, of: () => sql.value };
    case "string":
      return { type: STRING, of: () => sql.text };
    case "date":
      return { type: { is: "date" }, of: () => sql.text };
    case "number":
      return numberOf(sql.text);
    case "column": {
      const type = types[sql.name];
      if (type === undefined) throw new Error(`Spark knows no column ${sql.name}`);
      return { type, of: (row) => row[sql.name] ?? null };
    }
    case "cast":
      return castTo(typed(sql.of, types), sql.type);
    case "case": {
      const cases = sql.cases.map(([when, then]) => [typed(when, types), typed(then, types)] as const);
      const otherwise = typed(sql.otherwise, types);
      const type = [...cases.map(([, then]) => then.type), otherwise.type].reduce(common);
      return {
        type,
        of: (row) => as(cases.find(([when]) => when.of(row) === true)?.[1] ?? otherwise, type)(row),
      };
    }
    case "call":
      return callOf(
        sql.name,
        sql.of.map((one) => typed(one, types)),
      );
    case "operator":
      return operatorOf(
        sql.name,
        sql.of.map((one) => typed(one, types)),
      );
  }
}

function numberOf(text: string): Typed {
  const [whole = "", fraction = ""] = text.split(".");
  const value = BigInt(whole + fraction);
  if (fraction === "" && value < 2n ** 31n) return { type: INT, of: () => value };
  if (fraction === "" && value < 2n ** 63n) return { type: BIGINT, of: () => value };
  const digits = Math.max(String(value).length, fraction.length);
  return { type: decimal(digits, fraction.length), of: () => held(value, decimal(digits, fraction.length)) };
}

/** A value as another exact type, without loss. */
function as({ type: from, of }: Typed, to: Type): (row: Row) => Value {
  if (to.is !== "decimal" || from.is === "null") return of;
  const { scale } = asDecimal(from);
  return (row) => {
    const value = of(row);
    return value === null ? null : held(rescaled(value as bigint, scale, to.scale), to);
  };
}

function castTo(one: Typed, text: string): Typed {
  const [, digits, scale] = /^DECIMAL\((\d+), (\d+)\)$/.exec(text) ?? [];
  const type: Type =
    digits === undefined ? { is: text.toLowerCase() as "bigint" } : decimal(Number(digits), Number(scale));
  return {
    type,
    of: (row) => {
      const value = one.of(row);
      return value === null ? null : converted(value, one.type, type);
    },
  };
}

function converted(value: Value, from: Type, to: Type): Value {
  if (to.is === "string") return printed(value, from);
  if (to.is === "decimal") {
    if (from.is === "string") return held(readDecimal(String(value), to.scale), to);
    if (from.is === "double") return held(readDecimal(printDouble(value as number), to.scale), to);
    return held(rescaled(value as bigint, asDecimal(from).scale, to.scale), to);
  }
  if (to.is === "int" && from.is === "string") return held(BigInt(value as string), to);
  if (to.is === "date" && from.is === "date") return value;
  if (to.is === "bigint" && from.is !== "double") {
    const { scale } = asDecimal(from);
    const whole = (value as bigint) / 10n ** BigInt(scale);
    if (rescaled(whole, 0, scale) !== value) throw new Error(`Spark would cut ${String(value)} off`);
    return held(whole, to);
  }
  throw new Error(`Spark would cast ${from.is} to ${to.is}`);
}

function printed(value: Value, from: Type): string {
  if (from.is === "double") return printDouble(value as number);
  if (from.is === "string") return value as string;
  return printDecimal(value as bigint, asDecimal(from).scale);
}

function strings(of: readonly Typed[]): void {
  if (of.some(({ type }) => type.is !== "string")) throw new Error("Spark would turn a number into a text");
}

function callOf(name: string, of: readonly Typed[]): Typed {
  const [first, second, third] = of as [Typed, Typed, Typed];
  const texts = (row: Row): string[] | null => {
    const values = of.map((one) => one.of(row));
    return values.includes(null) ? null : values.map(String);
  };
  switch (name) {
    case "raise_error":
      return {
        type: { is: "null" },
        of: (row) => {
          throw new Error(`raised: ${String(first.of(row))}`);
        },
      };
    case "coalesce": {
      const type = of.map((one) => one.type).reduce(common);
      return { type, of: (row) => of.map((one) => as(one, type)(row)).find((value) => value !== null) ?? null };
    }
    case "nullif":
      return { type: first.type, of: (row) => (compared(first, second, row) === 0 ? null : first.of(row)) };
    case "greatest":
    case "least": {
      const type = of.map((one) => one.type).reduce(common);
      const sign = name === "greatest" ? 1 : -1;
      const better = (a: Value, b: Value): Value =>
        a === null ? b : b === null ? a : ((a as bigint) - (b as bigint)) * BigInt(sign) >= 0n ? a : b;
      return { type, of: (row) => of.map((one) => as(one, type)(row)).reduce(better) };
    }
    case "abs":
      return { type: first.type, of: (row) => sizeOf(first.of(row) as bigint | null) };
    case "sign":
      return { type: NUMBER, of: (row) => signOf(first.of(row)) };
    case "length":
      strings([first]);
      return {
        type: INT,
        of: (row) => {
          const [text] = texts(row) ?? [];
          return text === undefined ? null : BigInt(text.length);
        },
      };
    case "trim":
      strings(of);
      return {
        type: STRING,
        of: (row) => {
          const [, text] = texts(row) ?? [];
          return text?.replace(/0+$/, "") ?? null;
        },
      };
    case "concat":
      strings(of);
      return { type: STRING, of: (row) => texts(row)?.join("") ?? null };
    default:
      strings([first, second]);
      return {
        type: STRING,
        of: (row) => substringIndex(first.of(row), String(second.of(row)), Number(third.of(row))),
      };
  }
}

const sizeOf = (value: bigint | null): bigint | null => (value === null || value >= 0n ? value : -value);
const signOf = (value: Value): number | null => (value === null ? null : Math.sign(Number(value)));

function substringIndex(text: Value, mark: string, count: number): string | null {
  if (text === null) return null;
  const parts = String(text).split(mark);
  return (count > 0 ? parts.slice(0, count) : parts.slice(count)).join(mark);
}

/** −1, 0, 1 or NULL; doubles as doubles, where NaN is above all, everything else exactly. */
function compared(a: Typed, b: Typed, row: Row): number | null {
  const [one, other] = [a.of(row), b.of(row)];
  if (one === null || other === null) return null;
  if (a.type.is === "double" || b.type.is === "double") return order(Number(one), Number(other));
  const type = common(a.type, b.type);
  if (type.is !== "decimal") return one < other ? -1 : one > other ? 1 : 0;
  const [left, right] = [as(a, type)(row), as(b, type)(row)] as [bigint, bigint];
  return left < right ? -1 : left > right ? 1 : 0;
}

function order(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

const HOLDS: Readonly<Record<string, (sign: number) => boolean>> = {
  "=": (sign) => sign === 0,
  "<>": (sign) => sign !== 0,
  "<": (sign) => sign < 0,
  "<=": (sign) => sign <= 0,
  ">": (sign) => sign > 0,
  ">=": (sign) => sign >= 0,
};

function and(a: Value, b: Value): Value {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}
const not = (a: Value): Value => (a === null ? null : a !== true);

function operatorOf(name: string, of: readonly Typed[]): Typed {
  const [first, second, third] = of as [Typed, Typed, Typed];
  const holds = HOLDS[name];
  if (holds !== undefined) {
    return boolean((row) => {
      const sign = compared(first, second, row);
      return sign === null ? null : holds(sign);
    });
  }
  switch (name) {
    case "AND":
      return boolean((row) => (first.of(row) === false ? false : and(first.of(row), second.of(row))));
    case "OR":
      return boolean((row) => (first.of(row) === true ? true : not(and(not(first.of(row)), not(second.of(row))))));
    case "NOT":
      return boolean((row) => not(first.of(row)));
    case "IS NULL":
      return boolean((row) => first.of(row) === null);
    case "BETWEEN":
      return boolean((row) => {
        const [low, high] = [compared(first, second, row), compared(first, third, row)];
        return and(low === null ? null : low >= 0, high === null ? null : high <= 0);
      });
    case "IN":
      return boolean((row) => {
        const value = first.of(row);
        return value === null ? null : of.slice(1).some((one) => one.of(row) === value);
      });
    case "LIKE":
      strings([first, second]);
      return boolean((row) => {
        const text = first.of(row);
        return text === null ? null : String(text).includes(String(second.of(row)).slice(1, -1));
      });
    case "div":
      return { type: BIGINT, of: (row) => quotient(first, second, row) };
    default:
      return of.length === 1 ? negated(first) : computed(name, first, second);
  }
}

const boolean = (of: (row: Row) => Value): Typed => ({ type: BOOLEAN, of });

function negated({ type, of }: Typed): Typed {
  asDecimal(type);
  return {
    type,
    of: (row) => {
      const value = of(row);
      return value === null ? null : held(-(value as bigint), type);
    },
  };
}

function quotient(a: Typed, b: Typed, row: Row): Value {
  if (asDecimal(a.type).scale + asDecimal(b.type).scale > 0) throw new Error("Spark would divide decimals");
  const [n, d] = [a.of(row), b.of(row)] as [bigint | null, bigint | null];
  return n === null || d === null ? null : held(n / d, BIGINT);
}

function computed(name: string, a: Typed, b: Typed): Typed {
  const type = arithmetic(name, a.type, b.type);
  const { scale } = asDecimal(type);
  const [left, right] = [asDecimal(a.type).scale, asDecimal(b.type).scale];
  return {
    type,
    of: (row) => {
      const [one, other] = [a.of(row), b.of(row)] as [bigint | null, bigint | null];
      if (one === null || other === null) return null;
      if (name === "*") return held(one * other, type);
      const [x, y] = [rescaled(one, left, scale), rescaled(other, right, scale)];
      return held(name === "+" ? x + y : x - y, type);
    },
  };
}
