/** The weekly digest in each of its languages. */
import type { DigestLanguage } from '@holloway/protocol';
import { de } from './de.ts';
import type { DigestWords } from './digest-words.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

export const DIGEST_WORDS: { readonly [language in DigestLanguage]: DigestWords } = { en, de, fr, it, es };
