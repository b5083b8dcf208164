/** What went wrong, for the person who asked. Pure. */
import type { ApiError } from '../api/client.ts';
import { t, tn } from '../words/words.ts';

/** @param names Of fields, as they are called on screen. Default: as the collector calls them. */
export function problemWords(
  { kind, message, refusal }: ApiError,
  names: { readonly [field: string]: string } = {},
): string {
  const { field = '', rule, waitSeconds } = refusal ?? {};
  if (kind === 'unreachable')
    return t('The collector cannot be reached. Check that it is running and that you are online.');
  if (waitSeconds !== undefined) {
    return waitSeconds < 100
      ? tn(
          waitSeconds,
          'Too many attempts. Try again in {n} second.',
          'Too many attempts. Try again in {n} seconds.',
        )
      : tn(
          Math.ceil(waitSeconds / 60),
          'Too many attempts. Try again in {n} minute.',
          'Too many attempts. Try again in {n} minutes.',
        );
  }
  if (kind === 'forbidden')
    return t('Its role or sites may have changed; an owner of the collector decides that.');
  if (field === '' || rule === undefined) return message;
  const name = names[field] ?? field;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${rule}.`;
}
