/** What a report is called as a file, by the address that it is asked for at: `shop-pages-2026-11-01-2026-11-07.csv`. Pure. */
export function csvName(url: string): string {
  const [path = '', search = ''] = url.split('?', 2);
  const [, , , site, , report] = path.split('/');
  const query = new URLSearchParams(search);
  const parts = [site, report, query.get('from'), query.get('to')];
  return `${parts.filter((part) => part !== null && part !== undefined).join('-')}.csv`;
}
