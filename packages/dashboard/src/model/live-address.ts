/** The address at which a page of a store shows its numbers. Pure. */
import { OVERLAY_MARK } from '@holloway/protocol';

/** A page that is counted by a template, such as `/orders/:id`, is many. */
export const isTemplate = (path: string): boolean => /\/[:*]/.test(path);

/** @returns `null` for a path that leads elsewhere, or to no single page. */
export function liveAddress(origin: string, path: string, code: string): string | null {
  if (!path.startsWith('/') || isTemplate(path) || !URL.canParse(path, origin)) return null;
  const url = new URL(path, origin);
  return url.origin === origin ? url.href + OVERLAY_MARK + code : null;
}
