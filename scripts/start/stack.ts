import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepareHome, removeHome, startCluster } from '@turing/db/embedded-postgres';
import { dropDatabase } from '@turing/db/migrate';
import { completeStandaloneBuilds, describeTurbo } from './build.ts';
import { Children } from './children.ts';
import { openDatabase } from './database.ts';
import { openLog } from './log-files.ts';
import type { PidFile } from './pid-file.mjs';
import { checkPorts } from './ports.ts';
import type { Progress } from './progress.mjs';
import { endedFailure, waitUntilReady } from './readiness.ts';
import { readOrMakeSecrets } from './secrets.ts';
import { SeedMark } from './seed-mark.ts';
import { describeServices, shopEnvironment, type Service } from './services.ts';
import { databaseUrlOf, type Environment, type Settings } from './settings.ts';

// The logs and the pid file stay: a start that is under way needs them.
const DATA = ['media', 'mail', 'secrets.json', 'seed-unfinished'];

/** The whole shop on this machine: database, services and apps, started in order and stopped together. */
export class Stack {
  readonly #settings: Settings;
  readonly #progress: Progress;
  readonly #children: Children;
  readonly #isStarting = new Set<string>();
  /** Set by the caller: a service, or the database, ended by itself. */
  onFailure: (failure: Error) => void = () => {};

  constructor(settings: Settings, progress: Progress, pidFile: PidFile) {
    this.#settings = settings;
    this.#progress = progress;
    this.#children = new Children(settings.dataDir, pidFile);
    // What ends before it is ready fails its own step.
    this.#children.onUnexpectedExit = (child) => {
      if (!this.#isStarting.has(child.name)) this.onFailure(endedFailure(child));
    };
  }

  /** Deletes this checkout's data; a database of the person's own stays as it is. */
  async reset(): Promise<void> {
    const { dataDir } = this.#settings;
    await this.#progress.step('Delete the data of this checkout', () => {
      removeHome(path.join(dataDir, 'postgres'));
      for (const name of DATA) rmSync(path.join(dataDir, name), { recursive: true, force: true });
    });
  }

  async start(): Promise<void> {
    const { dataDir, isDevelopment } = this.#settings;
    await this.#progress.step('Check the ports', () => checkPorts(this.#settings));
    mkdirSync(dataDir, { recursive: true });
    const databaseUrl = await this.#openDatabase();
    const env = shopEnvironment(this.#settings, readOrMakeSecrets(dataDir), databaseUrl);
    if (isDevelopment) await this.#turbo('Generate the database client', 'generate', env);
    else await this.#turbo('Build what changed', 'build', env);
    await this.#seed(env);
    for (const row of describeServices(this.#settings, env)) {
      await Promise.all(row.map((service) => this.#startService(service)));
    }
  }

  async stop(): Promise<void> {
    await this.#children.stopAll();
  }

  /** For the last moment of a process that can no longer wait. */
  kill(): void {
    this.#children.killAll();
  }

  async #openDatabase(): Promise<string> {
    const { databaseUrl, dataDir } = this.#settings;
    const url = databaseUrl ?? (await this.#progress.step('Start PostgreSQL', () => this.#startPostgres()));
    const mark = new SeedMark(dataDir);
    await this.#progress.step('Migrate the database', async (say) => {
      if (databaseUrl !== undefined) return openDatabase(url, { say });
      if (mark.isSet()) await dropDatabase(url);
      return openDatabase(url, { say, beforeCreate: () => mark.set() });
    });
    return url;
  }

  async #startPostgres(): Promise<string> {
    const { dataDir, ports } = this.#settings;
    const logFile = openLog(dataDir, 'postgres');
    const cluster = await startCluster({
      home: prepareHome(path.join(dataDir, 'postgres')),
      port: ports.postgres,
      logFile,
      onSpawn: (name, pid) => this.#children.adopt(name, pid),
    });
    const { process: server } = cluster;
    this.#children.watch({ name: 'postgres', pid: server.pid ?? 0, logFile, process: server });
    return databaseUrlOf(this.#settings);
  }

  async #turbo(title: string, task: 'build' | 'generate', env: Environment): Promise<void> {
    const remedy = 'The output above names the file; mend it and start again.';
    await this.#progress.step(title, async (say) => {
      await this.#children.run({ ...describeTurbo(this.#settings.root, task, env), remedy }, say);
      if (task === 'build') completeStandaloneBuilds(this.#settings.root);
    });
  }

  async #seed(env: Environment): Promise<void> {
    const { root, dataDir } = this.#settings;
    await this.#progress.step('Fill an empty shop', async (say) => {
      const args = [path.join(root, 'packages/db/seed/main.ts')];
      const remedy = 'Start again: an unfinished shop is filled from the beginning.';
      await this.#children.run({ name: 'seed', args, cwd: root, env, remedy }, say);
      new SeedMark(dataDir).clear();
    });
  }

  async #startService(service: Service): Promise<void> {
    this.#isStarting.add(service.name);
    await this.#progress.step(service.title, async () => {
      await waitUntilReady(this.#children.start(service), service.ready);
    });
    this.#isStarting.delete(service.name);
  }
}
