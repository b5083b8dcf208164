import { describe, expect, it } from 'vitest';
import { describeArrival, isReloaded } from './arrival.ts';

const PAGE = 'https://shop.example/c/kettles';

describe('an arrival', () => {
  it.each([
    { referrer: '', source: 'direct' },
    { referrer: 'https://shop.example/', source: 'direct' },
    { referrer: 'https://www.shop.example/', source: 'direct' },
    { referrer: 'not an address', source: 'direct' },
    { referrer: 'https://www.google.co.uk/search?q=x', source: 'search', host: 'google.co.uk' },
    { referrer: 'https://duckduckgo.com/', source: 'search', host: 'duckduckgo.com' },
    { referrer: 'https://mail.google.com/', source: 'email', host: 'mail.google.com' },
    { referrer: 'https://l.facebook.com/', source: 'social', host: 'l.facebook.com' },
    { referrer: 'android-app://com.google.android.gm/', source: 'email', host: 'com.google.android.gm' },
    { referrer: 'https://search.brave.com/search?q=x', source: 'search', host: 'search.brave.com' },
    { referrer: 'https://www.googleblog.example/', source: 'referral', host: 'googleblog.example' },
    { referrer: 'https://t.co/abc', source: 'social', host: 't.co' },
    { referrer: 'https://chat.co/', source: 'referral', host: 'chat.co' },
    { referrer: 'https://www.blog.example/post?id=7', source: 'referral', host: 'blog.example' },
    { referrer: 'https://192.168.1.10/', source: 'referral' },
    { referrer: 'https://user123456.pages.example/', source: 'referral' },
  ])('from $referrer is $source', ({ referrer, source, host }) => {
    expect(describeArrival(PAGE, referrer)).toEqual({
      source,
      referrer: host,
      campaign: undefined,
      isTagged: false,
    });
  });

  it.each([
    { query: 'utm_source=news&utm_medium=email&utm_campaign=Spring', source: 'email', campaign: 'spring' },
    { query: 'utm_source=newsletter', source: 'email' },
    { query: 'utm_medium=paid_social&utm_campaign=spring', source: 'social', campaign: 'spring' },
    { query: 'utm_source=google&utm_medium=organic', source: 'search' },
    { query: 'utm_source=google&utm_medium=cpc', source: 'campaign' },
    { query: 'utm_campaign=spring%20sale', source: 'campaign', campaign: 'spring sale' },
    { query: 'utm_campaign=for-anna@home.example', source: 'campaign' },
    { query: 'utm_campaign=12345678', source: 'campaign' },
    { query: 'utm_source=', source: 'direct' },
    { query: 'gclid=Cj0KCQiA1', source: 'campaign' },
    { query: 'sort=price&msclkid=1', source: 'campaign' },
    { query: 'fbclid=IwAR1', source: 'social' },
    { query: 'gclid=Cj0KCQiA1&utm_medium=email&utm_campaign=spring', source: 'email', campaign: 'spring' },
    { query: 'notgclid=1', source: 'direct' },
  ])('tagged $query is $source', ({ query, source, campaign }) => {
    const isTagged = source !== 'direct';
    expect(describeArrival(`${PAGE}?${query}`, '')).toEqual({
      source,
      referrer: undefined,
      campaign,
      isTagged,
    });
  });
});

describe('a document', () => {
  const performance = (entries: object[] | null, type?: number) =>
    ({
      getEntriesByType: () => entries ?? [],
      ...(type === undefined ? {} : { navigation: { type } }),
    }) as unknown as Performance;

  it.each([
    { says: 'loaded again', told: performance([{ type: 'reload' }]), isAgain: true },
    { says: 'loaded', told: performance([{ type: 'navigate' }]), isAgain: false },
    {
      says: 'loaded, whatever the older word for it is',
      told: performance([{ type: 'navigate' }], 1),
      isAgain: false,
    },
    { says: 'loaded again, as old browsers alone tell it', told: performance(null, 1), isAgain: true },
    { says: 'loaded, as old browsers tell it', told: performance(null, 0), isAgain: false },
    { says: 'gone back to, as old browsers tell it', told: performance(null, 2), isAgain: false },
    { says: 'loaded in a browser that does not say how', told: performance(null), isAgain: false },
  ])('was $says', ({ told, isAgain }) => {
    expect(isReloaded(told)).toBe(isAgain);
  });
});
