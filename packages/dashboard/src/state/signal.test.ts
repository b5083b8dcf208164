import { expect, it } from 'vitest';
import { signal } from './signal.ts';

it('tells whoever listens of each change, and of nothing that stays the same', () => {
  const theme = signal('light');
  const heard: string[] = [];
  const leave = theme.subscribe(() => heard.push(theme.value));
  theme.value = 'dark';
  theme.value = 'dark';
  theme.value = 'light';
  leave();
  theme.value = 'dark';
  expect(heard).toEqual(['dark', 'light']);
});

it('may be left by a listener while it tells', () => {
  const count = signal(0);
  const heard: string[] = [];
  const leave = count.subscribe(() => {
    heard.push('first');
    leave();
  });
  count.subscribe(() => heard.push('second'));
  count.value = 1;
  count.value = 2;
  expect(heard).toEqual(['first', 'second', 'second']);
});
