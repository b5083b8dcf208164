/** Runs a script of a tool with the Node that runs this, and collects what it says. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.dirname(import.meta.dirname);

export interface Ran {
  /** 128 and more where a signal ended it. */
  readonly code: number;
  /** Standard output and error, in the order in which they came. */
  readonly output: string;
}

/** @param command The script, from `folder` or absolute, and its arguments. */
export function runNode(command: readonly string[], options: { folder?: string } = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: path.join(ROOT, options.folder ?? '.'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: string): void => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 128, output }));
  });
}
