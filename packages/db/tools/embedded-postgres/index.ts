export { startCluster } from './cluster.ts';
export { prepareHome, removeHome } from './home.ts';
