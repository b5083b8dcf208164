import { describe, expect, it } from 'vitest';
import { originsOf } from './origins.ts';

describe('people sign in from', () => {
  it.each([
    ['https://stats.example.com', ['https://stats.example.com']],
    ['https://stats.example.com:8443/', ['https://stats.example.com:8443']],
    ['http://127.0.0.1:8787', ['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787']],
    ['http://0.0.0.0:8787', ['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787']],
    ['http://localhost', ['http://localhost', 'http://127.0.0.1', 'http://[::1]']],
    ['http://127.0.0.1:0', ['http://localhost:*', 'http://127.0.0.1:*', 'http://[::1]:*']],
  ])('%s: %j', (baseUrl, origins) => {
    expect(originsOf(baseUrl, [])).toEqual(origins);
  });

  it('wherever else they are told to', () => {
    expect(originsOf('https://stats.example.com', ['https://intranet.example'])).toEqual([
      'https://stats.example.com',
      'https://intranet.example',
    ]);
  });
});
