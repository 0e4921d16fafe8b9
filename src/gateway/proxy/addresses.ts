import { BlockList, isIP } from 'node:net';

type Family = 'ipv4' | 'ipv6';
type Range = readonly [address: string, bits: number];

/** This machine, its links, where clouds tell machines their credentials, and what is nobody's address. */
const NEVER: readonly Range[] = [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Azure’s and Alibaba’s services for the machine itself.
  ['168.63.129.16', 32],
  ['100.100.100.200', 32],
];

const NEVER_6: readonly Range[] = [
  // Unspecified, loopback, and the old way to write an IPv4 address in them.
  ['::', 96],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['100::', 64],
  // Tunnels, which carry an IPv4 address of anybody's choice.
  ['2001::', 32],
  ['2002::', 16],
  ['64:ff9b:1::', 48],
  // Amazon’s and Google’s services for the machine itself.
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
];

/** Networks that are not the world's: private ones, and those of examples, which some use as such. */
const PRIVATE: readonly Range[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['198.18.0.0', 15],
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
];

const PRIVATE_6: readonly Range[] = [
  ['fc00::', 7],
  ['2001:db8::', 32],
];

/** IPv6 addresses that a network translates into the IPv4 address at their end. */
const TRANSLATED = '64:ff9b::';
const TRANSLATED_BITS = 96;

const never = listOf(NEVER, NEVER_6);
const privately = listOf(PRIVATE, PRIVATE_6);

/** Whether a name may stand for that address; a private one may it only where somebody vouched for the name. */
export function isPermitted(address: string, mayBePrivate: boolean): boolean {
  const family = familyOf(address);
  if (family === null || never.check(address, family)) return false;
  return mayBePrivate || !privately.check(address, family);
}

/** Null for what is no address, and for one that says on which link it is meant. */
function familyOf(address: string): Family | null {
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 0) return null;
  return version === 4 ? 'ipv4' : 'ipv6';
}

/** A list of IPv4 ranges holds for the IPv6 addresses that stand for them, too. */
function listOf(ranges: readonly Range[], ranges6: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of ranges) {
    list.addSubnet(address, bits, 'ipv4');
    list.addSubnet(`${TRANSLATED}${address}`, TRANSLATED_BITS + bits, 'ipv6');
  }
  for (const [address, bits] of ranges6) list.addSubnet(address, bits, 'ipv6');
  return list;
}
