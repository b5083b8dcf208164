/** @module @holloway/collector: for programs that run a collector themselves, such as the example and the tests. */
export type { Access } from './access/access.ts';
export { openAccounts, type RunningCollector, startCollector } from './collector.ts';
export { type Config, readConfig } from './config.ts';
export { openSite } from './consent/open-site.ts';
export { parsePolicy } from './consent/policy.ts';
export { type Clock, type Core, openCore } from './core.ts';
export { ESHOP_SITE, eshop2008 } from './demo/eshop2008.ts';
export { type History, type HistoryDay, importDays, type Progress } from './demo/history.ts';
export { parseSite } from './site/settings.ts';
