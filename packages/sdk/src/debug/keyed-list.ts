/**
 * Keeps one element for each thing of a list that changes, so that what stays keeps its focus and stays open. Does not
 * know what is in it.
 */

/**
 * @param make An element for a thing that is new.
 * @param fill Brings it up to date, once it stands in its place.
 * @returns Shows these things, in this order. Keys are unique.
 */
export function createKeyedList<T, E extends Element>(
  parent: Element,
  make: (thing: T) => E,
  fill: (element: E, thing: T) => void,
): (things: readonly (readonly [key: string, thing: T])[]) => void {
  let shown = new Map<string, E>();
  return (things) => {
    const next = new Map(things.map(([key, thing]) => [key, shown.get(key) ?? make(thing)]));
    for (const [key, element] of shown) if (!next.has(key)) element.remove();
    let here = parent.firstElementChild;
    for (const element of next.values()) {
      // To move what stands right already would take the focus out of it.
      if (element === here) here = here.nextElementSibling;
      else parent.insertBefore(element, here);
    }
    shown = next;
    for (const [key, thing] of things) {
      const element = next.get(key);
      if (element) fill(element, thing);
    }
  };
}
