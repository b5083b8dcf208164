/** What a store asks its visitors, as its script is told too: public, and so for everybody who sees the numbers. */
import type { PreferenceDeclaration, SiteConfig } from '@holloway/protocol';
import { type Api, ApiError } from './client.ts';

/** None of a site that publishes no statement. */
export async function getDeclaredPreferences(
  api: Api,
  site: string,
): Promise<readonly PreferenceDeclaration[]> {
  try {
    const { preferences } = await api.get<SiteConfig>(`/v1/sites/${encodeURIComponent(site)}/config.json`);
    return preferences;
  } catch (error) {
    if (error instanceof ApiError && (error.kind === 'missing' || error.kind === 'forbidden')) return [];
    throw error;
  }
}
