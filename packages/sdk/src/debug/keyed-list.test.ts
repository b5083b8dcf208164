// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createKeyedList } from './keyed-list.ts';

function list() {
  const parent = document.createElement('ul');
  document.body.replaceChildren(parent);
  const made = vi.fn(() => document.createElement('button'));
  const show = createKeyedList(parent, made, (button, text: string) => {
    button.textContent = text;
  });
  return {
    parent,
    made,
    show: (...texts: string[]) => show(texts.map((text) => [text.charAt(0), text])),
    texts: () => [...parent.children].map(({ textContent }) => textContent),
  };
}

describe('a list that changes', () => {
  it('shows what there is, in its order', () => {
    const { show, texts } = list();
    show('a1', 'b1');
    show('c1', 'a2', 'b1');
    expect(texts()).toEqual(['c1', 'a2', 'b1']);
    show('b1', 'c1');
    expect(texts()).toEqual(['b1', 'c1']);
    show();
    expect(texts()).toEqual([]);
  });

  it('makes each element once', () => {
    const { show, made } = list();
    show('a1', 'b1');
    show('a2', 'b2');
    expect(made).toHaveBeenCalledTimes(2);
  });

  it('leaves the focus where it is while others come before and go behind', () => {
    const { show, parent } = list();
    show('a1', 'b1');
    const kept = parent.children[0] as HTMLButtonElement;
    kept.focus();
    show('c1', 'a2');
    expect(document.activeElement).toBe(kept);
    expect(kept.textContent).toBe('a2');
  });
});
