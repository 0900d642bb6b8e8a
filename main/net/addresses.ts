import ipaddr from 'ipaddr.js';

const GLOBAL_IPV6 = ipaddr.IPv6.parse('2000::');
/** Addresses of IPv4 as networks without IPv4 write them (RFC 6052). */
const IPV4_OVER_IPV6 = ipaddr.IPv6.parse('64:ff9b::');

/**
 * Whether an IP address belongs to the internet: not to this computer, the network it is in, a provider's inside, or nothing at all. An address of
 * IPv4 in the clothes of IPv6 is what it is underneath.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  if (address.isIPv4MappedAddress()) return isPublicAddress(address.toIPv4Address().toString());
  if (address.match(IPV4_OVER_IPV6, 96)) return isPublicAddress(address.toByteArray().slice(12).join('.'));
  return address.match(GLOBAL_IPV6, 3) && address.range() === 'unicast';
}

/** Names that mean a computer nearby whatever a resolver says (RFC 6761, 6762, 8375), so that they need not be resolved. */
const isNearbyName = (name: string): boolean =>
  /(?:^|\.)(?:localhost|local|internal|home\.arpa|localdomain)$/.test(name);

/** Whether an address names, without asking anyone, a computer that is not on the internet. */
export function isPrivateHost(hostname: string): boolean {
  const name = bareHost(hostname);
  return ipaddr.isValid(name) ? !isPublicAddress(name) : isNearbyName(name) || !name.includes('.');
}

/** A host as `URL` has it, without the brackets of IPv6 and the dot at the end. */
export const bareHost = (hostname: string): string =>
  hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
