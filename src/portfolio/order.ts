/** Orders by id in code-unit order: the tie-break of every list of clients, whatever the order of the host's rows. Ids are distinct. */
export function byId({ id }: { readonly id: string }, other: { readonly id: string }): number {
  return id < other.id ? -1 : 1;
}
