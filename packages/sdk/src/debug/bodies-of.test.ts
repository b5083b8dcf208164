import { describe, expect, it } from 'vitest';
import { mapStore } from '../../test/ui-deps.ts';
import { bodiesOf, prettyBody } from './bodies-of.ts';
import type { Trip } from './watch-net.ts';

const held = (sent: readonly string[], parcels: readonly { body: string; madeAt: number }[] = []) =>
  mapStore({
    'holloway.sent': JSON.stringify(sent),
    'holloway.outbox': JSON.stringify({ quietUntil: 0, failures: 0, parcels }),
  });
const onTrip = (answer: Trip['answer']) => (): Trip => ({ at: 1_000, answer });
const never = () => undefined;

describe('the bodies of a tab', () => {
  it('are none before anything was sent', () => {
    expect(bodiesOf(mapStore(), never)).toEqual([]);
  });

  it('begin with the newest, each once, with its size on the wire', () => {
    const own = held(['old', 'new é'], [{ body: 'new é', madeAt: 500 }]);
    expect(bodiesOf(own, never).map(({ text, bytes }) => [text, bytes])).toEqual([
      ['new é', 6],
      ['old', 3],
    ]);
  });

  it('say when they set out, or else when they were made', () => {
    const own = held([], [{ body: 'a', madeAt: 500 }]);
    expect(bodiesOf(own, never)[0]?.at).toBe(500);
    expect(bodiesOf(own, onTrip(null))[0]?.at).toBe(1_000);
    expect(bodiesOf(held(['a']), never)[0]?.at).toBeNull();
  });

  it.each<[state: string, answer: Trip['answer'] | undefined, isKept: boolean]>([
    ['sent by an earlier page', undefined, false],
    ['kept, to be sent', undefined, true],
    ['on its way', null, true],
    ['204, counted', 204, false],
    ['400, refused for good', 400, false],
    ['503, kept, to be sent again', 503, true],
    ['no connection, kept, to be sent again', 'failed', true],
    ['not sent', 'dry', false],
  ])('are %s', (state, answer, isKept) => {
    const own = held(['a'], isKept ? [{ body: 'a', madeAt: 500 }] : []);
    expect(bodiesOf(own, answer === undefined ? never : onTrip(answer))[0]?.state).toBe(state);
  });

  it('are to be sent again where an earlier page did not hear the answer', () => {
    const own = mapStore({ 'holloway.outbox': '{"parcels":[{"body":"a","madeAt":500,"sentAt":600}]}' });
    expect(bodiesOf(own, never)[0]?.state).toBe('answer not heard, kept, to be sent again');
  });

  it('are none where what is kept is not ours', () => {
    expect(bodiesOf(mapStore({ 'holloway.sent': '<html>' }), never)).toEqual([]);
  });
});

describe('a body for people', () => {
  const body = '{"v":1,"slices":{"viewport":"s"},"increments":[["visit",[],1,2],["page.view",["/"],1,2]]}';

  it('has an increment a line, and stays the same', () => {
    expect(prettyBody(body)).toBe(
      [
        '{',
        '  "v": 1,',
        '  "slices": {',
        '    "viewport": "s"',
        '  },',
        '  "increments": [',
        '    ["visit",[],1,2],',
        '    ["page.view",["/"],1,2]',
        '  ]',
        '}',
      ].join('\n'),
    );
    expect(JSON.parse(prettyBody(body))).toEqual(JSON.parse(body));
  });

  it.each(['<html>', 'null', '{"v":1}'])('is left as it is where it is none: %s', (text) => {
    expect(prettyBody(text)).toBe(text);
  });
});
