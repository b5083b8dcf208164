/** The languages of the page about counting. */
import type { Language } from '@holloway/protocol';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Words } from './words.ts';

export const WORDS = { en, de, fr, it, es } as const satisfies { readonly [language in Language]?: Words };
export type PageLanguage = keyof typeof WORDS;
export const PAGE_LANGUAGES = Object.keys(WORDS) as readonly PageLanguage[];
