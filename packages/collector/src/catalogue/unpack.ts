/**
 * A body as it was before it was packed: by its `Content-Encoding`, and once more where the file itself is a `.gz`. Ends
 * with an error where more comes than is wanted, however little was sent of it.
 */
import { PassThrough, pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

type Parts = AsyncIterable<Buffer>;

async function* limited(parts: Parts, maxBytes: number, tooLarge: () => Error): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of parts) {
    bytes += part.length;
    if (bytes > maxBytes) throw tooLarge();
    yield part;
  }
}

/** A failure before or in it is met by whoever reads on. */
const gunzipped = (parts: Parts): Parts =>
  pipeline(Readable.from(parts), createGunzip(), new PassThrough(), () => undefined);

/** @returns The parts with those before them that had to be looked at. */
async function* gunzippedWherePacked(parts: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const { value: first } = await parts.next();
  if (first === undefined) return;
  async function* whole(): AsyncGenerator<Buffer> {
    yield first as Buffer;
    yield* parts;
  }
  const isPacked = (first as Buffer)[0] === 0x1f && (first as Buffer)[1] === 0x8b;
  yield* isPacked ? gunzipped(whole()) : whole();
}

/**
 * @param maxBytes As sent, and as unpacked.
 * @throws What `tooLarge` makes; the error of zlib where it cannot be unpacked.
 */
export function unpacked(
  body: Parts,
  encoding: string | undefined,
  maxBytes: number,
  tooLarge: () => Error,
): AsyncGenerator<Buffer> {
  const sent = limited(body, maxBytes, tooLarge);
  const decoded = /^(x-)?gzip$/i.test(encoding ?? '') ? limited(gunzipped(sent), maxBytes, tooLarge) : sent;
  return limited(gunzippedWherePacked(decoded), maxBytes, tooLarge);
}
