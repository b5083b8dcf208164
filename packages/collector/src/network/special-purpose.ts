/**
 * Addresses that nobody has on the internet: of private, reserved and documentation networks. Pure.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
import { BlockList, isIP } from 'node:net';

type Network = readonly [network: string, prefix: number];

const SPECIAL: readonly Network[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, and where clouds keep the credentials of a machine.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, and what is kept for later.
  ['224.0.0.0', 3],
  // Documentation.
  ['2001:db8::', 32],
  ['3fff::', 20],
];

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** @returns Whether an address lies in one of the networks; false of anything that is no address. */
export function inSome(networks: readonly Network[]): (address: string) => boolean {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, familyOf(network));
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

const isListed = inSome(SPECIAL);
/** Of IPv6, nothing else is reached from elsewhere at all. */
const isGlobal6 = inSome([['2000::', 3]]);

/** Anything that is no address is nobody's either. */
export function isSpecialPurpose(address: string): boolean {
  const version = isIP(address);
  return version === 0 || isListed(address) || (version === 6 && !isGlobal6(address));
}
