import { describe, expect, it } from 'vitest';
import { openDeviceTable } from './device-table.ts';

const made = openDeviceTable({
  brands: {
    Samsung: {
      regex: 'SM-[A-Z0-9]+',
      models: [
        { regex: 'SM-S911[BU]', model: 'Galaxy S23' },
        { regex: '(SM-[A-Z0-9]+)', model: '$1' },
      ],
    },
    OPPO: { regex: 'CPH2449', model: 'CPH2449' },
    OnePlus: {
      regex: 'CPH24',
      models: [{ regex: 'CPH2449(?:[);/ ]|$)', model: 'OnePlus_11', brand: 'One' }],
    },
  },
  index: { 'sm-s911b': ['SA'], cph2449: ['OP', 'ON', '??'], cph2450: ['ON'], constructor: ['SA'] },
  shortNames: { SA: 'Samsung', OP: 'OPPO', ON: 'OnePlus' },
});

describe('the table of devices', () => {
  it('tells who claims a code, and the name', () => {
    expect(made.claims('SM-S911B')).toEqual([{ brand: 'Samsung', model: 'Galaxy S23' }]);
  });

  it('does not mind capital letters', () => {
    expect(made.claims('sm-s911b')).toEqual([{ brand: 'Samsung', model: 'Galaxy S23' }]);
  });

  it('tells every claim where brands share a code', () => {
    expect(made.claims('CPH2449')).toEqual([
      { brand: 'OPPO', model: 'CPH2449' },
      { brand: 'One', model: 'OnePlus 11' },
    ]);
  });

  it('goes by the shape of a code that the index lacks', () => {
    expect(made.claims('SM-S911U')).toEqual([{ brand: 'Samsung', model: 'Galaxy S23' }]);
    expect(made.claims('SM-Z999B')).toEqual([{ brand: 'Samsung', model: 'SM-Z999B' }]);
  });

  it('tells the brand alone where no model of it matches', () => {
    expect(made.claims('CPH2450')).toEqual([{ brand: 'OnePlus', model: '' }]);
  });

  it.each(['no such code', '__proto__', 'toString', 'constructor', ''])(
    'knows nobody who claims %j',
    (code) => {
      expect(made.claims(code)).toEqual([]);
    },
  );

  it('reads the package as it comes', () => {
    const table = openDeviceTable();
    expect(table.claims('SM-S918B')).toEqual([{ brand: 'Samsung', model: 'Galaxy S23 Ultra' }]);
    expect(table.claims('SM-S911U')).toEqual([{ brand: 'Samsung', model: 'Galaxy S23' }]);
  });
});
