/** @module @holloway/example-storefront: a shop to try Holloway on, and simulated visitors for it. */
export { storefrontCatalogue } from './catalogue-entries.ts';
export { HERO_TEST } from './layout-test.ts';
export {
  type MeasuredBox,
  type MeasuredPage,
  measuredText,
  readMeasured,
} from './measured/measured.ts';
export { MEASURED_FILE } from './measured/places.ts';
export { SAMPLES, type Sample, WINDOWS } from './measured/samples.ts';
export { type RunningStorefront, type ServeOptions, serveStorefront } from './server/serve.ts';
export { createStorefront, type StorefrontOptions } from './server/storefront.ts';
export { PLANTED_FAULTS } from './simulation/faults.ts';
export { type SimulatedDay, type SimulationOptions, simulate } from './simulation/simulate.ts';
