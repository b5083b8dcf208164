import { describe, expect, it } from 'vitest';
import { sitemapIndex, urlset } from '../../test/little-shop.ts';
import { createSitemapReader } from './sitemap.ts';

/** What is read of a text that comes in parts of so many characters. */
function read(text: string, partLength = 7) {
  const found: string[] = [];
  const reader = createSitemapReader((address, sort) => found.push(`${sort} ${address}`));
  for (let at = 0; at < text.length; at += partLength) reader.write(text.slice(at, at + partLength));
  return { found, sort: reader.sort(), isLost: reader.isLost() };
}

describe('a sitemap', () => {
  it('tells its addresses, whatever parts it comes in', () => {
    const text = urlset('https://shop.example/p/heron', 'https://shop.example/s?a=1&amp;b=2');
    for (const length of [1, 2, 50, 10_000]) {
      expect(read(text, length)).toEqual({
        found: ['pages https://shop.example/p/heron', 'pages https://shop.example/s?a=1&b=2'],
        sort: 'pages',
        isLost: false,
      });
    }
  });

  it('of sitemaps tells those', () => {
    expect(read(sitemapIndex('https://shop.example/a.xml.gz'))).toMatchObject({
      found: ['sitemaps https://shop.example/a.xml.gz'],
      sort: 'sitemaps',
    });
  });

  it('tells no addresses of pictures, of other languages, or of nothing', () => {
    const text = `<urlset xmlns:image="i"><url><loc>
        https://shop.example/a
      </loc><image:image><image:loc>https://cdn.example/a.jpg</image:loc></image:image>
      <xhtml:link href="https://shop.example/de/a"/></url><url><loc></loc></url><loc>https://shop.example/b</loc></urlset>`;
    expect(read(text).found).toEqual(['pages https://shop.example/a']);
  });

  it('may have a prefix before everything, and a CDATA section', () => {
    const text =
      '<sm:urlset><sm:url><sm:loc><![CDATA[https://shop.example/?a&b]]></sm:loc></sm:url></sm:urlset>';
    expect(read(text).found).toEqual(['pages https://shop.example/?a&b']);
  });

  it('lets nothing grow that it declares itself', () => {
    const entities = Array.from({ length: 10 }, (_, i) =>
      i === 0 ? '<!ENTITY l0 "lol">' : `<!ENTITY l${i} "${`&l${i - 1};`.repeat(10)}">`,
    ).join('');
    const text = `<!DOCTYPE urlset [${entities}<!ENTITY file SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://shop.example/&l9;&file;</loc></url></urlset>`;
    expect(read(text).found).toEqual(['pages https://shop.example/&l9;&file;']);
  });

  it.each([
    {
      what: 'a page',
      text: '<!doctype html><html><body><url><loc>https://a.example</loc></url></body></html>',
    },
    { what: 'a feed', text: '<rss><channel><item><link>https://a.example</link></item></channel></rss>' },
    { what: 'a text', text: 'https://shop.example/a\nhttps://shop.example/b\n' },
    { what: 'nothing', text: '' },
  ])('is not $what', ({ text }) => {
    expect(read(text)).toMatchObject({ found: [], sort: null });
  });

  it('that is nested without end is given up', () => {
    expect(read(`<urlset>${'<url>'.repeat(100)}<loc>https://shop.example/</loc>`)).toMatchObject({
      found: [],
      isLost: true,
    });
  });

  it('tells an address of 2,048 characters, and none of more', () => {
    const address = (length: number): string => `https://shop.example/${'x'.repeat(length - 21)}`;
    expect(read(urlset(address(2_048)), 999).found).toEqual([`pages ${address(2_048)}`]);
    expect(read(urlset(address(2_049)), 999).found).toEqual([]);
    expect(read(urlset(address(3_000_000)), 50_000).found).toEqual([]);
  });

  it('that ends in the middle tells what came before', () => {
    expect(read('<urlset><url><loc>https://shop.example/a</loc></url><url><loc>https://sh').found).toEqual([
      'pages https://shop.example/a',
    ]);
  });
});
