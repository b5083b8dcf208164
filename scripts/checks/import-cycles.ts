/**
 * Files that import each other in a circle, so that which of them is ready first depends on who asks.
 * Imports of types alone are no circle: they are gone at run time.
 */
import { type Module, resolveImport } from './module.ts';

/**
 * Strongly connected files, each circle once, in the order of the files.
 * @see Tarjan: Depth-first search and linear graph algorithms, SIAM Journal on Computing 1972
 */
export function findCycles(modules: readonly Module[]): string[][] {
  const known = new Map(modules.map((module) => [module.file, module]));
  const targetsOf = (file: string): string[] =>
    (known.get(file)?.imports ?? []).flatMap(({ specifier, typeOnly }) => {
      const target = typeOnly ? null : resolveImport(file, specifier, (each) => known.has(each));
      return target !== null && known.has(target) ? [target] : [];
    });

  const order = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const cycles: string[][] = [];

  const visit = (file: string): number => {
    const index = order.size;
    order.set(file, index);
    path.push(file);
    onPath.add(file);
    let low = index;
    for (const target of targetsOf(file)) {
      const seen = order.get(target);
      if (seen === undefined) low = Math.min(low, visit(target));
      else if (onPath.has(target)) low = Math.min(low, seen);
    }
    if (low === index) {
      const circle = path.splice(path.indexOf(file));
      for (const each of circle) onPath.delete(each);
      if (circle.length > 1 || targetsOf(file).includes(file)) cycles.push(circle);
    }
    return low;
  };
  for (const { file } of modules) if (!order.has(file)) visit(file);
  return cycles;
}
