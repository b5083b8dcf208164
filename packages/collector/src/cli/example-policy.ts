/** A policy file with everything that one may say, for a store to change into its own. */
export const EXAMPLE_POLICY = {
  controller: {
    name: 'Your Store Ltd',
    address: ['1 High Street', 'Anytown AB1 2CD'],
    email: 'privacy@shop.example',
    policy: 'https://shop.example/privacy',
  },
  languages: ['en', 'de'],
  services: [
    {
      id: 'video-host',
      category: 'marketing',
      name: 'Video Host',
      provider: 'Video Host Inc., 1 Main Street, Springfield',
      purpose: { en: 'Shows films of our products.', de: 'Zeigt Filme zu unseren Produkten.' },
      data: {
        en: 'Address of your connection, films watched.',
        de: 'Adresse der Verbindung, gesehene Filme.',
      },
      duration: { en: '1 year', de: '1 Jahr' },
      policy: 'https://video.example/privacy',
      cookies: [{ name: 'vh_*', domain: 'shop.example', path: '/', days: 365 }],
    },
  ],
  preferences: [
    {
      key: 'colour',
      label: { en: 'Favourite colour', de: 'Lieblingsfarbe' },
      values: [
        { value: 'red', label: { en: 'Red', de: 'Rot' } },
        { value: 'blue', label: { en: 'Blue', de: 'Blau' } },
      ],
    },
  ],
  position: 'bar',
  jurisdictions: { us: 'opt-out' },
  countsRefusals: false,
  messages: { en: { analytics: 'Anonymous statistics' } },
} as const;
