/** Values that no caller should give, each made anew. */
export const HOSTILE: readonly (readonly [string, () => unknown])[] = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["a number", () => 5],
  ["NaN", () => Number.NaN],
  ["a text", () => "text"],
  ["a symbol", () => Symbol("s")],
  ["a function", () => () => 1],
  ["a sparse array", () => Object.assign([], { length: 3 })],
  ["a date", () => new Date(0)],
  ["a cycle", () => Object.assign(Object.create(null) as Record<string, unknown>, selfish())],
  [
    "a throwing getter",
    () => ({
      get id(): string {
        throw new RangeError("no");
      },
    }),
  ],
  [
    "a throwing proxy",
    () => new Proxy({}, { get: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse, has: refuse }),
  ],
  ["a revoked proxy", revoked],
  ["__proto__", () => JSON.parse('{ "__proto__": { "id": "x" } }') as unknown],
];

function selfish(): object {
  const one: Record<string, unknown> = {};
  one["self"] = one;
  return one;
}

function refuse(): never {
  throw new TypeError("no");
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
