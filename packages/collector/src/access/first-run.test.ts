import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestAccess, PASSWORD } from '../../test/access.ts';

const OWNER = { email: 'owner@shop.example', password: PASSWORD };

async function open() {
  const opened = await openTestAccess();
  const file = join(opened.folder, 'setup-code');
  return { ...opened, setupFile: file, code: () => readFileSync(file, 'utf8').trim() };
}

describe('the first run', () => {
  it('puts a code of 128 bits into a file that its owner alone can read', async () => {
    const { access, setupFile, code } = await open();
    expect(await access.openFirstRun()).toBe(setupFile);
    expect(code()).toMatch(/^[0-9a-f]{32}$/);
    expect(statSync(setupFile).mode & 0o777).toBe(0o600);
  });

  it('keeps the code over a restart, and has another in another place', async () => {
    const { access, code } = await open();
    await access.openFirstRun();
    const first = code();
    await access.openFirstRun();
    expect(code()).toBe(first);
    const elsewhere = await open();
    await elsewhere.access.openFirstRun();
    expect(elsewhere.code()).not.toBe(first);
  });

  it('makes an owner for whoever has the code, once', async () => {
    const { access, browser, setupFile, code } = await open();
    await access.openFirstRun();
    const known = code();
    expect(await access.isFirstRun()).toBe(true);
    expect(await access.makeFirstAccount(known, OWNER, 'a network')).toEqual({ outcome: 'made' });
    expect(existsSync(setupFile)).toBe(false);
    expect(await access.isFirstRun()).toBe(false);
    const owner = browser();
    expect((await owner.signIn('owner@shop.example')).status).toBe(200);
    expect((await access.caller(owner.headers()))?.grant.sites).toBe('all');
    const other = { email: 'canary@shop.example', password: PASSWORD };
    expect(await access.makeFirstAccount(known, other, 'a network')).toEqual({ outcome: 'closed' });
    expect(await access.listUsers()).toHaveLength(1);
    expect(await access.openFirstRun()).toBeNull();
  });

  it('makes one account where two ask at once', async () => {
    const { access, code } = await open();
    await access.openFirstRun();
    const known = code();
    const outcomes = await Promise.all([
      access.makeFirstAccount(known, OWNER, 'a network'),
      access.makeFirstAccount(known, { ...OWNER, email: 'canary@shop.example' }, 'another network'),
    ]);
    expect(outcomes).toEqual([{ outcome: 'made' }, { outcome: 'closed' }]);
  });

  it('makes nothing for a wrong code, and lets one wait after five', async () => {
    const { access } = await open();
    await access.openFirstRun();
    const outcomes = [];
    for (let guess = 0; guess < 6; guess++)
      outcomes.push(await access.makeFirstAccount('0'.repeat(32), OWNER, 'a network'));
    expect(outcomes).toEqual([
      ...Array<object>(5).fill({ outcome: 'wrong' }),
      { outcome: 'wait', seconds: 15 },
    ]);
    expect(await access.listUsers()).toEqual([]);
  });

  it.each(['', '\n', 'canary'])('makes nothing where the file holds %j', async (text) => {
    const { access, setupFile } = await open();
    writeFileSync(setupFile, text);
    expect(await access.makeFirstAccount(text.trim(), OWNER, 'a network')).toEqual({ outcome: 'wrong' });
  });

  it('makes nothing without a file', async () => {
    const { access } = await open();
    expect(await access.makeFirstAccount('', OWNER, 'a network')).toEqual({ outcome: 'wrong' });
  });

  it('keeps the code where the account cannot be made', async () => {
    const { access, setupFile, code } = await open();
    await access.openFirstRun();
    const short = { ...OWNER, password: 'canary' };
    await expect(access.makeFirstAccount(code(), short, 'a network')).rejects.toMatchObject({
      code: 'password_length',
    });
    expect(existsSync(setupFile)).toBe(true);
    expect(await access.makeFirstAccount(code(), OWNER, 'a network')).toEqual({ outcome: 'made' });
  });

  it('is over once somebody was added by a command', async () => {
    const { access, setupFile, code } = await open();
    await access.openFirstRun();
    const known = code();
    await access.addUser({ ...OWNER, role: 'owner' });
    expect(await access.isFirstRun()).toBe(false);
    expect(await access.makeFirstAccount(known, OWNER, 'a network')).toEqual({ outcome: 'closed' });
    expect(existsSync(setupFile)).toBe(false);
  });
});
