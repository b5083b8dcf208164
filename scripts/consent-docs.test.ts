import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeConsent } from '../packages/collector/src/consent/description.ts';
import { parsePolicy } from '../packages/collector/src/index.ts';
import { publishedOf } from '../packages/collector/test/consent.ts';
import { LANGUAGES } from '../packages/protocol/src/index.ts';
import { ROOT } from './run.ts';

const guide = readFileSync(path.join(ROOT, 'docs/consent.md'), 'utf8');
const examples = [...guide.matchAll(/```json policy\n(.*?)```/gs)].map(([, text]) => text ?? '');

describe('the guide to consent', () => {
  it('has policies that can be published as they stand', () => {
    expect(examples).toHaveLength(1);
    for (const example of examples) expect(parsePolicy(JSON.parse(example))).toMatchObject({ ok: true });
  });

  it('names every language that there is', () => {
    const listed = /`(bg [a-z ]+)`/.exec(guide)?.[1]?.split(' ');
    expect(listed).toEqual(LANGUAGES);
  });
});

describe('the guide to the description for machines', () => {
  it('tells every field of it', async () => {
    const text = readFileSync(path.join(ROOT, 'docs/consent-description.md'), 'utf8');
    const { signed, wordings } = await publishedOf();
    const [first, ...others] = wordings;
    if (first === undefined) throw new Error('the test published a wording');
    const described = describeConsent({ slug: 'shop', signed, wordings: [first, ...others] });
    for (const field of Object.keys(described)) expect(text).toMatch(new RegExp(`\`${field}[\`.]`));
  });
});
