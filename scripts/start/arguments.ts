import { parseArgs } from 'node:util';
import { StepFailure } from './failure.mjs';

export interface StartArguments {
  isDevelopment: boolean;
  isReset: boolean;
  isHelp: boolean;
}

export const START_HELP = `npm start                 builds what changed and runs the shop
npm start -- --reset      deletes this checkout's data first: database, images, mails
npm run dev               the same with hot reload
Ports and addresses are set by the environment or by a file .env; .env.example lists them.`;

/** @throws StepFailure on an option that does not exist */
export function parseStartArguments(argv: string[]): StartArguments {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        dev: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { isDevelopment: values.dev, isReset: values.reset, isHelp: values.help };
  } catch (error) {
    throw new StepFailure(error instanceof Error ? error.message : String(error), {
      step: 'Read the options',
      remedy: '`npm start -- --help` lists the options.',
      cause: error,
    });
  }
}
