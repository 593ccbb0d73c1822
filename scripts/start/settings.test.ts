import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { parseStartArguments } from './arguments.ts';
import { checkPorts, findFreePorts, isPortFree } from './ports.ts';
import { PORTS, portsInUse, readSettings, type Environment } from './settings.ts';

function settingsOf(environment: Environment) {
  return readSettings('/shop', environment, false);
}

async function listen(host: string): Promise<{ port: number; close: () => void }> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

describe('parseStartArguments', () => {
  it('reads the options', () => {
    expect(parseStartArguments(['--dev', '--reset'])).toEqual({
      isDevelopment: true,
      isReset: true,
      isHelp: false,
    });
  });

  it('refuses an option that does not exist', () => {
    expect(() => parseStartArguments(['--rest'])).toThrow(/--rest/);
  });
});

describe('readSettings', () => {
  it('derives addresses from ports', () => {
    const settings = settingsOf({ STOREFRONT_PORT: '5000', API_URL: 'https://api.example' });
    expect(settings.storefrontUrl).toBe('http://localhost:5000');
    expect(settings.apiUrl).toBe('https://api.example');
    expect(settings.dataDir).toBe('/shop/.data');
    expect(settings.mediaDir).toBe('/shop/.data/media');
  });

  it('takes an empty variable for none', () => {
    expect(settingsOf({ DATABASE_URL: '', API_PORT: ' ' })).toMatchObject({
      databaseUrl: undefined,
      ports: { api: PORTS.api.fallback },
    });
  });

  it.each(['http', '0', '70000', '3000.5'])('refuses %s as a port, by its variable', (value) => {
    expect(() => settingsOf({ API_PORT: value })).toThrow(`API_PORT is "${value}", which is not a port.`);
  });

  it('wants both of the Stripe keys or none', () => {
    expect(() => settingsOf({ STRIPE_SECRET_KEY: 'sk_test_1' })).toThrow('Only one of');
    expect(
      settingsOf({ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' }).stripe,
    ).toBeDefined();
  });
});

describe('ports', () => {
  it('leaves out what is not started', () => {
    const own = { DATABASE_URL: 'postgresql://x', SMTP_URL: 'smtp://x' };
    const stripe = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
    expect(portsInUse(settingsOf({ ...own, ...stripe }))).toEqual(['storefront', 'console', 'api', 'worker']);
  });

  it.each(['127.0.0.1', '0.0.0.0'])('sees a program that listens on %s', async (host) => {
    const other = await listen(host);
    expect(await isPortFree(other.port)).toBe(false);
    other.close();
  });

  it('names the busy port and its variable', async () => {
    const other = await listen('127.0.0.1');
    const free = await findFreePorts(Object.keys(PORTS).length);
    const environment = Object.fromEntries(
      Object.values(PORTS).map(({ variable }, index) => [variable, String(free[index])]),
    );
    const settings = settingsOf({ ...environment, ADMIN_PORT: String(other.port) });
    await expect(checkPorts(settings)).rejects.toMatchObject({
      message: `Port ${other.port} (console) cannot be used: another program listens there.`,
      remedy: expect.stringContaining('ADMIN_PORT=') as string,
    });
    other.close();
  });

  it('refuses one port for two programs', async () => {
    await expect(checkPorts(settingsOf({ API_PORT: '3000' }))).rejects.toThrow(
      'STOREFRONT_PORT and API_PORT are both 3000.',
    );
  });
});
