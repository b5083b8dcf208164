/** @returns `25 months`, in the words of a language. */
export const months = (count: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'month', unitDisplay: 'long' }).format(count);
