import { describe, expect, it } from 'vitest';
import { mayPostTo, webhookRule } from './webhook-address.ts';

/** Whether it is allowed as it is, and where the operator allows private networks. */
const allowed = (may: (isPrivateAllowed: boolean) => boolean) => [false, true].map(may);

describe('an address that a name leads to', () => {
  it.each([
    ['93.184.215.14', [true, true]],
    ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', [true, true]],
    // Of this machine.
    ['127.0.0.1', [false, true]],
    ['127.8.8.8', [false, true]],
    ['::1', [false, true]],
    // Around it.
    ['10.0.0.8', [false, true]],
    ['172.16.1.1', [false, true]],
    ['192.168.1.20', [false, true]],
    ['100.64.0.1', [false, true]],
    ['fd12:3456::1', [false, true]],
    // Where clouds keep credentials, and what is nobody's.
    ['169.254.169.254', [false, false]],
    ['fd00:ec2::254', [false, false]],
    ['fe80::1', [false, false]],
    ['0.0.0.0', [false, false]],
    ['::', [false, false]],
    ['224.0.0.1', [false, false]],
    ['255.255.255.255', [false, false]],
    ['ff02::1', [false, false]],
    ['no address', [false, false]],
    // IPv4 in the dress of IPv6.
    ['::ffff:169.254.169.254', [false, false]],
    ['::ffff:10.0.0.8', [false, true]],
    ['::ffff:127.0.0.1', [false, true]],
    ['64:ff9b::a9fe:a9fe', [false, false]],
  ])('%s is allowed: %o', (address, expected) => {
    expect(allowed((isPrivateAllowed) => mayPostTo(address, isPrivateAllowed))).toEqual(expected);
  });
});

describe('the address of a webhook', () => {
  it.each([
    ['https://hooks.example/a?b=c', [true, true]],
    ['https://93.184.215.14/a', [true, true]],
    ['https://hooks.example:8443/', [true, true]],
    ['http://hooks.example/', [false, false]],
    ['http://localhost:8080/', [false, true]],
    ['http://127.0.0.1/', [false, true]],
    ['http://[::1]:1234/', [false, true]],
    ['https://localhost/', [false, true]],
    ['https://10.0.0.8/', [false, true]],
    ['http://10.0.0.8/', [false, false]],
    ['https://[fd12::1]/', [false, true]],
    // Numbers that browsers and resolvers take for an address.
    ['https://2130706433/', [false, true]],
    ['https://0x7f.1/', [false, true]],
    ['https://169.254.169.254/latest', [false, false]],
    ['https://mira:secret@hooks.example/', [false, false]],
    ['https://hooks.example/#part', [false, false]],
    ['ftp://hooks.example/', [false, false]],
    ['file:///etc/passwd', [false, false]],
    ['hooks.example', [false, false]],
    ['', [false, false]],
    [`https://hooks.example/${'a'.repeat(2_000)}`, [false, false]],
  ])('%s is taken: %o', (text, expected) => {
    expect(allowed((isPrivateAllowed) => webhookRule(text, isPrivateAllowed) === null)).toEqual(expected);
  });

  it('that is not taken is told by a rule that does not repeat it', () => {
    for (const here of ['https://10.0.0.8/canary', 'http://localhost:8080/canary'])
      expect(webhookRule(here, false)).toBe(
        'must not be in a private network: the operator of the collector allows that with HOLLOWAY_WEBHOOK_PRIVATE=1',
      );
    expect(webhookRule('http://canary.example/', false)).toBe(
      'must be an address that begins with https://, without name, password and fragment, of at most 2000 characters',
    );
  });
});
