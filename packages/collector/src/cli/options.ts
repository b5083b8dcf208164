/** What several commands take alike. */
import { readConfig } from '../config.ts';

/** Of an option that may be repeated. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export const dataFolder = (): string => readConfig(process.env).dataFolder;
