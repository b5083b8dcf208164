import { describe, expect, it } from 'vitest';
import { isLoopbackHost, isLoopbackOrigin } from './loopback.ts';

describe('a host', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', '::1'])('%s is of the machine itself', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each(['0.0.0.0', '[::]', 'shop.example', 'localhost.example', '127a0b0c1', ''])('%s is not', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});

describe('an origin', () => {
  it.each(['http://localhost', 'https://localhost:8788', 'http://127.0.0.1:3000', 'http://[::1]:8788'])(
    '%s is of the machine itself',
    (origin) => {
      expect(isLoopbackOrigin(origin)).toBe(true);
    },
  );

  it.each([
    ...['http://localhost.example', 'http://127.0.0.1.example', 'http://127a0b0c1', 'http://localhost:'],
    ...['http://localhost/', 'ftp://localhost', 'xhttp://localhost', 'http://shop.example', 'null', ''],
  ])('%s is not', (origin) => {
    expect(isLoopbackOrigin(origin)).toBe(false);
  });
});
