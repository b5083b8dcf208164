// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUrl } from '../../test/dom.ts';
import { watchNavigation } from './navigation.ts';

const watching: AbortController[] = [];

/** @param others Than those of the page. */
function watch(others: PropertyDescriptorMap = {}, isAskedAnew = () => false) {
  const controller = new AbortController();
  watching.push(controller);
  const onPage = vi.fn();
  const { history, location } = window;
  const watched = Object.create(window, {
    navigation: { value: undefined },
    history: { value: history },
    location: { value: location },
    addEventListener: { value: window.addEventListener.bind(window) },
    document: { value: document },
    setTimeout: { value: window.setTimeout.bind(window) },
    clearTimeout: { value: window.clearTimeout.bind(window) },
    ...others,
  });
  const { again, look, glance } = watchNavigation(watched, controller.signal, isAskedAnew, onPage);
  return { onPage, again, look, glance, stop: () => controller.abort() };
}

beforeEach(() => {
  vi.useFakeTimers();
  setUrl('https://shop.example/');
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const controller of watching.splice(0)) controller.abort();
});

const turn = (): void => {
  vi.advanceTimersByTime(0);
};

function look(isHidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  turn();
}

describe('another page without a load', () => {
  it.each(['pushState', 'replaceState'] as const)('is a change of the path by %s', (method) => {
    const { onPage } = watch();
    window.history[method]({}, '', '/c/kettles');
    expect(onPage).not.toHaveBeenCalled(); // the page's own code has its turn
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it.each(['/?sort=price', '/#reviews', '/'])('is not %s of the same page', (url) => {
    const { onPage } = watch();
    window.history.pushState({}, '', url);
    turn();
    expect(onPage).not.toHaveBeenCalled();
  });

  it('is one that comes back from the cache', () => {
    const { onPage } = watch();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is not the first time a page is shown', () => {
    const { onPage } = watch();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    turn();
    expect(onPage).not.toHaveBeenCalled();
  });

  it('is told by the Navigation API where there is one, once', () => {
    const navigation = new EventTarget();
    const { onPage } = watch({ navigation: { value: navigation } });
    window.history.pushState({}, '', '/c/kettles');
    navigation.dispatchEvent(new Event('currententrychange'));
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is the one that an address leads on to at once, and none where it leads back', () => {
    const { onPage } = watch();
    window.history.pushState({}, '', '/account');
    window.history.replaceState({}, '', '/sign-in');
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
    window.history.pushState({}, '', '/account');
    window.history.replaceState({}, '', '/sign-in');
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is the same one again for a visitor who was away for longer than a visit lasts', () => {
    const { onPage } = watch();
    look(true);
    vi.advanceTimersByTime(30 * 60_000);
    look(false);
    expect(onPage).not.toHaveBeenCalled();
    look(true);
    vi.advanceTimersByTime(30 * 60_000 + 1);
    look(false);
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is one where a document comes back from the cache after so long', () => {
    const { onPage } = watch();
    look(true);
    vi.advanceTimersByTime(31 * 60_000);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is one where the page says so, and no other than the change of the path beside it', () => {
    const { onPage, again } = watch();
    again();
    window.history.pushState({}, '', '/c/kettles');
    again();
    expect(onPage).not.toHaveBeenCalled();
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
    again();
    turn();
    expect(onPage).toHaveBeenCalledTimes(2);
  });

  it('is noticed at once by whoever looks, also where nothing told of it, and once', () => {
    const { onPage, look } = watch();
    look();
    expect(onPage).not.toHaveBeenCalled();
    setUrl('https://shop.example/c/kettles');
    look();
    expect(onPage).toHaveBeenCalledTimes(1);
    window.history.pushState({}, '', '/c/coffee');
    look();
    turn();
    expect(onPage).toHaveBeenCalledTimes(2);
  });

  it('is noticed by whoever glances, once', () => {
    const { onPage, glance } = watch();
    glance();
    expect(onPage).not.toHaveBeenCalled();
    setUrl('https://shop.example/c/kettles');
    glance();
    glance();
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is a search for something else, once its address stands still', () => {
    let isAskedAnew = true;
    const { onPage, glance } = watch({}, () => isAskedAnew);
    for (const letters of ['t', 'te', 'tea']) {
      window.history.replaceState({}, '', `/?q=${letters}`);
      vi.advanceTimersByTime(500);
      glance();
    }
    expect(onPage).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(onPage).toHaveBeenCalledTimes(1);
    isAskedAnew = false;
    glance();
    vi.advanceTimersByTime(5_000);
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is a search for something else at once, for whoever looks', () => {
    const { onPage, look } = watch({}, () => true);
    window.history.replaceState({}, '', '/?q=tea');
    look();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is noticed by a change of the History API that is made once, however often the visitor agrees', () => {
    watch().stop();
    const { pushState, replaceState } = window.history;
    for (let i = 0; i < 3; i++) watch().stop();
    const { onPage } = watch();
    expect([window.history.pushState, window.history.replaceState]).toEqual([pushState, replaceState]);
    window.history.pushState({}, '', '/c/kettles');
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is noticed by events alone where the page has frozen its History API', () => {
    const history = Object.freeze({ pushState() {}, replaceState() {} });
    const { onPage } = watch({ history: { value: history } });
    setUrl('https://shop.example/c/kettles');
    window.dispatchEvent(new Event('popstate'));
    turn();
    expect(onPage).toHaveBeenCalledTimes(1);
  });

  it('is no longer noticed once the watching has ended', () => {
    const { onPage, stop } = watch();
    stop();
    window.history.pushState({}, '', '/c/kettles');
    turn();
    expect(onPage).not.toHaveBeenCalled();
  });
});
