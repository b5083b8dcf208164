import { describe, expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const pieces = (...texts: readonly string[]) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const text of texts) controller.enqueue(bytes(text));
      controller.close();
    },
  });

describe('a body', () => {
  it('is read to its end where it is short enough', async () => {
    expect(await readBody({ headers: new Headers(), body: pieces('ab', 'c', 'd') }, 4)).toEqual(
      bytes('abcd'),
    );
    expect(await readBody({ headers: new Headers(), body: null }, 4)).toEqual(bytes(''));
  });

  it('is none where it is longer, whatever it declares', async () => {
    const headers = new Headers({ 'Content-Length': '1' });
    expect(await readBody({ headers, body: pieces('ab', 'cd', 'e') }, 4)).toBeNull();
  });

  it('is not read at all where it declares to be longer', async () => {
    const unread = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull: () => Promise.reject(new Error('This should not be read')),
      },
      { highWaterMark: 0 },
    );
    expect(await readBody({ headers: new Headers({ 'Content-Length': '5' }), body: unread }, 4)).toBeNull();
  });
});
