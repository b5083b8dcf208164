import { describe, expect, it } from 'vitest';
import { createCookieStore, readCookie } from './cookie-store.ts';

/** A document that takes down what is written to its cookies. */
function documentAt(protocol: string, cookie = '') {
  const written: string[] = [];
  const document = {
    location: { protocol },
    get cookie() {
      return cookie;
    },
    set cookie(text: string) {
      written.push(text);
    },
  } as Partial<Document> as Document;
  return { document, written };
}

describe('a choice in a cookie', () => {
  it('is for the shop and its sub-domains, for six months, and never for other sites', () => {
    const { document, written } = documentAt('https:');
    createCookieStore(document, 'shop.example').set('holloway.choice', '{"v":1}');
    expect(written).toEqual([
      // One of the host alone would be read in its place.
      'holloway.choice=;path=/;max-age=0;samesite=lax;secure',
      'holloway.choice=%7B%22v%22%3A1%7D;path=/;max-age=15897600;samesite=lax;domain=shop.example;secure',
    ]);
  });

  it('is for the host of the page where no domain is named, and not secure where the page is not', () => {
    const { document, written } = documentAt('http:');
    createCookieStore(document, '').set('holloway.choice', '1');
    expect(written).toEqual(['holloway.choice=1;path=/;max-age=15897600;samesite=lax']);
  });

  it('is found among others, and by its whole name', () => {
    const { document } = documentAt(
      'https:',
      'a=1; xholloway.choice=no; holloway.choice=%7B%22v%22%3A1%7D; b=2',
    );
    expect(readCookie(document, 'holloway.choice')).toBe('{"v":1}');
    expect(readCookie(document, 'holloway')).toBeNull();
  });

  it('is erased where it was written', () => {
    const { document, written } = documentAt('https:');
    createCookieStore(document, 'shop.example').remove('holloway.choice');
    expect(written.at(-1)).toBe('holloway.choice=;path=/;max-age=0;samesite=lax;domain=shop.example;secure');
  });

  it('is none where cookies may not be read, or are not ours', () => {
    const blocked = {
      get cookie(): string {
        throw new DOMException('denied');
      },
    } as Partial<Document> as Document;
    expect(readCookie(blocked, 'holloway.choice')).toBeNull();
    expect(readCookie(documentAt('https:', 'holloway.choice=%').document, 'holloway.choice')).toBeNull();
  });
});
