/** A program of the system, started on a configuration of the examples with the test's own addresses in it. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atTheEnd } from './at-the-end.ts';

const TRY_AGAIN_MS = 20;

/** Whether there is a program of that name on this machine. */
export function isInstalled(name: string, ask: string): boolean {
  try {
    execFileSync(name, [ask], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A folder of the test's own, deleted with the tests of the file. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-relay-'));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Resolves once it listens; it is stopped with the tests of the file. Rejects with its words where it ends before. */
export async function runProgram(name: string, words: readonly string[], port: number): Promise<void> {
  const program = spawn(name, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  program.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk;
  });
  atTheEnd(async () => {
    if (program.exitCode !== null) return;
    program.kill('SIGTERM');
    await once(program, 'exit');
  });
  while (!(await answers(port))) {
    if (program.exitCode !== null) throw new Error(`${name} ended: ${complaints}`);
    await sleep(TRY_AGAIN_MS);
  }
}
