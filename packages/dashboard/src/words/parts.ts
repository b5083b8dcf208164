/** Texts with elements in them, which stand where each language puts them. */
import type { ComponentChildren } from 'preact';
import { type Sayable, t } from './words.ts';

type Parts = { readonly [name: string]: ComponentChildren };

/** @param english With `{name}` where an element stands, such as `Paste {code} there`. */
export const tx = <const S extends string>(english: Sayable<S>, parts: Parts): ComponentChildren[] =>
  t(english)
    .split(/\{(\w+)\}/)
    .map((piece, at) => (at % 2 === 0 ? piece : parts[piece]));
