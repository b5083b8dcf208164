/** Who asks, handed from the rule of a route to its handler; and what the handler adds to the log of access. */
import type { Context } from 'hono';
import type { Caller } from '../access/access.ts';

const CALLER = 'caller';
const DETAIL = 'detail';

export const setCaller = (c: Context, caller: Caller): void => c.set(CALLER, caller);

/** Of a route whose rule lets on only those who proved who they are. */
export const callerOf = (c: Context): Caller => c.get(CALLER) as Caller;

/** @param detail Whose account or which key it was about. Never a value that somebody only sent. */
export const note = (c: Context, detail: string): void => c.set(DETAIL, detail);

export const noted = (c: Context): string => (c.get(DETAIL) as string | undefined) ?? '';
