/**
 * Looks a name up where the connection is made, and lets those of its addresses through that may be connected to: so that
 * nobody can answer otherwise between the check and the connection.
 */
import { lookup as resolveName } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';

export interface CheckedLookupDeps {
  readonly mayConnect: (address: string) => boolean;
  /** Default: the resolver of the system. */
  readonly resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>;
  /** None of the addresses may be connected to. */
  readonly refused: () => Error;
  readonly unknown: (cause: unknown) => Error;
}

export function createCheckedLookup(deps: CheckedLookupDeps): LookupFunction {
  const { mayConnect, resolve, refused, unknown } = deps;
  const addresses = resolve ?? ((host: string) => resolveName(host, { all: true }));
  return (host, options, callback) => {
    addresses(host).then(
      (found) => {
        const allowed = found.filter(({ address }) => mayConnect(address));
        const [first] = allowed;
        if (first === undefined) callback(refused(), '', 0);
        else if (options.all === true) callback(null, [...allowed]);
        else callback(null, first.address, first.family);
      },
      (cause) => callback(unknown(cause), '', 0),
    );
  };
}
