/** Reports of what visitors searched for, and where they looked for what they found: which facts they read. */
import { type Built, type Context, ofKind } from './built.ts';
import { flowRows } from './rows.ts';
import { findRows, searchRows } from './search-rows.ts';

export async function search({ read }: Context): Promise<Built> {
  const [asked, empty, clicked, refined] = await Promise.all([
    read('search.asked'),
    read('search.empty'),
    read('search.clicked'),
    read('search.refined'),
  ]);
  return {
    rows: searchRows({ asked, empty, clicked }, refined),
    facts: [
      ['search.asked', asked],
      ['search.empty', empty],
      ['search.clicked', clicked],
      ['search.refined', refined],
    ],
  };
}

export async function refinements({ read }: Context): Promise<Built> {
  const refined = await read('search.refined');
  return { rows: flowRows(refined), facts: [['search.refined', refined]] };
}

export async function finds({ read }: Context): Promise<Built> {
  const found = await read('find');
  const rows = findRows(found);
  return {
    rows,
    facts: [['find', found]],
    labels: [
      ...ofKind(
        'product',
        rows.map(({ item }) => item),
      ),
      ...ofKind(
        'category',
        rows.flatMap((row) => [row.tried, row.found]),
      ),
    ],
  };
}
