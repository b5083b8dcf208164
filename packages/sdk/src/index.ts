export * from './visit/index.ts';
