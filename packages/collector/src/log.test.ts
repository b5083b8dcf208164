import { describe, expect, it } from 'vitest';
import { jsonLog, type LogEvent, textLog, unforeseen } from './log.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 9, 30) };

function text(event: LogEvent): { out: string[]; err: string[] } {
  const said = { out: [] as string[], err: [] as string[] };
  textLog({ out: (line) => said.out.push(line), err: (line) => said.err.push(line) })(event);
  return said;
}

describe('the log for people', () => {
  it('says where it listens', () => {
    expect(text({ event: 'listening', url: 'http://127.0.0.1:8787', version: '0.1.0' })).toEqual({
      out: ['holloway listens on http://127.0.0.1:8787'],
      err: [],
    });
  });

  it('keeps warnings apart, and is silent about what goes well', () => {
    expect(text({ event: 'warning', message: 'there is no country database' })).toEqual({
      out: [],
      err: ['holloway: there is no country database'],
    });
    expect(text({ event: 'stopping' })).toEqual({ out: [], err: [] });
  });
});

describe('the log for machines', () => {
  it('is a line of JSON an event, with time and level', () => {
    const lines: string[] = [];
    const log = jsonLog({ out: (line) => lines.push(line) }, clock);
    log({ event: 'warning', message: 'there is no country database' });
    log({ event: 'stopped' });
    expect(lines).toEqual([
      '{"time":"2026-11-23T09:30:00.000Z","level":"warn","event":"warning","message":"there is no country database"}',
      '{"time":"2026-11-23T09:30:00.000Z","level":"info","event":"stopped"}',
    ]);
  });
});

describe('an error that nobody foresaw', () => {
  it('is told by kind and place, never by its message', () => {
    const event = unforeseen(new TypeError('canary@shop.example\n    at canary (secret.ts:1:1)x'));
    expect(event).toMatchObject({ event: 'unforeseen', error: 'TypeError' });
    const error = new RangeError('canary');
    error.stack = 'RangeError: canary\n    at one (a.ts:1:2)\n    at two (b.ts:3:4)\n    at 3\n    at 4';
    expect(unforeseen(error)).toEqual({
      event: 'unforeseen',
      error: 'RangeError',
      at: ['at one (a.ts:1:2)', 'at two (b.ts:3:4)', 'at 3'],
    });
    expect(text(unforeseen(error)).err).toEqual([
      'holloway: unforeseen RangeError\n    at one (a.ts:1:2)\n    at two (b.ts:3:4)\n    at 3',
    ]);
  });

  it('may be anything', () => {
    expect(unforeseen('canary')).toEqual({ event: 'unforeseen', error: 'string', at: [] });
  });
});
