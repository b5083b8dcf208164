/** Categories: the tree with its figures, where visitors go between them, and whether products stand where they are looked for. */
import { MatrixPanel } from './matrix-panel.tsx';
import { ShelvesPanel } from './shelves-panel.tsx';
import { TreePanel } from './tree-panel.tsx';

export const Categories = () => (
  <>
    <TreePanel />
    <MatrixPanel />
    <ShelvesPanel />
  </>
);
