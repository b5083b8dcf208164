/** Ids as names: those that people gave. What frameworks number through (`:r1:`, `_r_1_`) is another at every load. */
import { observedTerm } from '../term.ts';

/** Up to three short words of small letters: it says nothing of a person, and most are so. Told at once. */
const PLAIN = /^[a-z]{1,11}(?:-[a-z]{1,11}){0,2}$/;

export function idTerm(id: string | null | undefined): string | undefined {
  if (!id || PLAIN.test(id)) return id || undefined;
  return /^\p{L}[\p{L}\p{N}_-]*$/u.test(id) ? observedTerm(id) : undefined;
}
