import { describe, expect, it } from 'vitest';
import { headOfBatch, headOfQuestion } from './forwarded-head.ts';

const WHENCE = { key: 'the key', network: '198.51.100.0', country: 'IT' };
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

const batch = (headers: Record<string, string>) => headOfBatch(new Headers(headers), WHENCE);

describe('the head of a batch', () => {
  it('is made of these and no other headers', () => {
    expect(
      batch({
        'User-Agent': CHROME,
        'Content-Type': 'text/plain;charset=UTF-8',
        Origin: 'https://shop.example',
        'Sec-GPC': '1',
        'Sec-CH-UA': '"Not/A)Brand";v="8", "Chromium";v="126.0.6478.61", "Google Chrome";v="126"',
        'Sec-CH-UA-Mobile': '?0',
        'Sec-CH-UA-Platform': '"Windows"',
        'Sec-CH-UA-Model': '"SM-S918B"',
        'Sec-CH-UA-Full-Version-List': '"Chromium";v="126.0.6478.61"',
        'Accept-Language': 'de-DE',
        Authorization: 'Bearer secret',
        Cookie: 'session=1',
        Referer: 'https://shop.example/c/kettles',
        Forwarded: 'for=198.51.100.77',
        'X-Forwarded-For': '198.51.100.77',
        'X-Real-IP': '198.51.100.77',
        'CF-Connecting-IP': '198.51.100.77',
        'Holloway-Relay': 'forged',
        'Holloway-Network': '203.0.113.0',
        'Holloway-Country': 'SE',
        Holloway_Network: '203.0.113.0',
      }),
    ).toEqual({
      'Holloway-Relay': 'the key',
      'Holloway-Network': '198.51.100.0',
      'Holloway-Country': 'IT',
      'User-Agent': 'Mozilla/5.0 (Windows NT 10) AppleWebKit/537 (KHTML, like Gecko) Chrome/126 Safari/537',
      'Content-Type': 'text/plain',
      Origin: 'https://shop.example',
      'Sec-GPC': '1',
      'Sec-CH-UA': '"Not/A)Brand";v="8", "Chromium";v="126", "Google Chrome";v="126"',
      'Sec-CH-UA-Mobile': '?0',
      'Sec-CH-UA-Platform': '"Windows"',
    });
  });

  it('leaves out what is not there', () => {
    expect(headOfBatch(new Headers(), { key: 'the key', network: null, country: null })).toEqual({
      'Holloway-Relay': 'the key',
      'User-Agent': 'bot',
    });
  });

  it.each([
    { 'Sec-GPC': '1; id=7' },
    { 'Sec-CH-UA': 'id-7' },
    { 'Sec-CH-UA-Mobile': '?1;id=7' },
    { 'Sec-CH-UA-Platform': '"id-7"' },
    { 'Content-Type': 'id 7' },
  ])('leaves out what a browser does not say: %j', (headers) => {
    expect(Object.keys(batch(headers as unknown as Record<string, string>)).sort()).toEqual([
      'Holloway-Country',
      'Holloway-Network',
      'Holloway-Relay',
      'User-Agent',
    ]);
  });

  it.each([
    'https://shop.example',
    'https://my_shop.example:8443',
    'http://localhost:5173',
    'http://127.0.0.1:5173',
    'http://[::1]:5173',
  ])('says that it comes from %s', (origin) => {
    expect(batch({ Origin: origin }).Origin).toBe(origin);
  });

  it.each([
    'null',
    'shop.example',
    'https://',
    'https://shop.example/',
    'https://shop.example/account/anna',
    'https://shop.example?id=7',
    'https://shop.example#id-7',
    'https://anna:7@shop.example',
    'https://shop.example:443:7',
    'https://shop.example:id',
    'https://shop.example id',
    'https://[id]',
    'chrome-extension://id',
    'https://a.example, https://b.example',
    `https://${'x'.repeat(254)}`,
  ])('does not say that it comes from %j', (origin) => {
    expect(batch({ Origin: origin })).not.toHaveProperty('Origin');
  });

  it('keeps of a type no more than the type', () => {
    expect(batch({ 'Content-Type': 'text/plain; id=7' })).toMatchObject({ 'Content-Type': 'text/plain' });
  });
});

describe('the head of a question', () => {
  it('says where it is asked from and nothing of who asks', () => {
    expect(headOfQuestion(WHENCE)).toEqual({
      'Holloway-Relay': 'the key',
      'Holloway-Network': '198.51.100.0',
      'Holloway-Country': 'IT',
      'User-Agent': 'holloway-relay',
    });
  });

  it.each(['XX', 'ZZ', 'T1', 'it', 'ITA', ''])('says no country where there is none: %j', (country) => {
    expect(headOfQuestion({ ...WHENCE, country })).not.toHaveProperty('Holloway-Country');
  });
});
