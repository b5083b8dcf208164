import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { filesOf, findAll } from './needles.ts';

const SECRET = 'canary.Anna+7@mail.example';
const digest = (algorithm: string) => createHash(algorithm).update(SECRET).digest();
const around = (text: string): Buffer => Buffer.from(`something ${text} else`);

it.each<[how: string, bytes: Buffer]>([
  ['as it is', around(SECRET)],
  ['in small letters', around(SECRET.toLowerCase())],
  ['for an address', around(encodeURIComponent(SECRET))],
  ['in hex', around(Buffer.from(SECRET).toString('hex'))],
  ['in capital hex', around(Buffer.from(SECRET).toString('hex').toUpperCase())],
  ['in UTF-16, little end first', Buffer.from(`x${SECRET}y`, 'utf16le')],
  ['in UTF-16, big end first', Buffer.from(`x${SECRET}y`, 'utf16le').swap16()],
  ['in base64, shifted by 0', Buffer.from(Buffer.from(`abc${SECRET}d`).toString('base64'))],
  ['in base64, shifted by 1', Buffer.from(Buffer.from(`abcd${SECRET}d`).toString('base64'))],
  ['in base64url, shifted by 2', Buffer.from(Buffer.from(`ab${SECRET}??>`).toString('base64url'))],
  ['hashed 0', digest('sha1')],
  ['hashed 5', around(digest('sha256').toString('hex'))],
])('a secret is found %s', (how, bytes) => {
  const found = findAll([SECRET], [{ where: 'a file', bytes }]);
  expect(found.map((line) => line.replace('base64url', 'base64'))).toContain(
    `${SECRET}: ${how.replace('base64url', 'base64')}, in a file`,
  );
});

it('a secret that is not there is not found, nor half of one', () => {
  expect(findAll([SECRET], [{ where: 'a file', bytes: around(SECRET.slice(0, -1)) }])).toEqual([]);
});

it('every file below a folder is looked through', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-needles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'one'), 'nothing');
  writeFileSync(join(folder, 'two'), around(SECRET));
  expect(findAll([SECRET], filesOf(folder))).toEqual([`${SECRET}: as it is, in two`]);
});
