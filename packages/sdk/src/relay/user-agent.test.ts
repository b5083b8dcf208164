import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceUserAgent } from './user-agent.ts';

describe('a reduced User-Agent', () => {
  it.each([
    {
      says: 'Chrome on a phone, whose model becomes K',
      of: 'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A.231005.007) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.6478.122 Mobile Safari/537.36',
      is: 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537 (KHTML, like Gecko) Chrome/126 Mobile Safari/537',
    },
    {
      says: 'a tablet that calls itself mobile, of whose model the class is left',
      of: 'Mozilla/5.0 (Linux; Android 9; KFMAWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/122.5.1 like Chrome/122.0.6261.149 Mobile Safari/537.36',
      is: 'Mozilla/5.0 (Linux; Android 9; K) AppleWebKit/537 (KHTML, like Gecko) Silk/122 Chrome/122 Safari/537',
    },
    {
      says: 'a television, of whose model the class is left',
      of: 'Mozilla/5.0 (Linux; Android 9; BRAVIA 4K UR2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100.0.4896.127 Safari/537.36',
      is: 'Mozilla/5.0 (Linux; Android 9; Android TV) AppleWebKit/537 (KHTML, like Gecko) Chrome/100 Safari/537',
    },
    {
      says: 'a window inside an app, without build and serial numbers',
      of: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F90 [FBAN/FBIOS;FBAV/467.0.0.44.110;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBID/phone;FBLC/de_DE]',
      is: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Mobile [FBAN/FBIOS]',
    },
    {
      says: 'Firefox, without its build',
      of: 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0.2',
      is: 'Mozilla/5.0 (X11; Linux; rv:127) Gecko/20100101 Firefox/127',
    },
    {
      says: 'Safari',
      of: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      is: 'Mozilla/5.0 (Macintosh; Mac OS X 10) AppleWebKit/605 (KHTML, like Gecko) Version/17 Safari/605',
    },
    { says: 'a tool', of: 'curl/8.5.0', is: 'bot' },
    { says: 'a robot in the clothes of a browser', of: 'Mozilla/5.0 (compatible; Seenbot/2.1)', is: 'bot' },
    { says: 'nothing', of: '', is: 'bot' },
  ])('says no more than $says', ({ of, is }) => {
    expect(reduceUserAgent(of)).toBe(is);
  });

  it('lets no word pass that it does not know', () => {
    const word = fc.stringMatching(/^[a-z]{12}$/);
    fc.assert(
      fc.property(word, fc.nat(), (canary, number) => {
        const reduced = [
          `Mozilla/5.0 (Linux; Android 14; ${canary} Build/${number}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.${number} Mobile Safari/537.36 ${canary}/1.0`,
          `Mozilla/5.0 (${canary}; ${canary} ${number}) Gecko/20100101 Firefox/127.0 (${canary}) ${canary}`,
          `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X; ${canary}) Mobile/${canary} [FBAN/FBIOS;FBAV/${canary}]`,
          `${canary} Mozilla/5.0 (X11; Linux)`,
        ].map(reduceUserAgent);
        for (const each of reduced) expect(each).not.toContain(canary);
      }),
    );
  });

  it('is short and printable, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(reduceUserAgent(`Mozilla/5.0 (Linux; Android 14; ${text}`)).toMatch(/^[\x20-\x7e]{1,600}$/);
      }),
    );
  });
});
