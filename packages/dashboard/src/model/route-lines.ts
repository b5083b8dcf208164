/** Route templates as somebody writes them, one a line: `/c/:top/* = category :top/*`. Pure, both ways. */
import type { Route } from '@holloway/protocol';

const SIGN = ' = ';

export const writeRouteLines = (routes: readonly Route[]): string =>
  routes
    .map(({ pattern, type, category }) => {
      const what = [type ?? '', category ?? ''].filter((part) => part !== '');
      return what.length === 0 ? pattern : [pattern, what.join(' ')].join(SIGN);
    })
    .join('\n');

/** What is right of the sign is the type, and after a space the category. Whether they may be is for the collector to say. */
export const readRouteLines = (text: string): readonly Route[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [pattern = '', ...rest] = line.split(SIGN);
      const [type = '', ...words] = rest.join(SIGN).trim().split(' ');
      const category = words.join(' ').trim();
      return {
        pattern: pattern.trim(),
        ...(type === '' ? {} : { type }),
        ...(category === '' ? {} : { category }),
      };
    });
