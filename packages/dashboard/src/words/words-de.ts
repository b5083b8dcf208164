import type { Words } from './words.ts';

const WORDS: Words = {};
export default WORDS;
