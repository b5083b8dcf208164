/** Reads a body as far as it may go, whatever length it declares. */

/** @returns `null` where it is longer than `maxBytes`; what is over is not read. */
export async function readBody(
  { headers, body }: Pick<Request, 'headers' | 'body'>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(headers.get('Content-Length')) > maxBytes) return null;
  const whole = new Uint8Array(maxBytes);
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    if (length + part.value.length > maxBytes) {
      reader?.releaseLock();
      return null;
    }
    whole.set(part.value, length);
    length += part.value.length;
  }
  return whole.slice(0, length);
}
