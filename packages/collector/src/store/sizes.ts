/** How large the files of a database are. */
import { statSync } from 'node:fs';

/** In bytes; 0 for one that is not there. */
export const sizesOf = (database: string): { readonly database: number; readonly log: number } => ({
  database: statSync(database, { throwIfNoEntry: false })?.size ?? 0,
  log: statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0,
});
