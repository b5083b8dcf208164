/**
 * Categories: the tree with its figures, where visitors go between them, whether products stand where they are looked
 * for, where visits end, and what joins the branches.
 */
import { BridgesPanel } from './bridges-panel.tsx';
import { DeadEndsPanel } from './dead-ends-panel.tsx';
import { MatrixPanel } from './matrix-panel.tsx';
import { ShelvesPanel } from './shelves-panel.tsx';
import { TreePanel } from './tree-panel.tsx';

export const Categories = () => (
  <>
    <TreePanel />
    <MatrixPanel />
    <ShelvesPanel />
    <DeadEndsPanel />
    <BridgesPanel />
  </>
);
