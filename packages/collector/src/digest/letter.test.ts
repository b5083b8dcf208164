import { DIGEST_LANGUAGES } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { partsOf, weekOf } from '../../test/digest-parts.ts';
import { composeDigest } from './compose.ts';
import { letterOf } from './letter.ts';

const letter = (given: Parameters<typeof partsOf>[0] = {}) => letterOf(composeDigest(partsOf(given)));

describe('the letter of a week', () => {
  it('says what happened, what changed, what to do and what waits', () => {
    const { subject, text } = letter();
    expect(subject).toBe('Garden & Tea: 16 – 22 November 2026');
    expect(text).toBe(`Garden & Tea, the week 16 – 22 November 2026

Visits: 1,204 (+8.0% on the week before; −50% on the same week a year ago)
Visitors a day: 160 (±0% on the week before)
Pageviews: 3,612 (+8.0% on the week before; −50% on the same week a year ago)
Orders: 52 (±0% on the week before)
Value of the orders: €1,234.50 (+2.9% on the week before)
Agreed to be counted: 61%

What changed most
- Category Home page: 41% → 30% (−11.0 points)
- Page All kettles <new>: 10% → 18% (+8.0 points)

What to do next
1. List “Heron “Gold”” in Kettles / Gooseneck too. Up to 11 more finds a week without a detour.
2. Teach the search “tea pot”
3. Repair the test “hero”
4. Move “Heron “Gold”” further down
5. Keep “Heron “Gold”” in front

What waits
Pages that too few have seen to be shown by name (fewer than 10 browsers): 12, with 1,040 views.

Open the dashboard: https://stats.example.com/#/garden/overview?from=2026-11-16&to=2026-11-22

You get this because an owner of Garden & Tea chose you. They can take you off the list in the settings of the site. Nothing in this letter tells anybody that you read it.
`);
  });

  it('is in the language that was chosen, numbers and days too', () => {
    const { text } = letter({ language: 'de' });
    // Between a number and its sign stands a space that does not break.
    expect(text.replaceAll('\u00a0', ' ').split('\n').slice(0, 14)).toEqual([
      'Garden & Tea, die Woche 16.–22. November 2026',
      '',
      'Besuche: 1.204 (+8,0 % zur Woche davor; −50 % zur selben Woche vor einem Jahr)',
      'Besucher pro Tag: 160 (±0 % zur Woche davor)',
      'Seitenaufrufe: 3.612 (+8,0 % zur Woche davor; −50 % zur selben Woche vor einem Jahr)',
      'Bestellungen: 52 (±0 % zur Woche davor)',
      'Wert der Bestellungen: 1.234,50 € (+2,9 % zur Woche davor)',
      'Mit dem Zählen einverstanden: 61 %',
      '',
      'Was sich am meisten geändert hat',
      '- Kategorie Startseite: 41 % → 30 % (−11,0 Punkte)',
      '- Seite All kettles <new>: 10 % → 18 % (+8,0 Punkte)',
      '',
      'Was als Nächstes zu tun ist',
    ]);
  });

  it.each(DIGEST_LANGUAGES)('leaves no place without its value in %s', (language) => {
    const { subject, text, html } = letter({ language });
    expect(`${subject}${text}${html}`).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it('tells of what too few did, or nobody, in words and not as a number', () => {
    const now = weekOf('2026-11-16', '2026-11-22', { visits: null });
    const none = { advice: { ...partsOf().advice, actions: [] }, before: null, lastYear: null };
    expect(letter({ now, ...none, url: null }).text).toBe(`Garden & Tea, the week 16 – 22 November 2026

Visits: too few to tell
Visitors a day: too few to tell
Pageviews: too few to tell

What changed most
There is no week before it to compare with.

What to do next
There is nothing new to do: what the counts advise was decided on, or they advise nothing.

What waits
No page waits for more visitors before it is shown.

You get this because an owner of Garden & Tea chose you. They can take you off the list in the settings of the site. Nothing in this letter tells anybody that you read it.
`);
  });

  it('says that it is a test where it is one', () => {
    const digest = { ...composeDigest(partsOf()), test: true };
    const { subject, text } = letterOf(digest);
    expect(subject).toBe('Test: Garden & Tea: 16 – 22 November 2026');
    expect(text.split('\n')[0]).toBe('This is a test, sent by hand.');
  });
});

describe('the same as a page', () => {
  it('has every line of the text, with signs of HTML as signs', () => {
    const { html } = letter();
    for (const line of [
      '<h1 style="margin:0;font-size:20px;line-height:1.3">Garden &amp; Tea, the week 16 – 22 November 2026</h1>',
      '<strong>1,204</strong>',
      '+8.0% on the week before<br>−50% on the same week a year ago',
      '<li>Page All kettles &lt;new&gt;: 10% → 18% (+8.0 points)</li>',
      '<li>Teach the search “tea pot”</li>',
      'href="https://stats.example.com/#/garden/overview?from=2026-11-16&amp;to=2026-11-22"',
    ])
      expect(html).toContain(line);
  });

  it('loads nothing and runs nothing: the only address in it is that of the dashboard', () => {
    const { html } = letter();
    expect(html).not.toMatch(
      /<(img|link|script|style|iframe|form|object|video)|src=|url\(|@import|background=/i,
    );
    expect(html.match(/https?:\/\/[^"<\s]+/g)).toEqual([
      'https://stats.example.com/#/garden/overview?from=2026-11-16&amp;to=2026-11-22',
    ]);
  });

  it('keeps what a visitor searched for from being read as HTML', () => {
    const [, , search] = partsOf().advice.actions;
    if (search === undefined) throw new Error('the fixture has a search');
    const values = {
      term: '"><img src=x onerror=alert(1)>',
      asked: 9,
      empty: 9,
      meant: null,
      category: null,
    };
    const actions = [{ ...search, claim: { key: 'no-result', values } } as const];
    const { html, text } = letter({ advice: { ...partsOf().advice, actions } });
    expect(html).not.toContain('<img');
    expect(text).toContain('1. Teach the search “"><img src=x onerror=alert(1)>”');
  });
});
