/** A word for each of some codes. */
export type Words<C extends string> = { readonly [K in C]: string };

/** A table of words, as it is looked up: by any id, also a host's. */
export type WordTable = Readonly<Record<string, string>>;
