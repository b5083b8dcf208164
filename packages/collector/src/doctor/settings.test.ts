import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { examineSettings } from './settings.ts';

const wrongs = (env: Record<string, string>) =>
  examineSettings(readConfig(env))
    .filter(({ level }) => level !== 'ok')
    .map(({ level, says }) => [level, says.split(':')[0]]);

describe('the settings', () => {
  it.each([
    ['as they are', {}],
    [
      'of a collector behind a front server',
      { HOLLOWAY_URL: 'https://stats.example.com', HOLLOWAY_TRUST_PROXY: '1' },
    ],
    [
      'of a collector behind a relay',
      { HOLLOWAY_URL: 'https://stats.example.com', HOLLOWAY_RELAY_KEY: 'k'.repeat(32) },
    ],
  ])('%s go together', (_, env) => {
    expect(wrongs(env)).toEqual([]);
  });

  it('are wrong where others get in under no known address', () => {
    expect(wrongs({ HOST: '0.0.0.0' })).toEqual([
      ['wrong', 'HOST lets other machines in, and HOLLOWAY_URL does not say under which address'],
    ]);
  });

  it('are wrong where passwords would cross the network as they are', () => {
    expect(wrongs({ HOLLOWAY_URL: 'http://stats.example.com' })).toEqual([['wrong', 'HOLLOWAY_URL is http']]);
    expect(wrongs({ HOLLOWAY_URL: 'http://localhost' })).toEqual([]);
    expect(wrongs({ HOLLOWAY_URL: 'http://[::1]:8787', HOST: '::1' })).toEqual([]);
  });

  it('are wrong where a front server is not believed', () => {
    expect(wrongs({ HOLLOWAY_URL: 'https://stats.example.com' })).toEqual([
      [
        'wrong',
        'HOLLOWAY_URL is https, so a front server stands before it, and its word on addresses is not taken',
      ],
    ]);
  });

  it('are wrong where letters would hold links that lead nowhere', () => {
    const mail = { HOLLOWAY_SMTP_URL: 'smtps://mail.example', HOLLOWAY_MAIL_FROM: 'holloway@shop.example' };
    expect(wrongs(mail)).toEqual([['wrong', 'HOLLOWAY_SMTP_URL is set, and HOLLOWAY_URL is not']]);
    const reached = { HOLLOWAY_URL: 'https://stats.example.com', HOLLOWAY_TRUST_PROXY: '1' };
    expect(wrongs({ ...mail, ...reached })).toEqual([]);
  });

  it('are told where anybody can name an address, or nobody is limited', () => {
    expect(
      wrongs({ HOST: '0.0.0.0', HOLLOWAY_URL: 'https://stats.example.com', HOLLOWAY_TRUST_PROXY: '1' }),
    ).toEqual([['warning', 'HOLLOWAY_TRUST_PROXY is 1 and HOST lets others in beside the proxy']]);
    expect(wrongs({ HOLLOWAY_RATE_PER_NETWORK: '0' })).toEqual([
      ['warning', 'HOLLOWAY_RATE_PER_NETWORK or HOLLOWAY_RATE_PER_SITE is 0'],
    ]);
  });
});
