/**
 * What the gate and the benchmark need to know of a consent tool: the files it is embedded by, its recommended set-up,
 * and what a visitor clicks. Whether it keeps its word is for gate/ to find out.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** `opt-out`: for shops whose law does not ask first; there Global Privacy Control makes the difference. */
export type Model = 'opt-in' | 'opt-out';

/** A script of somebody else that waits for an agreement. */
export interface HeldScript {
  readonly category: 'analytics' | 'marketing';
  readonly src: string;
  /** The one cookie that it sets: name, at path `/`. */
  readonly cookie: string;
}

export interface ServedFile {
  readonly path: string;
  readonly type: 'text/javascript' | 'text/css';
  readonly body: string;
}

export interface ConsentTool {
  readonly name: string;
  /** As npm has it; `null` for what is built here. */
  readonly version: string | null;
  /** Served by the shop itself. What another server sends is not among them. */
  readonly files: readonly ServedFile[];
  /** For the head of each page. */
  head(held: readonly HeldScript[]): string;
  /** Markup of a script that waits. */
  hold(script: HeldScript): string;
  /** What the shop adds so that visitors can change their mind, as the tool's manual says; empty where it need not. */
  readonly reopen: string;
  /** The one name under which it keeps the choice. */
  readonly choice: string;
  /** What a visitor clicks, one selector after the other. */
  readonly clicks: Readonly<Record<'accept' | 'reject' | 'withdraw', readonly string[]>>;
}

/** A file of a package, served under its own name. */
export const served = (file: string): ServedFile => ({
  path: `/${basename(file)}`,
  type: file.endsWith('.css') ? 'text/css' : 'text/javascript',
  body: readFileSync(file, 'utf8'),
});

/** @param packageFile Its `package.json`. */
export const versionOf = (packageFile: string): string =>
  (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
