/** The path that a page is counted by. */
import { normalisePath } from '@holloway/protocol';

/** Routers without a server write the path behind a `#`: `/shop#/c/kettles` is `/shop/c/kettles`, and `#!/` the same. */
export const pathOf = ({ pathname, hash }: Pick<URL, 'pathname' | 'hash'>): string =>
  normalisePath(/^#!?\//.test(hash) ? pathname + hash.replace(/^#!?/, '') : pathname);
