import { faultKinds, type Configuration, type Fault } from './faults.ts';

/** @throws TypeError with a sentence that says what is wrong with the patch */
function readConfigurationPatch(text: string): Partial<Configuration> {
  const patch: unknown = JSON.parse(text);
  if (!isRecord(patch)) throw new TypeError('Send a JSON object.');
  for (const [name, value] of Object.entries(patch)) checkSetting(name, value);
  return patch;
}

function checkSetting(name: string, value: unknown): void {
  if (name === 'faults') {
    if (Array.isArray(value) && value.every(isFault)) return;
    throw new TypeError(
      `faults is a list of { kind, method?, path? }, where kind is one of ${faultKinds.join(', ')}.`,
    );
  }
  if (name === 'duplicateWebhooks') {
    if (typeof value === 'boolean') return;
    throw new TypeError('duplicateWebhooks is true or false.');
  }
  if (name !== 'latencyMs' && name !== 'webhookDelayMs') throw new TypeError(`Unknown setting: ${name}.`);
  if (!Number.isSafeInteger(value) || Number(value) < 0)
    throw new TypeError(`${name} is a number of milliseconds.`);
}

function isFault(value: unknown): value is Fault {
  return isRecord(value) && faultKinds.some((kind) => kind === value['kind']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface ControlCall {
  method: string;
  path: string;
  body: string;
}

/** `/_emulator/health`, and `/_emulator/config` to read (GET) or change (POST) the configuration. */
export function answerControlCall(
  configuration: Configuration,
  { method, path, body }: ControlCall,
): { status: number; body: unknown } {
  if (path === '/_emulator/health') return { status: 200, body: { status: 'ok' } };
  if (path !== '/_emulator/config') return { status: 404, body: { error: 'Not found.' } };
  if (method !== 'POST') return { status: 200, body: configuration };
  try {
    return { status: 200, body: Object.assign(configuration, readConfigurationPatch(body)) };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}
