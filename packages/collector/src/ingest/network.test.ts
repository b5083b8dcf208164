import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf as networkOfRelay } from '../../../sdk/src/relay/network.ts';
import { forwardedAddress, networkOf, relayedCountry, relayedNetwork } from './network.ts';

describe('the network of an address', () => {
  it.each([
    ['198.51.100.77', '198.51.100.0'],
    ['0.0.0.0', '0.0.0.0'],
    ['::ffff:198.51.100.77', '198.51.100.0'],
    ['::FFFF:c633:644d', '198.51.100.0'],
    ['0:0:0:0:0:ffff:198.51.100.77', '198.51.100.0'],
    ['2001:db8:1234:5678:9abc:def0:1234:5678', '2001:db8:1234::'],
    ['2001:DB8:1234::1', '2001:db8:1234::'],
    ['2001:db8::1', '2001:db8:0::'],
    ['2001:db8::', '2001:db8:0::'],
    ['::1', '0:0:0::'],
    ['::1:2:3:4:5:6', '0:0:1::'],
    ['2001::1:2:3:4:5:6', '2001:0:1::'],
    ['0:0:1:2::3', '0:0:1::'],
    ['::', '0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0::'],
    ['64:ff9b::198.51.100.77', '64:ff9b:0::'],
  ])('%s lies in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    '',
    'unknown',
    '198.51.100',
    '198.51.100.256',
    '198.51.100.077',
    ' 198.51.100.77',
    '2001:db8',
    '2001:db8:::1',
    '1:2:3:4:5:6:7:8:9',
    'shop.example',
  ])('is not guessed from %j', (address) => {
    expect(networkOf(address)).toBeNull();
  });
});

describe('the forwarded address', () => {
  it.each([
    ['the only element', { 'x-forwarded-for': '198.51.100.77' }, '198.51.100.77'],
    ['the last of several', { 'x-forwarded-for': '203.0.113.9, 10.0.0.1,198.51.100.77' }, '198.51.100.77'],
    ['an address with a port', { 'x-forwarded-for': '198.51.100.77:4711' }, '198.51.100.77'],
    ['an IPv6 address', { 'x-forwarded-for': '2001:db8::7' }, '2001:db8::7'],
    ['an IPv6 address in brackets', { 'x-forwarded-for': '[2001:db8::7]' }, '2001:db8::7'],
    ['an IPv6 address with a port', { 'x-forwarded-for': '[2001:db8::7]:4711' }, '2001:db8::7'],
    ['Forwarded', { forwarded: 'for=198.51.100.77;proto=https;by=10.0.0.1' }, '198.51.100.77'],
    ['a quoted node', { forwarded: 'proto=https; For="[2001:db8::7]:4711"' }, '2001:db8::7'],
    ['the last of Forwarded', { forwarded: 'for=203.0.113.9, for=198.51.100.77' }, '198.51.100.77'],
    [
      'a quotation left open by the caller',
      { forwarded: 'for="203.0.113.9, for=198.51.100.77' },
      '198.51.100.77',
    ],
    [
      'X-Forwarded-For before Forwarded',
      { 'x-forwarded-for': '198.51.100.77', forwarded: 'for=203.0.113.9' },
      '198.51.100.77',
    ],
    ['a node with a hidden port', { forwarded: 'for="198.51.100.77:_hidden"' }, '198.51.100.77'],
    ['brackets that are left open', { 'x-forwarded-for': '[2001:db8::77' }, '[2001:db8::77'],
    ['brackets with more behind them', { 'x-forwarded-for': '[2001:db8::7]x' }, '[2001:db8::7]x'],
    ['an address with no port behind its colon', { 'x-forwarded-for': '198.51.100.77:x' }, '198.51.100.77:x'],
    ['what the proxy does not know', { forwarded: 'for=unknown' }, 'unknown'],
    ['nothing in an empty header', { 'x-forwarded-for': '' }, ''],
  ])('is read from %s', (_, headers, address) => {
    expect(forwardedAddress(new Headers(headers))).toBe(address);
  });

  it('is null without a header', () => {
    expect(forwardedAddress(new Headers())).toBeNull();
  });
});

describe('what the relay tells', () => {
  const network = (told: string) => relayedNetwork(new Headers({ 'holloway-network': told }));
  const country = (told: string) => relayedCountry(new Headers({ 'holloway-country': told }));

  it.each([
    ['a network', '198.51.100.0', '198.51.100.0'],
    ['a network of IPv6', '2001:db8:1234::', '2001:db8:1234::'],
    ['a network in short', '2001:db8::', '2001:db8:0::'],
    ['a whole address, which it should not', '198.51.100.77', '198.51.100.0'],
    ['a hash', 'p9VP8wXPhko-8trqHHE-xg', 'p9VP8wXPhko-8trqHHE-xg'],
    ['nothing', '', null],
    ['no address', 'unknown', null],
    ['two at once', '198.51.100.0, 203.0.113.0', null],
    ['more than a hash is', 'x'.repeat(65), null],
  ])('is where a visitor is, from %s', (_, told, is) => {
    expect(network(told)).toBe(is);
  });

  it.each([
    ['IT', 'IT'],
    ['XX', null],
    ['ZZ', null],
    ['T1', null],
    ['it', null],
    ['IT, SE', null],
    ['', null],
  ])('is the country %j where that is one', (told, is) => {
    expect(country(told)).toBe(is);
  });

  it('is nothing without a header', () => {
    expect(relayedNetwork(new Headers())).toBeNull();
    expect(relayedCountry(new Headers())).toBeNull();
  });
});

describe('the network that the relay tells, and the one that is found here', () => {
  const octet = fc.oneof(fc.nat(255), fc.nat(300)).map(String);
  const ipv4 = fc.array(octet, { minLength: 4, maxLength: 4 }).map((octets) => octets.join('.'));
  /** Zeros and the group that tells a mapped address are more frequent than chance has them. */
  const group = fc
    .tuple(
      fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 0, 0, 0xffff)),
      fc.constantFrom('short', 'long', 'upper'),
    )
    .map(([value, spelling]) => {
      const text = value.toString(16);
      return spelling === 'short' ? text : spelling === 'long' ? text.padStart(4, '0') : text.toUpperCase();
    });
  const groups = fc.array(group, { maxLength: 9 }).map((all) => all.join(':'));
  const gap = fc.constantFrom('', '::', '::', '::', ':');
  const zone = fc.constantFrom('', '', '', '', '%eth0', '%1', '%en-0.5', '%br_lan', '%', '%a b');
  const ipv6 = fc
    .tuple(
      groups,
      gap,
      groups,
      fc.oneof(
        fc.constant(''),
        ipv4.map((tail) => `:${tail}`),
      ),
      zone,
    )
    .map((parts) => parts.join(''));
  const mapped = fc
    .tuple(
      fc.constantFrom('::ffff:', '::FFFF:', '0:0:0:0:0:ffff:', '::', '::ffff:0:', '64:ff9b::'),
      ipv4,
      zone,
    )
    .map((parts) => parts.join(''));
  /** One character less, more, or another. */
  const spoilt = fc
    .tuple(fc.oneof(ipv4, ipv6, mapped), fc.nat(45), fc.nat(1), fc.constantFrom(...'01afgAF:.%-_[] \n', ''))
    .map(([text, at, less, more]) => text.slice(0, at) + more + text.slice(at + less));
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9a-f:.%]{1,45}$/));

  /** The relay reads what servers write around an address too; here that is taken off before. */
  const isDressed = (text: string): boolean =>
    text !== text.trim() || text.startsWith('[') || /^[^:]+:[\w.-]+$/.test(text);

  it.each([
    ['addresses of IPv4', ipv4],
    ['addresses of IPv6, however they are written', fc.oneof(fc.ipV6(), ipv6)],
    ['addresses of IPv4 in those of IPv6', mapped],
    ['what is nearly an address', spoilt],
    ['what is none', anything],
  ])('are the same for %s', (_, texts) => {
    fc.assert(
      fc.property(
        texts.filter((text) => !isDressed(text)),
        (text) => {
          expect(networkOfRelay(text)).toBe(networkOf(text));
          expect(networkOf(text) === null).toBe(isIP(text) === 0);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('are the same for what a proxy writes around an address', () => {
    const port = fc.constantFrom('', ':0', ':443', ':_hidden', ':', ':x', ':443:1');
    const dressed = fc.oneof(
      fc.tuple(fc.constantFrom('', ' '), ipv4, port, fc.constantFrom('', ' ')),
      fc.tuple(fc.constantFrom('[', ''), fc.oneof(ipv6, mapped, ipv4), fc.constantFrom(']', ''), port),
    );
    fc.assert(
      fc.property(dressed, (parts) => {
        const text = parts.join('');
        const here = forwardedAddress({ get: (name) => (name === 'x-forwarded-for' ? text : null) });
        expect(networkOfRelay(text)).toBe(networkOf(here ?? ''));
      }),
      { numRuns: 3_000 },
    );
  });
});
