import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

/** The message for an environment that is refused. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('the configuration', () => {
  it('of an empty environment is made of defaults', () => {
    expect(readConfig({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      dataFolder: 'var',
      url: null,
      trustProxy: false,
      relayKey: null,
      ratePerNetwork: 20,
      ratePerSite: 2000,
      batchesPerDay: 20_000_000,
      cellsPerDay: 2_000_000,
      log: 'text',
      singleSignOn: null,
      mail: null,
      webhookPrivate: false,
    });
  });

  it('reads every variable, and ignores those of others', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '::',
        HOLLOWAY_DATA: '/data',
        HOLLOWAY_URL: 'https://stats.example.com',
        HOLLOWAY_TRUST_PROXY: '1',
        HOLLOWAY_RELAY_KEY: 'correct-horse-battery-staple-1234',
        HOLLOWAY_RATE_PER_NETWORK: '0',
        HOLLOWAY_RATE_PER_SITE: '1000000',
        HOLLOWAY_LOG: 'json',
        HOLLOWAY_OIDC_ISSUER: 'https://id.example.com/realms/shop',
        HOLLOWAY_OIDC_CLIENT_ID: 'holloway',
        HOLLOWAY_OIDC_CLIENT_SECRET: 'a secret',
        HOLLOWAY_OIDC_NAME: 'Example GmbH',
        HOLLOWAY_SMTP_URL: 'smtps://mira:a%20secret@mail.example.com:465',
        HOLLOWAY_MAIL_FROM: 'Holloway <holloway@shop.example>',
        HOLLOWAY_WEBHOOK_PRIVATE: '1',
        PATH: '/bin',
      }),
    ).toEqual({
      port: 0,
      host: '::',
      dataFolder: '/data',
      url: 'https://stats.example.com',
      trustProxy: true,
      relayKey: 'correct-horse-battery-staple-1234',
      ratePerNetwork: 0,
      ratePerSite: 1_000_000,
      batchesPerDay: 20_000_000,
      cellsPerDay: 2_000_000,
      log: 'json',
      singleSignOn: {
        issuer: 'https://id.example.com/realms/shop',
        clientId: 'holloway',
        clientSecret: 'a secret',
        name: 'Example GmbH',
      },
      mail: {
        url: 'smtps://mira:a%20secret@mail.example.com:465',
        from: 'Holloway <holloway@shop.example>',
      },
      webhookPrivate: true,
    });
  });

  it.each([
    { name: 'PORT', value: '', rule: 'must be a whole number' },
    { name: 'PORT', value: '80a', rule: 'must be a whole number' },
    { name: 'PORT', value: '-1', rule: 'must be a whole number' },
    { name: 'PORT', value: '8787.5', rule: 'must be a whole number' },
    { name: 'PORT', value: '65536', rule: 'must be at most 65535' },
    { name: 'HOST', value: '', rule: 'must not be empty' },
    { name: 'HOLLOWAY_DATA', value: '', rule: 'must not be empty' },
    { name: 'HOLLOWAY_URL', value: 'stats.example.com', rule: 'must be an origin such as' },
    { name: 'HOLLOWAY_URL', value: 'https://stats.example.com/', rule: 'must be an origin such as' },
    { name: 'HOLLOWAY_URL', value: 'ftp://stats.example.com', rule: 'must be an origin such as' },
    { name: 'HOLLOWAY_TRUST_PROXY', value: 'yes', rule: 'must be 0 or 1' },
    { name: 'HOLLOWAY_RELAY_KEY', value: '', rule: 'must be 32 to 256 visible ASCII characters' },
    { name: 'HOLLOWAY_RELAY_KEY', value: 'k'.repeat(31), rule: 'must be 32 to 256 visible' },
    { name: 'HOLLOWAY_RELAY_KEY', value: `two ${'k'.repeat(32)}`, rule: 'must be 32 to 256 visible' },
    { name: 'HOLLOWAY_SMTP_URL', value: 'mail.example.com', rule: 'must be an address such as smtps://' },
    { name: 'HOLLOWAY_SMTP_URL', value: 'https://mail.example.com', rule: 'must be an address such as' },
    { name: 'HOLLOWAY_SMTP_URL', value: 'smtp://mail.example.com/?pool=1', rule: 'must be an address such' },
    { name: 'HOLLOWAY_SMTP_URL', value: 'smtp://mail.example.com:99999', rule: 'must be an address such' },
    {
      name: 'HOLLOWAY_SMTP_URL',
      value: 'smtps://mail.example.com',
      also: 'HOLLOWAY_MAIL_FROM',
      rule: 'must be set',
    },
    { name: 'HOLLOWAY_MAIL_FROM', value: 'holloway', rule: 'must be an address such as holloway@' },
    { name: 'HOLLOWAY_MAIL_FROM', value: 'a@shop.example, b@shop.example', rule: 'must be an address such' },
    { name: 'HOLLOWAY_MAIL_FROM', value: 'a@shop.example', also: 'HOLLOWAY_SMTP_URL', rule: 'must be set' },
    { name: 'HOLLOWAY_RATE_PER_NETWORK', value: 'fast', rule: 'must be a whole number' },
    { name: 'HOLLOWAY_RATE_PER_SITE', value: '1000001', rule: 'must be at most 1000000' },
  ])('refuses $name=$value, naming it and the rule', ({ name, value, rule, also = name }) => {
    expect(refusal({ [name]: value })).toContain(`${also} ${rule}`);
  });

  it('names every variable at fault, a line each', () => {
    const lines = refusal({ PORT: 'x', HOST: '', HOLLOWAY_TRUST_PROXY: '2' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'HOST', 'HOLLOWAY_TRUST_PROXY']);
  });

  it.each([
    'PORT',
    'HOLLOWAY_URL',
    'HOLLOWAY_TRUST_PROXY',
    'HOLLOWAY_RELAY_KEY',
    'HOLLOWAY_RATE_PER_NETWORK',
    'HOLLOWAY_RATE_PER_SITE',
  ])('does not repeat the value of %s, which may be a secret in the wrong place', (name) => {
    expect(refusal({ [name]: 'canary-secret' })).not.toContain('canary');
  });
});
