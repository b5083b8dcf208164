// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { Overview } from '../src/screens/overview/overview.tsx';

/** Parts that were fetched. Each module runs when it is first imported. */
const fetched = vi.hoisted((): string[] => []);
vi.mock('../src/screens/overview/happened.tsx', () => {
  fetched.push('what happened');
  return { Happened: () => null };
});
vi.mock('../src/screens/overview/open-actions.tsx', () => {
  fetched.push('open actions');
  return { OpenActions: () => null };
});
vi.mock('../src/screens/overview/what-changed.tsx', () => {
  fetched.push('what changed');
  return { WhatChanged: () => null };
});
vi.mock('../src/screens/overview/what-waits.tsx', () => {
  fetched.push('what waits');
  return { WhatWaits: () => null };
});

it('whoever points at the link of the overview has its later parts fetched, not only on the click', async () => {
  expect(fetched).toEqual([]);
  Overview.fetchAhead();
  await vi.waitFor(() =>
    expect(fetched.toSorted()).toEqual(['open actions', 'what changed', 'what happened', 'what waits']),
  );
});
