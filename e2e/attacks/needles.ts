/** A secret in every form in which a program might have kept it, and where those stand in bytes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** Base64 depends on where in a text the secret stands; its first and last characters, on what stands beside it. */
function base64Of(secret: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(' '.repeat(shift) + secret).toString('base64');
    const from = Math.ceil((shift * 8) / 6);
    const whole = Math.floor(((shift + Buffer.byteLength(secret)) * 8) / 6);
    return encoded.slice(from, whole);
  });
}

const hashesOf = (secret: string): (string | Buffer)[] =>
  ['sha1', 'sha256'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(secret).digest();
    return [
      digest,
      digest.toString('hex'),
      digest.toString('base64').replace(/=+$/, ''),
      digest.toString('base64url'),
    ];
  });

/** Named, so that a hit says how it was kept. */
function formsOf(secret: string): ReadonlyMap<string, Buffer> {
  const plain = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const hex = plain.toString('hex');
  const forms: [string, string | Buffer][] = [
    ['as it is', plain],
    ['in small letters', secret.toLowerCase()],
    ['for an address', encodeURIComponent(secret)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in hex', hex],
    ['in capital hex', hex.toUpperCase()],
    ['in UTF-16, little end first', utf16],
    ['in UTF-16, big end first', swapped(utf16)],
    ...base64Of(secret).flatMap((text, i): [string, string][] => [
      [`in base64, shifted by ${i}`, text],
      [`in base64url, shifted by ${i}`, text.replaceAll('+', '-').replaceAll('/', '_')],
    ]),
    ...hashesOf(secret).map((form, i): [string, string | Buffer] => [`hashed ${i}`, form]),
  ];
  return new Map(forms.map(([name, form]) => [name, Buffer.from(form as string)]));
}

export interface Hay {
  readonly where: string;
  readonly bytes: Buffer;
}

/** @returns `secret: how it was kept, where`. Empty where nothing is found. */
export function findAll(secrets: readonly string[], hay: readonly Hay[]): string[] {
  return secrets.flatMap((secret) => {
    const forms = new Map<string, string>();
    for (const [name, form] of formsOf(secret)) {
      const key = form.toString('latin1');
      if (!forms.has(key)) forms.set(key, name);
    }
    return hay.flatMap(({ where, bytes }) =>
      [...forms].flatMap(([key, name]) =>
        bytes.includes(Buffer.from(key, 'latin1')) ? [`${secret}: ${name}, in ${where}`] : [],
      ),
    );
  });
}

/** Every file below a folder. */
export const filesOf = (folder: string): Hay[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ where: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }));
