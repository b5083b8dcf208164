/** What statements and wordings are known by: the SHA-256 of their canonical JSON. */
import { hash } from 'node:crypto';
import { canonicalJson } from '@holloway/protocol';

/** @returns 64 hex digits. */
export const contentHash = (content: unknown): string => textHash(canonicalJson(content));

/** Of what is canonical JSON already. */
export const textHash = (text: string): string => hash('sha256', text);

/** What a stored choice and a batch name a statement by. */
export const shortId = (statementHash: string): string => statementHash.slice(0, 8);
