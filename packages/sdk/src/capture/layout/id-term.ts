/** Ids as names: those that people gave. What frameworks number through (`:r1:`, `_r_1_`) is another at every load. */
import { observedTerm } from '../term.ts';

export const idTerm = (id: string | null | undefined): string | undefined =>
  id && /^\p{L}[\p{L}\p{N}_-]*$/u.test(id) ? observedTerm(id) : undefined;
