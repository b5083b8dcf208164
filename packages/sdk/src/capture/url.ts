/** Addresses as they stand in markup: some are none. */
import { attempt } from '../quietly.ts';

/** `undefined` for what is no address; `URL.canParse` is too young to rely on. */
export const parseUrl = (text: string, base?: string): URL | undefined => attempt(() => new URL(text, base));
