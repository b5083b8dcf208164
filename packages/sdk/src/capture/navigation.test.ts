// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUrl } from '../../test/dom.ts';
import { watchNavigation } from './navigation.ts';

const watching: AbortController[] = [];
const { pushState, replaceState } = window.history;

function watch(navigation?: EventTarget) {
  const controller = new AbortController();
  watching.push(controller);
  const onPage = vi.fn();
  const { history, location } = window;
  const watched = Object.create(window, {
    navigation: { value: navigation },
    history: { value: history },
    location: { value: location },
    addEventListener: { value: window.addEventListener.bind(window) },
    setTimeout: { value: (work: () => void) => work() },
  });
  watchNavigation(watched, controller.signal, onPage);
  return { onPage, stop: () => controller.abort() };
}

beforeEach(() => {
  setUrl('https://shop.example/');
});

afterEach(() => {
  for (const controller of watching.splice(0)) controller.abort();
  Object.assign(window.history, { pushState, replaceState });
});

describe('another page without a load', () => {
  it.each(['pushState', 'replaceState'] as const)('is a change of the path by %s', (method) => {
    const { onPage } = watch();
    window.history[method]({}, '', '/c/kettles');
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it.each(['/?sort=price', '/#reviews', '/'])('is not %s of the same page', (url) => {
    const { onPage } = watch();
    window.history.pushState({}, '', url);
    expect(onPage).not.toHaveBeenCalled();
  });

  it('is one that comes back from the cache', () => {
    const { onPage } = watch();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is not the first time a page is shown', () => {
    const { onPage } = watch();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(onPage).not.toHaveBeenCalled();
  });

  it('is told by the Navigation API where there is one, once', () => {
    const navigation = new EventTarget();
    const { onPage } = watch(navigation);
    window.history.pushState({}, '', '/c/kettles');
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is no longer noticed once the watching has ended', () => {
    const { onPage, stop } = watch();
    stop();
    window.history.pushState({}, '', '/c/kettles');
    expect(onPage).not.toHaveBeenCalled();
  });
});
