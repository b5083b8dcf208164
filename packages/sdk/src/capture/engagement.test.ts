import { describe, expect, it } from 'vitest';
import { createEngagement } from './engagement.ts';

function engagementAt() {
  let now = 1000;
  const engagement = createEngagement(() => now);
  return { engagement, wait: (ms: number) => (now += ms) };
}

describe('engagement time', () => {
  it('runs only while the page is looked at', () => {
    const { engagement, wait } = engagementAt();
    wait(5000);
    engagement.set(true);
    wait(2000);
    engagement.set(false);
    wait(9000);
    engagement.set(true);
    wait(500);
    expect(engagement.read()).toBe(2500);
  });

  it('is the same however often it is read or said', () => {
    const { engagement, wait } = engagementAt();
    engagement.set(true);
    wait(1000);
    engagement.read();
    engagement.set(true);
    wait(1000);
    expect([engagement.read(), engagement.read()]).toEqual([2000, 2000]);
  });

  it('does not count the hours that a machine slept', () => {
    const { engagement, wait } = engagementAt();
    engagement.set(true);
    wait(8 * 60 * 60 * 1000);
    expect(engagement.read()).toBe(30_000);
  });

  it('begins again at zero for another page, and runs on', () => {
    const { engagement, wait } = engagementAt();
    engagement.set(true);
    wait(4000);
    engagement.restart();
    wait(100);
    expect(engagement.read()).toBe(100);
  });
});
