export { startCluster, type Cluster, type ClusterOptions } from './cluster.ts';
export { EmbeddedPostgresError } from './error.ts';
export { prepareHome, removeHome, type PostgresHome } from './home.ts';
