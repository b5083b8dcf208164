/**
 * What was published, as rows: statements chained by site, wordings by hash, public keys. Nothing of it is ever changed.
 * Does not hash, sign or check (consent/): what comes here was made there.
 */
import { canonicalJson, type PublicKey, type SignedStatement, type Statement } from '@holloway/protocol';
import type { Declare } from './catalogue.ts';
import { type Runner, sqlOf } from './query.ts';
import { type Publication, StoreUnavailableError } from './store.ts';

export const readStatements = (runner: Runner, site: number): SignedStatement[] =>
  runner
    .all(sqlOf.selectFrom('statement').selectAll().where('site', '=', site).orderBy('number'))
    .map(({ id, hash, content, signature }) => ({
      id,
      hash,
      statement: JSON.parse(content) as Statement,
      signature,
    }));

function append(runner: Runner, site: number, { id, hash, statement, signature }: SignedStatement): void {
  const before = readStatements(runner, site);
  if ((before.at(-1)?.hash ?? null) !== statement.previous) {
    throw new StoreUnavailableError('nothing was published: another statement was, in the meantime');
  }
  const row = { site, number: before.length + 1, id, hash, content: canonicalJson(statement), signature };
  runner.run(sqlOf.insertInto('statement').values(row));
  runner.run(sqlOf.updateTable('site').set({ statement: id }).where('id', '=', site));
}

export function publish(runner: Runner, declare: Declare, site: number, publication: Publication): void {
  const { signed, wordings, policy, terms } = publication;
  if (signed !== null) append(runner, site, signed);
  for (const [hash, content] of wordings) {
    runner.run(
      sqlOf
        .insertInto('wording')
        .values({ hash, content })
        .onConflict((conflict) => conflict.doNothing()),
    );
  }
  runner.run(sqlOf.updateTable('site').set({ policy }).where('id', '=', site));
  declare(site, terms);
}

export const readWording = (runner: Runner, hash: string): string | null =>
  runner.all(sqlOf.selectFrom('wording').select('content').where('hash', '=', hash))[0]?.content ?? null;

export const readPolicy = (runner: Runner, site: number): string | null =>
  runner.all(sqlOf.selectFrom('site').select('policy').where('id', '=', site))[0]?.policy ?? null;

export const addKey = (runner: Runner, key: PublicKey): void =>
  runner.run(
    sqlOf
      .insertInto('public_key')
      .values({ kid: key.kid, jwk: JSON.stringify(key) })
      .onConflict((conflict) => conflict.doNothing()),
  );

export const readKeys = (runner: Runner): PublicKey[] =>
  runner
    .all(sqlOf.selectFrom('public_key').select('jwk').orderBy('kid'))
    .map(({ jwk }) => JSON.parse(jwk) as PublicKey);
