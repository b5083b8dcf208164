/** Categories: the tree with its figures, and where visitors go between them. */
import { MatrixPanel } from './matrix-panel.tsx';
import { TreePanel } from './tree-panel.tsx';

export const Categories = () => (
  <>
    <TreePanel />
    <MatrixPanel />
  </>
);
