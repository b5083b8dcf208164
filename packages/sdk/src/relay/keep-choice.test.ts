import { describe, expect, it } from 'vitest';
import { choicesBy, storeChoice } from '../consent/choice.ts';
import { type KeepChoiceOptions, keepChoice } from './keep-choice.ts';

const CHOICE =
  '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":false,"analytics":true,"marketing":false},"day":"2026-11-23"}';

const post = (
  body: string,
  headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' },
  options: KeepChoiceOptions = {},
) =>
  keepChoice(options)(new Request('https://shop.example/holloway/choice', { method: 'POST', body, headers }));

describe('keeping a choice on the shop’s own server', () => {
  it('sets it as a cookie for six months, which scripts can read', async () => {
    const answer = await post(CHOICE);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Set-Cookie')).toBe(
      `holloway.choice=${encodeURIComponent(CHOICE)}; Path=/; Max-Age=15897600; SameSite=Lax; Secure`,
    );
  });

  it('for all sub-domains where it is told to', async () => {
    const answer = await post(CHOICE, undefined, { domain: 'shop.example', secure: false });
    expect(answer.headers.get('Set-Cookie')).toMatch(/; SameSite=Lax; Domain=shop\.example$/);
  });

  it('takes every choice that the browser stores', async () => {
    let stored = '';
    const store = {
      set: (_: string, value: string) => {
        stored = value;
      },
    };
    for (const agreed of [true, false]) {
      storeChoice(store as unknown as Parameters<typeof storeChoice>[0], {
        v: 1,
        statement: '00000001',
        choices: choicesBy(() => agreed),
        day: '2026-01-02',
      });
      expect((await post(stored)).status).toBe(204);
    }
  });

  it.each([
    '',
    '{}',
    CHOICE.replace('c9f1d2a4', 'someone-in-particular'),
    CHOICE.replace('"day"', '"id":"1","day"'),
    CHOICE.replace('true', '"yes"'),
    `${CHOICE} `,
    `${CHOICE}; Domain=example`,
    CHOICE.padEnd(100_000, ' '),
  ])('refuses what is not a choice to the letter, so that nothing else can be kept: %#', async (body) => {
    const answer = await post(body);
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([400, null]);
    expect(await answer.text()).not.toContain('someone');
  });

  it.each([
    { says: 'a page of another site', headers: { 'Sec-Fetch-Site': 'cross-site' }, status: 403 },
    { says: 'nobody knows where', headers: {}, status: 403 },
    { says: 'another origin', headers: { Origin: 'https://evil.example' }, status: 403 },
    { says: 'no origin at all', headers: { Origin: 'null' }, status: 403 },
    { says: 'a sub-domain', headers: { 'Sec-Fetch-Site': 'same-site' }, status: 204 },
    { says: 'the shop, of an older browser', headers: { Origin: 'https://shop.example' }, status: 204 },
  ])('answers $status to $says', async ({ headers, status }) => {
    expect((await post(CHOICE, headers)).status).toBe(status);
  });

  it('is asked by POST alone', async () => {
    expect((await keepChoice()(new Request('https://shop.example/holloway/choice'))).status).toBe(405);
  });

  it('is set up with a domain or not at all', () => {
    expect(() => keepChoice({ domain: 'shop.example; Secure' })).toThrow(TypeError);
  });
});
