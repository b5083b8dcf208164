import { describe, expect, it } from 'vitest';
import { findCycles } from './import-cycles.ts';
import { parseModule } from './module.ts';

const cyclesOf = (sources: Record<string, string>): string[][] =>
  findCycles(Object.entries(sources).map(([file, source]) => parseModule(file, source)));

describe('circular imports', () => {
  it('are found, with every file of the circle', () => {
    expect(
      cyclesOf({
        'packages/sdk/src/a.ts': `import './b.ts';`,
        'packages/sdk/src/b.ts': `export * from './c.ts';`,
        'packages/sdk/src/c.ts': `const a = await import('./a.ts');`,
        'packages/sdk/src/d.ts': `import './a.ts';`,
      }),
    ).toEqual([['packages/sdk/src/a.ts', 'packages/sdk/src/b.ts', 'packages/sdk/src/c.ts']]);
  });

  it('are found across packages', () => {
    expect(
      cyclesOf({
        'packages/protocol/src/index.ts': `import '@holloway/sdk/visit';`,
        'packages/sdk/src/visit/index.ts': `import '@holloway/protocol';`,
      }),
    ).toHaveLength(1);
  });

  it('are found where a file imports itself', () => {
    expect(cyclesOf({ 'packages/sdk/src/a.ts': `import { a } from './a.ts';` })).toEqual([
      ['packages/sdk/src/a.ts'],
    ]);
  });

  it('are none where only types go back', () => {
    expect(
      cyclesOf({
        'packages/sdk/src/a.ts': `import { type B, type C } from './b.ts';`,
        'packages/sdk/src/b.ts': `import { a } from './a.ts';`,
      }),
    ).toEqual([]);
  });

  it('are none where two ways lead to one file', () => {
    expect(
      cyclesOf({
        'packages/sdk/src/a.ts': `import './b.ts'; import './c.ts';`,
        'packages/sdk/src/b.ts': `import './d.ts';`,
        'packages/sdk/src/c.ts': `import './d.ts';`,
        'packages/sdk/src/d.ts': '',
      }),
    ).toEqual([]);
  });
});
