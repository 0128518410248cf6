const refuse = (): never => {
  throw new TypeError("not for you");
};

/** A value that throws whatever is asked of it. */
export function throwing(): object {
  return new Proxy(
    {},
    { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse, getPrototypeOf: refuse },
  );
}

/** A proxy of a list, switched off: even `Array.isArray` throws. */
export function revoked(): object {
  const { proxy, revoke } = Proxy.revocable<unknown[]>([], {});
  revoke();
  return proxy;
}
