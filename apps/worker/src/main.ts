import { readEnvironment } from './env.ts';
import { createProgram } from './program.ts';

async function main(): Promise<void> {
  const program = createProgram(readEnvironment());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      program.logger.info('stopping', { signal });
      program.stop().catch(fail);
    });
  }
  process.on('unhandledRejection', (cause) => program.logger.error('unhandled rejection', { cause }));
  const stopAndFail = async (error: unknown) => {
    fail(error);
    await program.stop();
  };
  await program.start().catch(stopAndFail);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

await main().catch(fail);
