import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { holdFolder } from './lock.ts';
import { StoreUnusableError } from './unusable.ts';

const temporaryFile = (): string => join(temporaryFolder(), 'serving.lock');

describe('a data folder that a collector serves', () => {
  it('is refused to a second one, which is told what to do', () => {
    const file = temporaryFile();
    const letGo = holdFolder(file);
    onTestFinished(letGo);
    expect(() => holdFolder(file, 0)).toThrow(StoreUnusableError);
    expect(() => holdFolder(file, 0)).toThrow(/another collector serves this data folder\. Stop it first/);
  });

  it('is had by the next one when it is let go', () => {
    const file = temporaryFile();
    holdFolder(file)();
    holdFolder(file, 0)();
  });

  it('is had by the next one when its process was killed', async () => {
    const file = temporaryFile();
    const script = `
      import { holdFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
      holdFolder(${JSON.stringify(file)});
      globalThis.gc();
      console.log('held');
      setInterval(() => {}, 1000);
    `;
    const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script]);
    const exit = once(holder, 'exit');
    await once(holder.stdout, 'data');
    expect(() => holdFolder(file, 0)).toThrow(StoreUnusableError);
    holder.kill('SIGKILL');
    await exit;
    holdFolder(file, 0)();
  });
});
