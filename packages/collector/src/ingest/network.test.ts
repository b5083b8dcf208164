import { describe, expect, it } from 'vitest';
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
